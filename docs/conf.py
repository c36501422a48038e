"""How the documentation is built: `python -m sphinx -W docs site`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "cchc-score"
language = "vi"
html_title = "cchc-score"
html_theme = "furo"
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
extensions = ["myst_parser", "cchc_reference"]
exclude_patterns = ["extensions"]
myst_heading_anchors = 3
templates_path: list[str] = []

"""The site is built without a warning, and has every page in its language."""

import subprocess
import sys

import pytest

from cchc_reference import VIETNAMESE
from cchc_score.catalogue import CATALOGUE
from tests.running import ROOT

DOCS = ROOT / "docs"


@pytest.mark.full
def test_the_site_is_built_without_a_warning(tmp_path, registry):
    options = ["-q", "-W", "--keep-going", "-d", str(tmp_path / "trees")]
    run = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(tmp_path / "site")]
    result = subprocess.run(run, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    pages = {path: (tmp_path / "site" / path).with_suffix(".html").read_text(encoding="utf-8") for path in sources()}
    for path, page in pages.items():
        assert f' lang="{"vi" if path.startswith("vi/") or path in VIETNAMESE else "en"}"' in page, path
    for folder in ("", "vi/"):
        assert all(f"<h3>{code}<a" in pages[f"{folder}reference/findings"] for code in CATALOGUE)
        assert all(f"<h2>{name}<a" in pages[f"{folder}reference/methods"] for name in registry.methods)


def sources():
    return [path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")]

"""Commands for whoever runs a server: `python -m cchc_web migrate`, `import-year`, `export-year`, `verify-journal`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc_web.settings")
    execute_from_command_line(["cchc_web", *sys.argv[1:]])

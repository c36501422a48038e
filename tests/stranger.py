"""An environment of its own, with plugins installed by pip as a stranger would."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cchc_areas
import cchc_score
import scoring_rules


@dataclass(frozen=True)
class Stranger:
    """An environment in which the plugins are installed, and a folder with a copy of their sources."""

    python: Path
    folder: Path

    def run(self, *args, code=0):
        """What a Python run prints, and that it ends as expected."""
        result = subprocess.run(
            [str(self.python), *map(str, args)], cwd=self.folder, capture_output=True, text=True, encoding="utf-8"
        )
        assert result.returncode == code, result.stderr + result.stdout
        return result.stdout

    def command(self, *args, code=0):
        """What a command prints."""
        return self.run("-c", "from cchc_score.cli import main; main()", *args, code=code)


def installed(home: Path, folder: Path, sources: Sequence[Path]) -> Stranger:
    """All sources installed at once; nothing is fetched, what they need is what the tests run with."""
    venv.create(home / "env", system_site_packages=False)
    site = next((home / "env").glob("lib/python*/site-packages"), home / "env" / "Lib" / "site-packages")
    own = [Path(module.__file__).parents[1] for module in (cchc_score, cchc_areas, scoring_rules)]
    paths = [*own, *(path for path in sys.path if path.endswith("site-packages"))]
    (site / "base.pth").write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "--target", str(site), *map(str, sources)], check=True, timeout=300)
    names = (home / "env" / "bin" / "python", home / "env" / "Scripts" / "python.exe")
    return Stranger(next(path for path in names if path.exists()), folder)

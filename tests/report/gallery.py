"""Looks at what an office hands out: `python -m tests.report.gallery` draws the pictures of `docs/annexes` anew.

`python -m tests.report.gallery FOLDER --units 168` draws every page of every kind into a folder, to be looked at. It
needs LibreOffice and pdftoppm.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from tests.report.made_year import two_years
from tests.running import EXAMPLES, ROOT, command

GALLERY = ROOT / "docs" / "annexes"
DOTS, COLOURS = 64, 48
"""Dots an inch, and colours of a picture of the gallery."""


class Picture(NamedTuple):
    """A picture of the gallery: a page, from 1, of what is asked for as a kind of file; of a published year or a made-up one."""

    name: str
    kind: str
    what: str
    page: int = 1
    published: bool = False


PICTURES = (
    Picture("ranking-pdf", "pdf", "ranking", published=True),
    Picture("ranking-word", "docx", "ranking", published=True),
    Picture("areas", "pdf", "areas"),
    Picture("changes", "docx", "changes"),
    Picture("comparison", "pdf", "comparison"),
    Picture("sheet", "pdf", "sheets"),
    Picture("workbook-ranking", "xlsx", "ranking"),
    Picture("workbook-areas", "xlsx", "areas"),
    Picture("workbook-sheet", "xlsx", "sheets", page=-1),
)


def paper(year: Path, kind: str, asked: list[str], folder: Path) -> Path:
    """A report of a year as a PDF: as it is, or as LibreOffice prints it."""
    path = folder / f"{kind}.{kind}"
    result = command("report", year, *asked, "-o", path, "--quiet", "--force")
    assert path.exists(), result.err
    if kind == "pdf":
        return path
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command_line = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command_line, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def pages(path: Path, target: Path) -> list[Path]:
    """Every page of a PDF as a picture in a folder, in order."""
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", str(path), str(target / "p")], check=True, capture_output=True)
    return sorted(target.glob("p-*.png"))


def draw_gallery(folder: Path) -> None:
    """The pictures of the documentation."""
    made = two_years(folder / "nam", 12)
    for one in PICTURES:
        asked = ["--what", one.what, *(["--unit", "LD001"] if one.what == "sheets" else [])]
        year = EXAMPLES / "lam-dong-2025" if one.published else made
        drawn = pages(paper(year, one.kind, asked, folder), folder / one.name)
        at = one.page - 1 if one.page > 0 else next(at for at in range(len(drawn)) if _begins_sheet(folder, at))
        # Few colours are enough for pages, and a third of the bytes.
        Image.open(drawn[at]).quantize(COLOURS, dither=Image.Dither.NONE).save(
            GALLERY / f"{one.name}.png", optimize=True
        )


def _begins_sheet(folder: Path, at: int) -> bool:
    """Whether the sheet of a unit begins on a page of the workbook that was printed last."""
    page = str(at + 1)
    told = subprocess.run(
        ["pdftotext", "-f", page, "-l", page, str(folder / "xlsx.pdf"), "-"], check=True, capture_output=True
    )
    return b"PHI\xe1\xba\xbeU" in told.stdout


def draw_all(folder: Path, units: int) -> None:
    """Every page of every kind."""
    year = two_years(folder / "nam", units)
    for kind in ("pdf", "docx", "xlsx"):
        pages(paper(year, kind, ["--what", "all"], folder), folder / f"pages-{kind}")


def main() -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--units", type=int, default=12)
    wanted = parser.parse_args()
    if wanted.folder is not None:
        draw_all(wanted.folder.absolute(), wanted.units)
        return
    with tempfile.TemporaryDirectory() as folder:
        draw_gallery(Path(folder))


if __name__ == "__main__":
    main()

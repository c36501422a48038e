"""How long `import` takes over 168 files of each kind, beside the bare library on the same files in the same run.

The ratio is that of processor seconds, which hang less on what else the machine does.

python bench/importing.py [--files N] [KIND ...]

The bare library gives every cell as text, and knows neither rows nor figures: python-docx, openpyxl, calamine,
pdfplumber, the csv module; of .doc, .odt and .rtf it is LibreOffice that converts all of them in one start.
"""

import argparse
import csv
import io
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
FILES = 168
UNIT = "HOẰNG CÁT"
IN_RTF = rb"HO\u7856\'3fNG C\u193\'c1T"


def reports(folder: Path) -> dict[str, Path]:
    """One report of every kind that can be made here, from the real appendix."""
    from bench.reading import CONVERTED, documents, office
    from cchc_score.files.office_program import find_program

    documents(folder)
    made = {kind: folder / f"report.{kind}" for kind in ("docx", "xlsx", "xls", "xlsb", "ods", "pdf", "txt")}
    from openpyxl import load_workbook

    rows = load_workbook(made["xlsx"]).active.iter_rows(values_only=True)
    text = io.StringIO()
    csv.writer(text).writerows([["" if cell is None else cell for cell in row] for row in rows])
    made["csv"] = folder / "report.csv"
    made["csv"].write_text(text.getvalue(), encoding="utf-8")
    if find_program() is not None:
        for kind in CONVERTED:
            office(folder, [made["docx"]], kind)
            made[kind] = folder / f"report.{kind}"
    return made


def of_unit(kind: str, data: bytes, number: int) -> bytes:
    """A report in the name of another commune, as long as the one that it has, so that it is not told as sent twice."""
    name = f"SỐ {number:06}"
    if kind == "pdf":
        from tests.pdf_files import real_appendix

        return real_appendix(name)
    if kind in ("docx", "xlsx", "xlsb", "ods", "odt"):
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
            for member in old.infolist():
                new.writestr(member.filename, in_name(old.read(member), name))
        return stream.getvalue()
    return in_name(data, name)


def in_name(data: bytes, name: str) -> bytes:
    """Bytes in which the name is another, however they write letters."""
    for letters in ("utf-8", "utf-16-le"):
        data = data.replace(UNIT.encode(letters), name.encode(letters))
    # lxml writes what is beyond ASCII by its number.
    data = data.replace(UNIT.encode("ascii", "xmlcharrefreplace"), name.encode("ascii", "xmlcharrefreplace"))
    return data.replace(IN_RTF, name.replace("Ố", r"\u7888\'3f").encode())


def bare(kind: str, files: list[Path], folder: Path) -> int:
    """Every cell of some files by the library alone; the number of letters in them."""
    from bench.reading import CONVERTED, office

    if kind in CONVERTED:
        office(folder, files, "docx")
        return len(files)
    if kind == "docx":
        from docx import Document

        documents = [Document(str(file)) for file in files]
        return sum(
            len(cell.text) for one in documents for table in one.tables for row in table.rows for cell in row.cells
        )
    if kind == "xlsx":
        from openpyxl import load_workbook

        sheets = [sheet for file in files for sheet in load_workbook(file, read_only=True, data_only=True)]
        return sum(len(str(cell)) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    if kind in ("xls", "xlsb", "ods"):
        from python_calamine import CalamineWorkbook

        books = [CalamineWorkbook.from_path(str(file)) for file in files]
        grids = [book.get_sheet_by_name(name).to_python() for book in books for name in book.sheet_names]
        return sum(len(str(cell)) for grid in grids for row in grid for cell in row)
    if kind == "pdf":
        import pdfplumber

        letters = 0
        for file in files:
            with pdfplumber.open(file) as pdf:
                tables = [table for page in pdf.pages for table in page.extract_tables()]
            letters += sum(len(cell or "") for table in tables for row in table for cell in row)
        return letters
    if kind == "csv":
        grids = [list(csv.reader(io.StringIO(file.read_text(encoding="utf-8")))) for file in files]
        return sum(len(cell) for grid in grids for row in grid for cell in row)
    return sum(len(file.read_text(encoding="utf-8")) for file in files)


def imported(files: Path, target: Path, count: int) -> None:
    """The files of a folder by the command, in a process of its own; every one must give its figures."""
    command = [sys.executable, "-c", "from cchc_score.cli.main import main; main()", "import", str(files), "-o"]
    done = subprocess.run(
        [*command, str(target), "--scheme", "minh-hoa-2023", "--quiet", "--format", "csv"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode in (0, 1), done.returncode
    assert len(list(target.iterdir())) == count, "a report without figures"


def processor_seconds() -> float:
    """How long processors have worked for this process and all that it started."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """How long a work takes by the clock, and how long processors work at it."""
    start, used = time.perf_counter(), processor_seconds()
    work()
    return time.perf_counter() - start, processor_seconds() - used


def measured(kind: str, path: Path, folder: Path, count: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """The seconds of the command and of the library, one after the other."""
    documents, made = folder / f"in-{kind}", folder / f"bare-{kind}"
    documents.mkdir()
    made.mkdir()
    files = [documents / f"{number:05}.{kind}" for number in range(count)]
    data = path.read_bytes()
    for number, file in enumerate(files):
        file.write_bytes(of_unit(kind, data, number))
    ours = seconds(lambda: imported(documents, folder / f"out-{kind}", count))
    return ours, seconds(lambda: bare(kind, files, made))


def main() -> None:
    """Print the table as Markdown."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--files", type=int, default=FILES)
    asked.add_argument("kinds", nargs="*")
    words = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = reports(folder)
        print(
            "| kind | `import`, s | of a processor | bare, s | of a processor | ratio |\n|---|---:|---:|---:|---:|---:|"
        )
        for kind in words.kinds or list(made):
            (clock, ours), (other, theirs) = measured(kind, made[kind], folder, words.files)
            row = f"| {words.files} x `.{kind}` | {clock:.1f} | {ours:.1f} | {other:.1f} | {theirs:.2f} | {ours / theirs:.1f} |"
            print(row, flush=True)


if __name__ == "__main__":
    main()

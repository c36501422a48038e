"""How long and in how much memory documents are read, beside the bare library on the same bytes.

python bench/reading.py

Files of .doc, .odt and .rtf only where LibreOffice is installed; beside them stands the bare conversion of all of them in one start.
"""

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
REPORTS = 168
COMMUNES, COLUMNS = 3_321, 60
CONVERTED = ("doc", "odt", "rtf")


def documents(folder: Path) -> None:
    """One report of every kind, made from the real appendix, and one sheet of a nation."""
    from openpyxl import Workbook

    from tests.pdf_files import real_appendix
    from tests.reports import HEADER, TITLE, appendix_rows, printed_cells, word_report

    rows = appendix_rows()
    folder.joinpath("report.docx").write_bytes(word_report(rows))
    folder.joinpath("report.pdf").write_bytes(real_appendix())
    text = (ROOT / "examples" / "hoang-hoa-2023" / "reports" / "hoang-cat.txt").read_bytes()
    folder.joinpath("report.txt").write_bytes(text)
    book = Workbook()
    book.active.append([TITLE[-1]])
    for line in (*HEADER, *map(printed_cells, rows)):
        book.active.append([int(cell) if cell.isdecimal() and cell[0] != "0" else cell for cell in line])
    book.save(folder / "report.xlsx")
    from tests.other_workbooks import KINDS
    from tests.other_workbooks import book as other_book

    grid = [[cell.value for cell in row] for row in book.active.iter_rows()]
    for kind in KINDS:
        folder.joinpath(f"report.{kind}").write_bytes(other_book(kind, grid))
    sheet_text = "".join("\t".join(f'"{cell or ""}"' for cell in row) + "\r\n" for row in grid)
    folder.joinpath("unicode.txt").write_bytes(("\ufeff" + sheet_text).encode("utf-16-le"))
    nation = Workbook(write_only=True)
    sheet = nation.create_sheet("PL01")
    sheet.append(["Mã đơn vị", "Tên đơn vị", *(f"fact_{place}" for place in range(COLUMNS))])
    for row in range(COMMUNES):
        sheet.append([f"{row:05}", f"Xã {row:05}", *(row * place % 1000 for place in range(COLUMNS))])
    nation.save(folder / "nation.xlsx")


def ours(path: Path, times: int) -> Callable[[], Any]:
    """Reading by the program: the reader, and the rows of the form."""
    from cchc_score.intake.join import join
    from cchc_score.intake.read_document import reports_of
    from cchc_score.model import Indicator
    from cchc_score.registry.registry import load_registry
    from cchc_score.schemes.form_file import read_form

    registry = load_registry()
    place = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"
    form = read_form(place.read_bytes(), place.name, registry.indicators)
    wide = {f"fact_{number}": Indicator(f"fact_{number}", f"fact {number}") for number in range(COLUMNS)}
    known = wide if path.stem == "nation" else registry.indicators
    reader = next(one for one in registry.readers.values() if path.suffix in one.suffixes)
    data = path.read_bytes()

    def run() -> None:
        for _ in range(times):
            found = reports_of(reader.read(data, path.name), path.name, form, known, 2023)
            table = join(found, None, 2023, form, known, accept_drafts=True).table
            assert len(table.columns) >= 50

    return run


def bare(path: Path, times: int) -> Callable[[], Any]:
    """Every cell by the library alone."""
    data = path.read_bytes()

    def cells() -> int:
        if path.suffix == ".docx":
            from docx import Document

            tables = Document(io.BytesIO(data)).tables
            return sum(len(cell.text) for table in tables for row in table.rows for cell in row.cells)
        if path.suffix == ".pdf":
            import pdfplumber

            with pdfplumber.open(io.BytesIO(data)) as pdf:
                pages = [page.extract_tables() for page in pdf.pages]
            return sum(len(cell or "") for tables in pages for table in tables for row in table for cell in row)
        if path.suffix != ".xlsx":
            from python_calamine import CalamineWorkbook

            whole = CalamineWorkbook.from_filelike(io.BytesIO(data))
            return sum(len(row) for name in whole.sheet_names for row in whole.get_sheet_by_name(name).to_python())
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for _ in row)

    return lambda: [cells() for _ in range(times)]


def office(folder: Path, files: list[Path], kind: str) -> None:
    """Convert files by the bare program, in one start."""
    from cchc_score.files.office_program import find_program

    subprocess.run(
        [
            str(find_program()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


def copies(path: Path, folder: Path, times: int) -> list[Path]:
    """A file under so many names."""
    found = [folder / f"{number:03}{path.suffix}" for number in range(times)]
    for copy in found:
        copy.write_bytes(path.read_bytes())
    return found


def converting(who: str, path: Path, times: int) -> Callable[[], Any]:
    """Many documents of another kind: read by the program, or only converted."""
    folder = Path(tempfile.mkdtemp(dir=path.parent))
    files = copies(path, folder, times)
    if who == "bare":
        return lambda: office(folder, files, "docx")
    from cchc_score.intake.read_document import reports_of
    from cchc_score.registry.registry import load_registry
    from cchc_score.schemes.form_file import read_form
    from cchc_score.year.document_files import DocumentSource, read_all

    registry = load_registry()
    place = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2023.toml"
    form = read_form(place.read_bytes(), place.name, registry.indicators)

    def run() -> None:
        reading = read_all([DocumentSource(one.name, one) for one in files], registry.readers, lambda *_: None)
        for name, document in reading.documents:
            (report,) = reports_of(document, name, form, registry.indicators, 2023)
            assert len(report.facts) >= 50
        assert len(reading.documents) == times

    return run


def one(who: str, path: Path, times: int) -> None:
    """Print seconds and the most memory of one way to read, in a process of its own."""
    run = (
        converting(who, path, times) if path.suffix[1:] in CONVERTED else {"ours": ours, "bare": bare}[who](path, times)
    )
    start = time.perf_counter()
    run()
    seconds = time.perf_counter() - start
    # A PDF is read in another process; of the office program the largest of its processes counts.
    most = max(resource.getrusage(whose).ru_maxrss for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([seconds, most / 1024]))


def main() -> None:
    """Print the table as Markdown."""
    if len(sys.argv) == 4:
        one(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
        return
    from cchc_score.files.office_program import find_program

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents(folder)
        print("| what | seconds | MB | bare, seconds | MB | ratio |\n|---|---:|---:|---:|---:|---:|")
        kinds = ("docx", "xlsx", "xls", "xlsb", "ods", "pdf", "txt")
        cases = [*((f"report.{kind}", REPORTS) for kind in kinds), ("unicode.txt", REPORTS), ("nation.xlsx", 1)]
        if find_program() is not None:
            for kind in CONVERTED:
                office(folder, [folder / "report.docx"], kind)
                cases.append((f"report.{kind}", REPORTS))
        for file, times in cases:
            found = []
            for who in ("ours", "bare") if not file.endswith(".txt") else ("ours",):
                runs = [
                    json.loads(subprocess.check_output([sys.executable, __file__, who, str(folder / file), str(times)]))
                    for _ in range(3)
                ]
                found += [min(run[0] for run in runs), min(run[1] for run in runs)]
            title = f"{times} x {file}" if times > 1 else f"one sheet, {COMMUNES:,} x {COLUMNS}"
            own, mine, *others = found
            beside = f"{others[0]:.2f} | {others[1]:.0f} | {own / others[0]:.2f}" if others else "- | - | -"
            print(f"| {title} | {own:.2f} | {mine:.0f} | {beside} |", flush=True)


if __name__ == "__main__":
    main()

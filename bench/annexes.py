"""How long an annex takes: 168 communes in Word and PDF, 3,321 in the ranking, beside scoring and the bare library.

python bench/annexes.py [COMMUNES]

The bare library writes the same texts into the same number of cells, without head or widths; a PDF of it once without
attachments and once with those of ours, which have to be packed whoever does it.
"""

import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import typst  # noqa: E402
from docx import Document  # noqa: E402

from bench.sample import sample_scheme, sample_table  # noqa: E402
from cchc_score.engine import score  # noqa: E402
from cchc_score.report.annex.annex_attachments import attachments  # noqa: E402
from cchc_score.report.annex.annex_document import AnnexDocument, cell_lines  # noqa: E402
from cchc_score.report.annex.annex_docx import annex_docx  # noqa: E402
from cchc_score.report.annex.annex_pdf import Attachment, annex_pdf  # noqa: E402
from cchc_score.report.annex.report_annex import annex_of  # noqa: E402
from cchc_score.results.area_parts import area_parts  # noqa: E402
from cchc_score.results.ranked_units import ranking  # noqa: E402
from cchc_score.results.scored import ScoredStage, scored_stage  # noqa: E402
from cchc_score.results.year_report import Piece, YearReport  # noqa: E402

Texts = Sequence[Sequence[Sequence[str]]]
BARE = b"""#let data = json(bytes(sys.inputs.data))
#for it in data { table(columns: it.at(0).len(), ..it.flatten()) }
#for key in sys.inputs.keys().filter(key => key != "data") { pdf.attach(key, bytes(sys.inputs.at(key))) }"""


def timed(work: Callable[[], bytes]) -> tuple[float, int]:
    """How many seconds of this process it takes the first time, and how many bytes come out."""
    # Not the best of several: typst remembers what it has laid out before.
    start = time.process_time()
    size = len(work())
    return time.process_time() - start, size


def texts(document: AnnexDocument) -> Texts:
    """The texts of all tables."""
    return [
        [
            [heading.text for heading in table.sheet.headings],
            *([" ".join(cell_lines(cell)) for cell in row] for row in table.sheet.typed_rows),
        ]
        for table in document.tables
    ]


def bare_docx(tables: Texts) -> bytes:
    """The same cells by python-docx alone, each row a copy of the first: asking it for each cell is far slower."""
    from copy import deepcopy

    made = Document()
    for rows in tables:
        table = made.add_table(1, len(rows[0]))
        blank = deepcopy(table._tbl.tr_lst[0])
        for row in rows:
            line = deepcopy(blank)
            table._tbl.append(line)
            for cell, text in zip(line.tc_lst, row, strict=True):
                cell.p_lst[0].add_r().text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def bare_pdf(tables: Texts, files: Sequence[Attachment] = ()) -> bytes:
    """The same cells by typst alone, tagged as ours are, with some files attached."""
    inputs = {"data": json.dumps(tables)} | {one.name: one.content.decode() for one in files}
    made = typst.compile(BARE, format="pdf", sys_inputs=inputs, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def report_of(scored: ScoredStage, *pieces: Piece) -> YearReport:
    """A report of all units."""
    rows = tuple(range(len(scored.sheet.table.units)))
    text = (ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_bytes()
    return YearReport(ranking(scored), frozenset(pieces), rows, area_parts(scored), scheme_text=text)


def show(name: str, report: YearReport, scoring: float) -> None:
    """Both files of a report, beside scoring and the bare library."""
    document = annex_of(report, "vi")
    tables = texts(document)
    files = attachments(report, document)
    cells = sum(len(row) for table in tables for row in table)
    works: dict[str, tuple[Callable[[], bytes], ...]] = {
        "docx": (lambda: annex_docx(annex_of(report, "vi")), lambda: bare_docx(tables)),
        # Another text first, or typst would remember what it has just laid out.
        "pdf": (
            lambda: annex_pdf(annex_of(report, "vi"), files),
            lambda: bare_pdf(tables),
            lambda: bare_pdf([[["x"]], *tables], files),
        ),
    }
    for kind, (own, *bare) in works.items():
        seconds, size = timed(own)
        ratios = [seconds / timed(one)[0] for one in bare]
        print(
            f"{name:28} {kind:5} {cells:7} cells  {seconds:6.2f} s  {size / 1024:7.0f} KiB"
            f"  {seconds / scoring:6.1f} x scoring  {ratios[0]:5.2f} x bare library"
            + "".join(f"  {ratio:5.2f} x with the same attachments" for ratio in ratios[1:])
        )


def main() -> None:
    """Print a line a report and kind of file."""
    # The library and its fonts are loaded before anything is timed.
    bare_pdf([[["x"]]])
    bare_docx([[["x"]]])
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 168
    for communes, pieces in ((count, ("ranking", "areas", "summary")), (count, ("sheets",)), (3321, ("ranking",))):
        scheme, methods = sample_scheme()
        table = sample_table(scheme, communes)
        start = time.process_time()
        sheet = score(scheme, methods, table)
        scoring = time.process_time() - start
        scored = scored_stage(sheet, methods, (), "cchc-score", ())
        show(f"{communes}: {', '.join(pieces)}", report_of(scored, *pieces), scoring)


if __name__ == "__main__":
    main()

"""Forms of random years, changed as people do and saved by LibreOffice: `python -m tests.long.year_forms --cases 200`."""

import argparse
import io
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from cchc_score.appraisal.answer_form import ANSWER_COLUMNS, answer_form, answerable
from cchc_score.appraisal.stages import Stages
from cchc_score.builtin.readers import read_xlsx
from cchc_score.forms.units_form import units_form
from cchc_score.intake.figure_form import figure_form
from cchc_score.intake.headings import HeadingNames
from cchc_score.intake.join import join
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Unit
from cchc_score.office.table_file import table_bytes
from cchc_score.registry.registry import load_registry
from cchc_score.year.units_document import units_of_document
from tests.appraisal.filling import exported, filled, read
from tests.appraisal.kit import appraisals
from tests.appraisal.test_answer_rows import answered
from tests.appraisal.test_workbook_import import bare, changes, entries_of
from tests.office_forms import typed_into
from tests.strategies import METHODS, told, years

KINDS = ("figures", "units", "answers", "appraisal")


class FormCase(NamedTuple):
    """A form as somebody hands it back, and what says whether it was read as it should be."""

    kind: str
    data: bytes
    holds: Callable[[Path], bool]


@st.composite
def form_cases(draw: Any) -> FormCase | None:
    """One form of a random year; None where a year has nothing that could be answered."""
    return {"figures": _figures, "units": _units, "answers": _answers, "appraisal": _appraisal}[
        draw(st.sampled_from(KINDS))
    ](draw)


def _figures(draw: Any) -> FormCase:
    scheme, facts = draw(years(least=1, most=4))
    asked, lang = list(scheme.indicators.values()), draw(st.sampled_from(["vi", "en"]))
    rows = list(enumerate(facts.units))
    sheet = figure_form("A", "A", ("x",), asked, HeadingNames(None, scheme.indicators), rows, facts, lang)

    def holds(path: Path) -> bool:
        reports = reports_of(read_xlsx(path.read_bytes(), "a.xlsx"), "a.xlsx", None, scheme.indicators, scheme.period)
        found = join(reports, facts.units, scheme.period, None, scheme.indicators, by_others=True)
        wrong = [one for one in found.findings if one.severity == "error"]
        # The order in which units share a name is told apart by their codes.
        return told(found.table) == told(facts) and not wrong

    return FormCase("figures", _as_people_do(table_bytes(sheet, "xlsx", lang), len(sheet.columns)), holds)


def _units(draw: Any) -> FormCase:
    days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
    codes = st.text("ABC019", min_size=1, max_size=4)
    made = st.builds(Unit, code=codes, name=st.text("Xã ĐôngB", min_size=2, max_size=8).map(str.strip).filter(bool),
                     ranked=st.booleans(), valid_from=days, valid_to=days)  # fmt: skip
    listed = tuple(
        Unit(
            unit.code,
            " ".join(unit.name.split()),
            ranked=unit.ranked,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
        )
        for unit in draw(st.lists(made, min_size=1, max_size=5, unique_by=lambda unit: unit.code))
    )
    data = _as_people_do(table_bytes(units_form(listed, 2025, "vi"), "xlsx", "vi"), 8)
    readers = load_registry().readers
    return FormCase("units", data, lambda path: units_of_document(path, "a.xlsx", readers) == listed)


def _answers(draw: Any) -> FormCase | None:
    scheme, facts, entries = draw(appraisals(rounds=1))
    stages = Stages(scheme, METHODS, facts, entries=tuple(entries))
    changed = answerable(stages, 1)
    unit = next((one for one in facts.units if one.code in changed), None)
    if unit is None:
        return None
    own = changed[unit.code]
    texts = {at: f"trả lời {at}" for at in range(len(own)) if draw(st.booleans())}
    data = table_bytes(answer_form(stages, 1, unit, own, "vi"), "xlsx", "vi")
    data = typed_into(data, "xlsx", list(ANSWER_COLUMNS), "answer", texts, "04/01/2024")
    wanted = {(own[at].id, text) for at, text in texts.items()}

    def holds(path: Path) -> bool:
        answers, findings = answered(stages, path.read_bytes(), "xlsx", unit.code)
        return {(one.entry, one.text) for one in answers} == wanted and not findings

    return FormCase("answers", _as_people_do(data, len(ANSWER_COLUMNS), total=False), holds)


def _appraisal(draw: Any) -> FormCase:
    scheme, facts = draw(years(least=1, most=2))
    stages = Stages(scheme, METHODS, facts)
    wanted = draw(entries_of(stages, 1, {}, facts, stages.reported))

    def holds(path: Path) -> bool:
        found = read(path.read_bytes(), stages)
        return not found.findings and bare(found.entries) == bare(wanted)

    return FormCase("appraisal", filled(exported(stages), changes(wanted, "vi", scheme)), holds)


def _as_people_do(data: bytes, width: int, total: bool = True) -> bytes:
    """A form with a column of remarks, a colour, a filter and a line that says it is a total."""
    book = load_workbook(io.BytesIO(data))
    page = book.active
    assert page is not None
    head = next(row[0].row for row in page.iter_rows() if sum(cell.value is not None for cell in row) == width)
    last = page.max_row
    page.cell(head, width + 1).value = "Ghi chú"
    page.cell(head + 1, width + 1).value = "hỏi lại"
    page.cell(head + 1, 1).fill = PatternFill("solid", fgColor="FFFF00")
    if total:
        page.cell(last + 2, 2).value = "Tổng cộng"
    page.auto_filter.ref = f"A{head}:B{last}"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def drawn(count: int, first: int) -> list[FormCase]:
    """So many forms, the same for the same first seed."""
    found: list[FormCase] = []

    @seed(first)
    @settings(
        max_examples=2 * count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(form_cases())
    def collect(case: FormCase | None) -> None:
        if case is not None and len(found) < count:
            found.append(case)

    collect()
    return found


def saved_by_office(cases: list[FormCase], folder: Path) -> list[Path]:
    """The forms as LibreOffice saves them."""
    (folder / "in").mkdir()
    names = [f"{at:05d}.xlsx" for at in range(len(cases))]
    for name, case in zip(names, cases, strict=True):
        (folder / "in" / name).write_bytes(case.data)
    own = f"-env:UserInstallation=file://{folder / 'profile'}"
    asked = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    subprocess.run(
        ["soffice", own, *asked, *(str(folder / "in" / name) for name in names)], check=True, capture_output=True
    )
    return [folder / "out" / name for name in names]


def main() -> None:
    """Draw, save and read the forms; the last line says how many of each kind were read as they should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    cases = drawn(chosen.cases, chosen.seed)
    with tempfile.TemporaryDirectory() as name:
        paths = saved_by_office(cases, Path(name))
        results = [(case.kind, case.holds(path)) for case, path in zip(cases, paths, strict=True)]
    wrong = [(at, kind) for at, (kind, held) in enumerate(results) if not held]
    print(*wrong, sep="\n")
    print(dict(Counter(kind for kind, held in results if held)), "read as they should be;", len(wrong), "not")
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()

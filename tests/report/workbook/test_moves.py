"""A reader changes a figure in the workbook: everything moves to what the engine makes of the changed figure."""

import io
import re
from dataclasses import replace
from fractions import Fraction
from random import Random

import ironcalc
import openpyxl
import pytest

from cchc_score.report.workbook.fact_cells import is_live
from cchc_score.report.workbook.report_book import report_book
from tests.random_years import Case, random_case
from tests.report.judges import Judged
from tests.report.random_books import report_of, scored_of

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported.*:UserWarning")

FIGURES, POINTS, MAXIMA = "Số liệu", "Điểm", "Điểm tối đa"
VALUE = 7
REFERENCE = re.compile(r"(?:'([^']+)'!)?(\$?[A-Z]+\$?[0-9]+)")
FULL_SEEDS = 100


def changed(case: Case) -> Case:
    """A year in which one number and one answer of a unit are others."""
    random = Random(case.seed)
    place = random.randrange(len(case.units))
    facts = dict(case.units[place].facts)
    numbers = [code for code, value in facts.items() if isinstance(value, Fraction)]
    answers = [code for code, value in facts.items() if isinstance(value, bool)]
    if numbers:
        facts[random.choice(numbers)] = Fraction(random.choice([0, 1, 2, 5, 10, 50, 100]))
    if answers:
        code = random.choice(answers)
        facts[code] = not facts[code]
    units = list(case.units)
    units[place] = replace(units[place], facts=facts)
    return replace(case, units=tuple(units))


def retyped(data: bytes, wanted: openpyxl.Workbook, folder) -> ironcalc.Model:
    """A workbook in which somebody has typed the figures of another one."""
    path = folder / "retyped.xlsx"
    path.write_bytes(data)
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC")
    own = openpyxl.load_workbook(io.BytesIO(data))
    tab = own.sheetnames.index(FIGURES)
    for row in range(5, own[FIGURES].max_row + 1):
        before, after = own[FIGURES].cell(row, VALUE), wanted[FIGURES].cell(row, VALUE)
        if before.data_type != "f" and before.value != after.value:
            if isinstance(after.value, int | float):
                model.update_cell_with_number(tab, row, VALUE, after.value)
            else:
                model.update_cell_with_text(tab, row, VALUE, str(after.value))
    model.evaluate()
    return model


class Alike:
    """Which cells two workbooks calculate from figures alone, or from values that stand in both."""

    def __init__(self, own: openpyxl.Workbook, wanted: openpyxl.Workbook) -> None:
        self.own, self.wanted, self.known = own, wanted, {}

    def __call__(self, tab: str, place: str) -> bool:
        key = tab, place
        if key not in self.known:
            one, other = self.own[tab][place], self.wanted[tab][place]
            if one.data_type == other.data_type == "f":
                refs = [(sheet or tab, cell.replace("$", "")) for sheet, cell in REFERENCE.findall(one.value)]
                self.known[key] = all(self(*ref) for ref in refs if ref[0] in (POINTS, MAXIMA))
            else:
                self.known[key] = one.value == other.value
        return self.known[key]


@pytest.mark.full
@pytest.mark.parametrize(
    "seed", [*range(6), *(pytest.param(one, marks=pytest.mark.full) for one in range(6, FULL_SEEDS))]
)
def test_a_changed_figure_moves_what_it_moves_in_the_engine(tmp_path, registry, seed):
    case = random_case(seed)
    scored = [scored_of(one, registry) for one in (case, changed(case))]
    before, after = (report_book(report_of(one), "vi") for one in scored)
    own, wanted = (openpyxl.load_workbook(io.BytesIO(data)) for data in (before, after))
    values = openpyxl.load_workbook(io.BytesIO(after), data_only=True)
    model = retyped(before, wanted, tmp_path)
    names = [sheet["name"] for sheet in model.get_worksheets_properties()]
    alike, compared = Alike(own, wanted), 0
    for tab in (POINTS, MAXIMA):
        for cell in (cell for row in own[tab].iter_rows(min_row=6) for cell in row):
            if cell.data_type == "f" and alike(tab, cell.coordinate):
                judged = model.get_cell_value(names.index(tab), cell.row, cell.column)
                one = Judged(f"{tab}!{cell.coordinate}", cell.value, values[tab][cell.coordinate].value, judged)
                assert one.equal, one
                compared += 1
    # Points that are never rounded, or have more digits than are exact, are written as values throughout.
    assert bool(compared) == is_live(scored[0].sheet.scheme)

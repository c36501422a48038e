"""Small schemes written out, for tests that read like a specification."""

from fractions import Fraction

from cchc_score.engine import score
from cchc_score.facts import table
from cchc_score.model import Area, ClassLimit, Criterion, Ranking, Scheme, Unit
from tests.strategies import KINDS, METHODS, indicator

INDICATORS = {code: indicator(code, 2) for code in KINDS}
RANKING = Ranking("none", "exact", "standard", "low")
OPEN = ClassLimit("Còn lại", Fraction(0))


def leaf(number, most, method, choice=None, gate=None, factor=None, **raw):
    """A leaf with a method of METHODS and its settings."""
    settings = METHODS[method].settings.model_validate(raw) if method in METHODS else None
    area = f"area{number.partition('.')[0]}"
    return Criterion(
        number, area, f"Tiêu chí {number}", Fraction(most), (), choice=choice, method=method, settings=settings,
        gates=() if gate is None else (gate,), factor=factor,
    )  # fmt: skip


def parent(number, most, combine, parts, chosen_by=None):
    """A parent that combines its parts."""
    area = f"area{number.partition('.')[0]}"
    return Criterion(number, area, f"Tiêu chí {number}", Fraction(most), tuple(parts), combine, chosen_by)


def scheme(*criteria, outside=None, ranking=RANKING, classes=(OPEN,), decimals=2, rounding="criterion"):
    """A scheme of criteria. `outside` gives the kind and the maximum of areas other than normal, by number."""
    numbers = sorted({int(one.number.partition(".")[0]) for one in criteria})
    areas = []
    for number in numbers:
        tops = [one for one in criteria if one.area == f"area{number}" and one.number.count(".") == 1]
        kind, most = (outside or {}).get(number, ("normal", sum(one.max_points for one in tops)))
        listed = tuple(one.number for one in tops)
        areas.append(Area(f"area{number}", number, f"Lĩnh vực {number}", Fraction(most), listed, kind))
    most = sum((area.max_points for area in areas if area.kind == "normal"), Fraction(0))
    return Scheme(
        "thu", "Thử", "1", 2023, "", most, decimals, rounding, ranking, tuple(classes), tuple(areas),
        {one.number: one for one in criteria}, INDICATORS, (), "0" * 64,
    )  # fmt: skip


def scored(one, *reports, methods=METHODS, listed=None):
    """The score sheet of units of whom these facts are known."""
    listed = listed or [Unit(f"u{row}", f"Đơn vị {row}", "xã") for row in range(len(reports))]
    known = {
        (row, code): Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value
        for row, report in enumerate(reports)
        for code, value in report.items()
    }
    return score(one, methods, table(listed, INDICATORS, known))


def marks(sheet):
    """All marks of all units: place -> one mark per unit."""
    places = ["total", *(area.code for area in sheet.scheme.areas), *sheet.scheme.criteria]
    return {place: [sheet.mark(row, sheet.at(place)) for row in range(len(sheet.table.units))] for place in places}

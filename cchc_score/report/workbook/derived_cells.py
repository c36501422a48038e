"""The formula of a fact that follows from others of the unit: lowest, highest, mean, or how many meet a condition."""

from cchc_score.engine.derived_facts import derived_value
from cchc_score.facts import Table
from cchc_score.formulas import Term, added, any_of, common_unit, whole
from cchc_score.model import NUMBERS, Derived, FactRef, Indicator
from cchc_score.report.workbook.fact_cells import FactCells, LeafFormula


def derived_formula(indicator: Indicator, cells: FactCells) -> LeafFormula | None:
    """The formula of a derived fact; None where it has none."""
    derived = indicator.derived
    if derived is None or derived.kind == "unit" or indicator.kind not in NUMBERS:
        return None
    cells.slots.clear()
    refs = [FactRef(((1, part),)) for part in derived.facts]
    unknown = cells.unknown(refs)
    assert unknown is not None
    text = _text(indicator, derived, refs, cells)
    return LeafFormula(f'=IF({unknown.text},"",{text})', tuple(cells.slots))


def _text(indicator: Indicator, derived: Derived, refs: list[FactRef], cells: FactCells) -> str:
    if derived.kind == "count":
        return "+".join(f"IF({_meets(derived, ref, cells)},1,0)" for ref in refs)
    if derived.kind == "mean":
        scale, step = cells.scale_of(refs), 10**indicator.decimals
        total = added([cells.number(ref, scale) for ref in refs])
        den = len(refs) * scale
        rounded = f"INT((2*{step}*({total.text})+{den})/{2 * den})"
        return rounded if step == 1 else f"{rounded}/{step}"
    name = "MIN" if derived.kind == "lowest" else "MAX"
    return f"{name}({','.join(cells.cell(ref.codes[0]) for ref in refs)})"


def _meets(derived: Derived, ref: FactRef, cells: FactCells) -> str:
    """Whether a fact meets the condition by which it is counted."""
    if derived.at_least is None:
        answer = cells.answer(ref)
        return any_of([answer.says(code) for code in derived.answers if code in answer.words]).text
    scale = common_unit([cells.scale_of([ref]), derived.at_least.denominator])
    amount: Term = cells.number(ref, scale)
    return (amount >= whole(int(derived.at_least * scale))).text


def follows(table: Table, indicator: Indicator, row: int) -> bool:
    """Whether what a unit has of a derived fact is what its parts give, and nothing that was reported besides."""
    derived = indicator.derived
    assert derived is not None
    parts = [table.columns.get(part) for part in derived.facts]
    known = [part for part in parts if part is not None and part.known[row]]
    if len(known) < len(parts):
        return not table.known(row, indicator.code)
    if not table.known(row, indicator.code):
        return False
    return bool(table.columns[indicator.code].values[row] == derived_value(indicator, derived, known, row))

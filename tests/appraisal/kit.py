"""A small year for tests of its work: three units, a scheme of every source of facts, and how entries are drawn."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

from hypothesis import strategies as st

from cchc_score.appraisal.appraisal_model import Entry, Evidence, Known
from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.rounds import appraise
from cchc_score.appraisal.work_context import work_context
from cchc_score.builtin.readers import read_toml_record
from cchc_score.documents import Cell, CellTable
from cchc_score.engine import held_criteria, score
from cchc_score.facts import Origin, table
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Outcome, Unit
from cchc_score.sheet import HandMark
from tests.engine.schemes import INDICATORS, leaf, parent, scheme
from tests.strategies import METHODS, ref, used, values, years

DAY = date(2023, 12, 20)
UNITS = (Unit("M01", "Xã Mẫu 01", "xã"), Unit("M02", "Xã Mẫu 02", "xã"), Unit("M03", "Phường Mẫu 03", "phường"))
LEVELS = {"none": F(2), "light": F(1), "serious": F(0)}
SCHEME = scheme(
    parent("1.1", 3, "sum", ["1.1.1", "1.1.2"]),
    leaf("1.1.1", 2, "count", count=ref("n1"), each=F(1, 2)),
    leaf("1.1.2", 1, "options", fact=ref("flag"), points={"yes": F(1), "no": F(0)}),
    leaf("1.2", 2, "ratio", part=ref("n2"), whole=ref("n3"), if_none="not_applicable"),
    leaf("1.3", 2, "options", fact=ref("level"), points=LEVELS),
    leaf("2.1", 4, "given", points=ref("survey")),
    replace(leaf("2.2", 1, "given", points=ref("grade")), held=False, reason="Chưa hướng dẫn"),
)
FACTS = {
    (0, "n1"): F(2), (0, "flag"): True, (0, "n2"): F(6), (0, "n3"): F(12), (0, "level"): "light",
    (1, "n1"): F(4), (1, "flag"): False, (1, "n2"): F(0), (1, "n3"): F(0),
}  # fmt: skip
TABLE = table(UNITS, INDICATORS, FACTS, {key: Origin("reports/a.csv", 2, row="1.1") for key in FACTS})
RULES = work_context(SCHEME, UnitLookup(UNITS, UNITS))


def work(text, name="appraisal/vong-1.toml", known=RULES):
    """What a TOML text of the working year tells."""
    return from_work_record(read_toml_record(text.encode(), name), name, known)


def codes(findings):
    """The codes of findings, in order."""
    return [one.code for one in findings]


def scored(points):
    """A mark of some points."""
    return HandMark(Outcome.SCORED, F(points))


def entry(target, old, new, unit="M01", id="", round=1, supersedes="", line=0, **other):
    """An entry about a criterion (its number) or a fact (its code)."""
    criterion, indicator = (target, "") if target[0].isdecimal() else ("", target)
    values = {"reason": "Theo hồ sơ", "evidence": (Evidence("KH 02"),), "by": "An", "on": DAY} | other
    return Entry(
        id or f"{unit}-{target}-{round}", round, unit, criterion, indicator, old, new, supersedes=supersedes,
        origin=Origin("appraisal/a.toml", line), **values,
    )  # fmt: skip


def mark_at(one_scheme, facts, marks, row, number):
    """The mark that a unit has of a leaf, as an entry would state it."""
    sheet = score(one_scheme, METHODS, facts, marks)
    mark = sheet.mark(row, sheet.criteria[number])
    return HandMark(mark.outcome, mark.low)


def state_of(one_scheme, state, row, target):
    """What a target is after some rounds."""
    if target in one_scheme.criteria:
        return mark_at(one_scheme, state.table, state.marks, row, target)
    return Known(state.table.value(row, target)) if state.table.known(row, target) else None


def new_states(one_scheme, target):
    """What an entry may set its target to."""
    if target not in one_scheme.criteria:
        return st.none() | values(one_scheme.indicators[target]).map(Known)
    step = 10 ** one_scheme.decimals_of(one_scheme.criteria[target])
    steps = st.integers(0, int(one_scheme.criteria[target].max_points * step))
    return (
        st.none()
        | st.sampled_from([HandMark(Outcome.NOT_APPLICABLE), HandMark(Outcome.PENDING)])
        | steps.map(lambda one: HandMark(Outcome.SCORED, F(one, step)))
    )


@st.composite
def appraisals(draw, rounds=3):
    """A year and entries over several rounds: most of them right, some stale, rival, superseding or clashing."""
    one_scheme, facts = draw(years(least=1, most=3))
    assessed = held_criteria(one_scheme)
    leaves = [one.number for one in one_scheme.leaves if one.number in assessed]
    targets = [*leaves, *used(one_scheme)]
    entries = []
    for round in range(1, rounds + 1):
        state = appraise(one_scheme, METHODS, facts, entries)[-1]
        for place in range(draw(st.integers(0, 4)) if targets else 0):
            row, target = draw(st.integers(0, len(facts.units) - 1)), draw(st.sampled_from(targets))
            old = state_of(one_scheme, state, row, target)
            earlier = [one for one in entries if one.round == round]
            kind = draw(st.sampled_from(["right"] * 4 + ["stale", "supersedes", "clash"]))
            supersedes, id = "", f"r{round}-{place}"
            if kind == "stale":
                old = draw(new_states(one_scheme, target))
            elif kind == "supersedes" and earlier:
                other = draw(st.sampled_from(earlier))
                row = next(n for n, unit in enumerate(facts.units) if unit.code == other.unit)
                target, old, supersedes = other.target[1], other.new, other.id
            elif kind == "clash" and entries:
                id = draw(st.sampled_from(entries)).id
            new = draw(new_states(one_scheme, target))
            entries.append(entry(target, old, new, facts.units[row].code, id, round, supersedes, line=len(entries) + 1))
    return one_scheme, facts, entries


def cells(*rows):
    """A table of cells: texts, or cells as they are; all rows of one width."""
    width = max(map(len, rows), default=0)
    return CellTable(
        tuple(
            (line, tuple(one if isinstance(one, Cell) else Cell(one) for one in (*row, *[""] * (width - len(row)))))
            for line, row in enumerate(rows, 1)
        )
    )

"""The figures of imported reports one by one, those first that need a look."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.facts import Origin
from cchc_score.findings import Finding
from cchc_score.intake.join import Gathered
from cchc_score.model import Form, FormRow, Indicator, Unit
from cchc_score.review.review_columns import STATES
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One figure of a unit: the row of the form that asks for it, what was read, where, and why it needs a look.

    `row` is None for a figure that the form does not ask for, `known` None for one that is blank.
    """

    unit: Unit
    indicator: Indicator
    row: FormRow | None = None
    known: Known | None = None
    origin: Origin | None = None
    states: tuple[str, ...] = ()
    why: tuple[Finding, ...] = ()

    @property
    def rank(self) -> int:
        """How soon it should be looked at: 0 first."""
        return min((list(STATES).index(state) for state in self.states), default=len(STATES))

    def state_words(self, lang: Lang) -> str:
        """Why it needs a look, in a word or two; '' for no reason."""
        return ", ".join(pick(lang, *STATES[state]) for state in self.states)


def review_rows(
    gathered: Gathered, units: Iterable[int], form: Form | None, indicators: Mapping[str, Indicator]
) -> list[ReviewRow]:
    """The figures of some units, each by its place among all: those that the form asks for, and all others known."""
    noticed = _by_row(gathered.findings)
    rows = [
        _review_row(gathered, place, code, row, indicators[code], noticed)
        for place in units
        for code, row in _asked(gathered, place, form)
    ]
    # A stable order: among equals the units, and the rows of the form, stand as they did.
    return sorted(rows, key=lambda row: row.rank)


def _asked(gathered: Gathered, place: int, form: Form | None) -> Iterator[tuple[str, FormRow | None]]:
    rows = form.rows.values() if form else ()
    asked = {row.indicator: row for row in rows if row.indicator is not None and row.kind == "leaf"}
    yield from asked.items()
    known = (code for code in gathered.table.columns if gathered.table.known(place, code))
    drafts = (code for unit, code in gathered.drafts if unit == place)
    yield from ((code, None) for code in sorted({*known, *drafts} - asked.keys()))


def _by_row(findings: Sequence[Finding]) -> Mapping[tuple[str, str], list[Finding]]:
    found: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.place.row and finding.severity != "note":
            found[finding.place.unit, finding.place.row].append(finding)
    return found


def _review_row(
    gathered: Gathered,
    place: int,
    code: str,
    row: FormRow | None,
    indicator: Indicator,
    noticed: Mapping[tuple[str, str], Sequence[Finding]],
) -> ReviewRow:
    table, unit, draft = gathered.table, gathered.table.units[place], gathered.drafts.get((place, code))
    known = Known(draft.value) if draft else Known(table.value(place, code)) if table.known(place, code) else None
    reasons = gathered.reasons.get((place, code), ())
    told = noticed.get((unit.label, row.code), ()) if row is not None else ()
    states = (
        *(["error"] if any(finding.severity == "error" for finding in told) else []),
        *(["doubt"] if reasons else []),
        *(["draft"] if draft else []),
        *(["blank"] if known is None else []),
    )
    # A finding stands at the row as well as behind the doubt.
    why = {finding.message("en"): finding for finding in (*told, *reasons)}
    return ReviewRow(
        unit=unit,
        indicator=indicator,
        row=row,
        known=known,
        origin=table.origins.get((place, code)),
        states=states,
        why=tuple(why.values()),
    )

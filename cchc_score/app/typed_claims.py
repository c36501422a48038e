"""Typed claims: what somebody has typed into the self-score of a unit, read; and claims as the texts of its fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cchc_score.appraisal.appraisal_model import Claim, Evidence
from cchc_score.appraisal.marks import claimed_mark, evidence_of
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.self_score_sheet import read_day
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.intake.printed_values import Unreadable, unreadable_args
from cchc_score.model import Criterion, Indicator, Outcome, Unit
from cchc_score.points import plain
from cchc_score.sheet import HandMark
from cchc_score.text import Lang, brief, pick

POINTS, OUT, DOCUMENT, DAY, FILES, EXPLANATION = "points", "out", "document", "day", "files", "explanation"
"""The fields of a criterion; `field_name` puts its number behind. `out` is ticked where it does not apply."""
FIELDS = (POINTS, OUT, DOCUMENT, DAY, FILES, EXPLANATION)
_DAY = Indicator("day", "Ngày", "Date", kind="date")


def field_name(field: str, number: str) -> str:
    """The name of a field of a criterion."""
    return f"{field}:{number}"


@dataclass(frozen=True, slots=True)
class TypedClaims:
    """The claims that could be read, in the order of the scheme; what is wrong with others, by the names of fields."""

    claims: tuple[Claim, ...]
    faults: Mapping[str, Finding]


def typed_claims(
    texts: Mapping[str, str],
    leaves: Iterable[Criterion],
    context: WorkContext,
    unit: Unit,
    by: str,
    on: Moment,
    paths: Mapping[str, str] | None = None,
) -> TypedClaims:
    """What a unit claims of some leaves; one without points, and not out, is none.

    `paths` are where the files of the year are that fields name, by their names there.
    """
    reading = _Reading(texts, context, paths or {})
    found = [(leaf, reading.mark(leaf)) for leaf in leaves]
    claims = [
        Claim(
            unit=unit.code,
            criterion=leaf.number,
            mark=mark,
            evidence=reading.evidence(leaf.number),
            explanation=reading.text(EXPLANATION, leaf.number),
            by=by,
            on=on,
            origin=Origin(""),
        )
        for leaf, mark in found
        if mark is not None
    ]
    return TypedClaims(tuple(claims), reading.faults)


class _Reading:
    """The fields of a self-score while they are read."""

    def __init__(self, texts: Mapping[str, str], context: WorkContext, paths: Mapping[str, str]) -> None:
        self.texts, self.context, self.paths = texts, context, paths
        self.faults: dict[str, Finding] = {}

    def text(self, field: str, number: str) -> str:
        return self.texts.get(field_name(field, number), "").strip()

    def mark(self, leaf: Criterion) -> HandMark | None:
        text = self.text(POINTS, leaf.number)
        if self.text(OUT, leaf.number):
            return HandMark(Outcome.NOT_APPLICABLE)
        if not text:
            return None
        found: list[Finding] = []
        try:
            mark = claimed_mark(text)
            if self.context.usable(mark, leaf, Place(), found):
                return mark
        except Unreadable as fault:
            found = [Finding(fault.code, args={"text": brief(text)})]
        self.faults[field_name(POINTS, leaf.number)] = found[0]
        return None

    def evidence(self, number: str) -> tuple[Evidence, ...]:
        documents = evidence_of(self.text(DOCUMENT, number))
        day = self._day(number)
        if day is not None and documents:
            # A day belongs to one document: further ones say theirs themselves.
            documents = (Evidence(documents[0].document, day), *documents[1:])
        elif day is not None:
            documents = (Evidence(f"{day:%d/%m/%Y}", day),)
        files = [line for line in self.text(FILES, number).split("\n") if line.strip()]
        return (*documents, *(Evidence(file=self.paths.get(file, file)) for file in files))

    def _day(self, number: str) -> date | None:
        text = self.text(DAY, number)
        day = read_day(text) if text else None
        if text and day is None:
            self.faults[field_name(DAY, number)] = Finding("value-day", args=unreadable_args(_DAY, brief(text)))
        return day


def claim_texts(claims: Iterable[Claim], names: Mapping[str, str], lang: Lang) -> dict[str, str]:
    """Claims as the texts of their fields; `names` are what files are called there, by their paths in the year."""
    texts: dict[str, str] = {}
    for claim in claims:
        cited = [one for one in claim.evidence if not one.file]
        alone = len(cited) == 1 and cited[0].day is not None and bool(cited[0].document)
        day = cited[0].day if alone else None
        scored = claim.mark.outcome == Outcome.SCORED
        fields = {
            POINTS: points_text(claim.mark.points, lang) if scored else "",
            OUT: "1" if claim.mark.outcome == Outcome.NOT_APPLICABLE else "",
            DOCUMENT: cited[0].document if day else "; ".join(one.words(lang) for one in cited),
            DAY: f"{day:%d/%m/%Y}" if day else "",
            FILES: "\n".join(names.get(one.file, one.file) for one in claim.evidence if one.file),
            EXPLANATION: claim.explanation,
        }
        texts |= {field_name(field, claim.criterion): text for field, text in fields.items() if text}
    return texts


def points_text(points: Fraction, lang: Lang) -> str:
    """Points as one types them: without marks of thousands, so that they are read in one way only."""
    return plain(points).replace(".", pick(lang, ",", "."))

"""The self-score as a page shows it: areas and criteria, each with its rule, what the figures give, and its fields."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cchc_score.app.typed_claims import DAY, DOCUMENT, EXPLANATION, FILES, OUT, POINTS, field_name
from cchc_score.app.typed_points import ByFigures
from cchc_score.appraisal.own_figures import Decider
from cchc_score.findings import Words
from cchc_score.forms.typed_checks import claim_check
from cchc_score.model import Area, Criterion, Outcome
from cchc_score.rule_words import rule_words
from cchc_score.text import Lang, number, pick
from cchc_web.commune import Commune
from cchc_web.evidence_files import KeptFile, files_in

ADD = Words("Thêm", "Add")
"""What a row says that has no texts yet."""
_GIVEN: dict[Decider, Words] = {
    "survey": Words("Do điều tra xã hội học cho điểm, xã không tự chấm.", "Given by the survey; communes leave it."),
    "council": Words("Do hội đồng chấm, xã không tự chấm.", "Given by the council; communes leave it."),
    "penalty": Words("Điểm trừ do hội đồng ghi, xã không tự chấm.", "Taken off by the council; communes leave it."),
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A line of the self-score: an area, a criterion with parts, one that the unit scores, or one that others give.

    `name` is the number of the criterion or the code of the area, under which its places are found while somebody
    types. `given` says why the unit leaves it.
    """

    kind: str
    name: str
    number: str
    title: str
    rule: str
    proof: str
    most: str
    by_figures: str
    own: str
    given: str = ""
    points: str = ""
    out: bool = False
    document: str = ""
    day: str = ""
    explanation: str = ""
    files: tuple[KeptFile, ...] = ()
    paths: tuple[str, ...] = ()
    check: str = ""
    fault: str = ""
    day_fault: str = ""
    summary: str = ""


def claim_rows(commune: Commune) -> list[ClaimRow]:
    """The lines of the unit's self-score in the order of the scheme."""
    leaves = {leaf.number for leaf in commune.leaves}
    return [
        _area(commune, place)
        if isinstance(place, Area)
        else _parent(commune, place)
        if place.parts
        else _leaf(commune, place)
        if place.number in leaves
        else _given(commune, place)
        for place in commune.plan.places
    ]


def _area(commune: Commune, area: Area) -> ClaimRow:
    lang = commune.plan.lang
    return ClaimRow(
        kind="area",
        name=area.code,
        number=str(area.number),
        title=area.label(lang),
        rule="",
        proof="",
        most=number(area.max_points, lang=lang),
        by_figures="",
        own=own_words(commune, area.code),
    )


def _base(commune: Commune, criterion: Criterion, kind: str) -> ClaimRow:
    plan = commune.plan
    return ClaimRow(
        kind=kind,
        name=criterion.number,
        number=criterion.number,
        title=criterion.title,
        rule=rule_words(plan.scheme, criterion, plan.year.methods, plan.lang),
        proof=criterion.evidence,
        most=number(criterion.max_points, lang=plan.lang),
        by_figures="",
        own=own_words(commune, criterion.number) if kind == "parent" else "",
    )


def _parent(commune: Commune, criterion: Criterion) -> ClaimRow:
    return _base(commune, criterion, "parent")


def _given(commune: Commune, criterion: Criterion) -> ClaimRow:
    who = commune.points.stages.deciders[criterion.number]
    return replace(_base(commune, criterion, "given"), given=pick(commune.plan.lang, *_GIVEN.get(who, Words("", ""))))


def _leaf(commune: Commune, leaf: Criterion) -> ClaimRow:
    fields, faults, lang = commune.claims_draft.fields, commune.claims.faults, commune.plan.lang

    def text(field: str) -> str:
        return fields.get(field_name(field, leaf.number), "")

    def fault(field: str) -> str:
        found = faults.get(field_name(field, leaf.number))
        return found.message(lang) if found else ""

    files = tuple(files_in(text(FILES)))
    known = {file.line for file in files}
    return replace(
        _base(commune, leaf, "leaf"),
        by_figures=figures_words(commune, leaf),
        own=_claimed(commune, leaf),
        points=text(POINTS),
        out=bool(text(OUT)),
        document=text(DOCUMENT),
        day=text(DAY),
        explanation=text(EXPLANATION),
        files=files,
        paths=tuple(line for line in text(FILES).split("\n") if line and line not in known),
        check=check_words(commune, leaf),
        fault=fault(POINTS),
        day_fault=fault(DAY),
        summary=summary_words(text(DOCUMENT), text(FILES), text(EXPLANATION), lang),
    )


def _claimed(commune: Commune, leaf: Criterion) -> str:
    """The points that the unit claims, as a number of the scheme's."""
    claim = next((one for one in commune.claims.claims if one.criterion == leaf.number), None)
    scored = claim is not None and claim.mark.outcome == Outcome.SCORED
    decimals = commune.plan.scheme.decimals_of(leaf)
    return number(claim.mark.points, decimals, commune.plan.lang) if claim and scored else ""


def figures_words(commune: Commune, leaf: Criterion) -> str:
    """The points that the own figures give, in words where they give none."""
    found: ByFigures = commune.points.by_figures(leaf)
    lang = commune.plan.lang
    if found.points is not None:
        return number(found.points, commune.plan.scheme.decimals_of(leaf), lang)
    words = {
        "open": Words("chờ số liệu", "figures missing"),
        "out": Words("không áp dụng", "does not apply"),
        "later": Words("tính khi đủ các xã", "once all have reported"),
    }
    return pick(lang, *words.get(found.state, Words("", "")))


def own_words(commune: Commune, place: str) -> str:
    """What the unit's own points of a place add up to so far."""
    plan = commune.plan
    return number(commune.points.own_mark(place).low, plan.scheme.printed_decimals(place), plan.lang)


def check_words(commune: Commune, leaf: Criterion) -> str:
    """What is wrong or odd about the points of a leaf."""
    lang = commune.plan.lang
    fault = commune.claims.faults.get(field_name(POINTS, leaf.number))
    if fault is not None:
        return fault.message(lang)
    claim = next((one for one in commune.claims.claims if one.criterion == leaf.number), None)
    return claim_check(commune.points, leaf, claim, lang)


def summary_words(document: str, files: str, explanation: str, lang: Lang) -> str:
    """What a row says of the texts behind it, while they are closed; nothing where there are none."""
    count = len(files.split("\n")) if files else 0
    parts = [
        document,
        pick(lang, f"{count} tệp", f"{count} files") if count else "",
        pick(lang, "có giải trình", "explained") if explanation else "",
    ]
    return "; ".join(filter(None, parts))


def claim_words(commune: Commune) -> Iterator[tuple[str, str]]:
    """What changes beside the fields while somebody types, by the ids of its places."""
    lang, fields = commune.plan.lang, commune.claims_draft.fields
    for place in commune.plan.places:
        if isinstance(place, Area) or place.parts:
            name = place.code if isinstance(place, Area) else place.number
            yield f"t-{name}", own_words(commune, name)
    for leaf in commune.leaves:
        texts = [fields.get(field_name(field, leaf.number), "") for field in (DOCUMENT, FILES, EXPLANATION)]
        yield f"k-{leaf.number}", check_words(commune, leaf)
        yield f"e-{leaf.number}", summary_words(texts[0], texts[1], texts[2], lang) or pick(lang, *ADD)
        fault = commune.claims.faults.get(field_name(DAY, leaf.number))
        yield f"d-{leaf.number}", fault.message(lang) if fault else ""
    yield "t-total", own_words(commune, "total")
    yield "progress", claim_progress(commune)


def claim_progress(commune: Commune) -> str:
    """How many criteria are scored, of how many."""
    lang = commune.plan.lang
    done, whole = number(len(commune.claims.claims), 0, lang), number(len(commune.leaves), 0, lang)
    return pick(lang, f"{done} trên {whole} tiêu chí đã chấm", f"{done} of {whole} criteria are scored")

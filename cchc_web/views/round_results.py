"""X5: what a round of the appraisal changed for a unit, and the unit's answers."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse, JsonResponse

from cchc_score.app.changed_results import ChangedResult, changed_results
from cchc_score.app.explain_entry import made_explanation
from cchc_score.app.unit_work import opened_rounds
from cchc_score.appraisal.appraisal_model import Evidence
from cchc_score.appraisal.entry_states import mark_words, state_words
from cchc_score.appraisal.moments import moment_words
from cchc_score.catalogue.labels import MARK_OUTCOMES
from cchc_score.findings import Words
from cchc_score.model import Outcome
from cchc_score.pages.status_page import explained_words
from cchc_score.sheet import Mark
from cchc_score.text import number, pick
from cchc_web.access import About
from cchc_web.answer_files import answer_fault, write_answer
from cchc_web.commune import Commune, commune_of
from cchc_web.drafts import KnownDraft, known_draft, save_draft, sent_fields, wants_json
from cchc_web.evidence_files import ACCEPTED
from cchc_web.figure_rows import saved_at
from cchc_web.views.communes import left_words
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """An answer as a page shows it, with the files that came with it, each its name and its address."""

    head: str
    text: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """An adjustment: the criterion, what the unit said and has, what the council set, why, who; and the answers.

    `more` are further criteria that the same adjustment changed.
    """

    entry: str
    title: str
    most: str
    mine: str
    claimed: bool
    theirs: str
    figure: str
    reason: str
    by: str
    state: str
    tone: str
    answers: tuple[SaidAnswer, ...]
    verdict: str
    can_answer: bool
    typed: str
    more: tuple[str, ...]


def show_results(visit: Visit, unit: str, round: int) -> HttpResponse:
    """The changed rows of a round that is opened to units."""
    return _page(_opened(visit, unit, round), round)


def _opened(visit: Visit, unit: str, round: int) -> Commune:
    commune = commune_of(visit, unit)
    # The same for whoever keeps the year: this is the page as the unit has it.
    if round not in opened_rounds(visit.working.stages, visit.moment):
        raise Http404
    return commune


def _page(commune: Commune, round: int, fault: tuple[str, Words] | None = None) -> HttpResponse:
    visit, stages = commune.visit, commune.visit.working.stages
    changed = changed_results(stages, commune.row, round, visit.moment)
    by_entry: dict[str, list[ChangedResult]] = {}
    for one in changed:
        by_entry.setdefault(one.entry.id, []).append(one)
    closed = visit.closed("explain", About(commune.unit.code, round))
    draft = _draft(commune, round)
    rows = [_row(commune, own, closed is None, draft) for own in by_entry.values()]
    count = len(rows)
    return visit.draw(
        "round_results.html.j2",
        422 if fault else 200,
        title=visit.say(
            f"Vòng {round}: {count} nội dung điều chỉnh" if count else f"Vòng {round}: không điều chỉnh nội dung nào",
            f"Round {round}: {count} adjustments" if count else f"Round {round}: nothing is adjusted",
        ),
        home=(visit.address("commune", commune.unit.code), commune.unit.name),
        lede=pick(visit.lang, *closed) if closed else left_words(commune),
        rows=rows,
        version=draft.version,
        fault={fault[0]: pick(visit.lang, *fault[1])} if fault else {},
        accepted=ACCEPTED,
        can_answer=any(row.can_answer for row in rows),
    )


def _names(commune: Commune, round: int) -> tuple[str, ...]:
    own = [
        one for one in commune.visit.working.stages.answerable if (one.unit, one.round) == (commune.unit.code, round)
    ]
    return tuple(f"text:{entry.id}" for entry in own)


def _draft(commune: Commune, round: int) -> KnownDraft:
    return known_draft(commune.visit.year, _key(commune, round), dict)


def _key(commune: Commune, round: int) -> str:
    return f"explanations-{round}:{commune.unit.code}"


def _row(commune: Commune, changed: list[ChangedResult], is_open: bool, draft: KnownDraft) -> ChangedRow:
    visit, first, lang = commune.visit, changed[0], commune.visit.lang
    entry, scheme = first.entry, commune.plan.scheme
    more = [one for one in changed[1:] if one.criterion is not None]
    state = first.state or "answered"
    shown = "answered" if state == "open" and first.answers else state
    return ChangedRow(
        entry=entry.id,
        title=f"{first.criterion.number} {first.criterion.title}"
        if first.criterion
        else scheme.indicators[entry.indicator].label(lang),
        most=number(first.criterion.max_points, lang=lang) if first.criterion else "",
        mine=_mine(commune, first),
        claimed=first.claim is not None,
        theirs=_mark(commune, first, first.after),
        figure=_figure(commune, first),
        reason=entry.reason,
        by=f"{entry.by}, {moment_words(entry.on)}",
        state=explained_words(shown, lang),
        tone="w" if shown == "open" else "d" if shown in ("overdue", "rejected") else "",
        answers=tuple(
            SaidAnswer(f"{one.by}, {moment_words(one.on)}", one.text, evidence_links(visit, commune, one.evidence))
            for one in first.answers
        ),
        verdict=f"{first.verdict.by}, {moment_words(first.verdict.on)}: {first.verdict.reason}"
        if first.verdict
        else "",
        can_answer=is_open and first.state is not None and first.verdict is None,
        typed=draft.fields.get(f"text:{entry.id}", ""),
        more=tuple(
            f"{one.criterion.number} {one.criterion.title}: {_mine(commune, one)} → {_mark(commune, one, one.after)}"
            for one in more
            if one.criterion
        ),
    )


def _mine(commune: Commune, changed: ChangedResult) -> str:
    """What the unit gave itself; without a claim what its figures gave."""
    if changed.claim is not None:
        return mark_words(changed.claim.mark, commune.visit.lang)
    return _mark(commune, changed, changed.before)


def _mark(commune: Commune, changed: ChangedResult, mark: Mark | None) -> str:
    lang = commune.visit.lang
    if mark is None or changed.criterion is None:
        return ""
    if mark.outcome != Outcome.SCORED:
        return pick(lang, *MARK_OUTCOMES[mark.outcome.name])
    return number(mark.low, commune.plan.scheme.decimals_of(changed.criterion), lang)


def _figure(commune: Commune, changed: ChangedResult) -> str:
    entry, lang, scheme = changed.entry, commune.visit.lang, commune.plan.scheme
    if not entry.indicator:
        return ""
    old, new = (state_words(scheme, entry, state, lang) for state in (entry.old, entry.new))
    return f"{scheme.indicators[entry.indicator].label(lang)}: {old} → {new}"


def evidence_links(visit: Visit, commune: Commune, evidence: tuple[Evidence, ...]) -> tuple[tuple[str, str], ...]:
    """Evidence as names and addresses; without an address where it is no file of the year."""
    files = visit.working.source.journal.state.counting
    return tuple(
        (
            one.file.rpartition("/")[2] if one.file else one.words(visit.lang),
            visit.address("evidence", commune.unit.code, files[one.file].sha256) if one.file in files else "",
        )
        for one in evidence
    )


def explain_results(visit: Visit, unit: str, round: int) -> HttpResponse:
    """Save what is typed; with a button of one adjustment, write the answer to it into the journal."""
    commune, post = _opened(visit, unit, round), visit.request.POST
    names, key = _names(commune, round), _key(commune, round)
    sent = sent_fields(post, names)
    # One page of one unit: whoever saves last is who answers, and an answer that is sent is never changed.
    sent = sent if sent.was is not None else type(sent)(sent.fields, known_draft(visit.year, key, dict).version)
    draft, _ = save_draft(visit.year, key, sent, visit.person.name, dict)
    entry = post.get("send", "")
    if wants_json(visit.request):
        state = {"version": draft.version, "fields": {name: draft.fields.get(name, "") for name in names}}
        return JsonResponse(state | {"words": {"saved": saved_at(draft, visit)}})
    if not entry:
        return visit.told("Đã lưu bản nháp.", "The draft is saved.", "round-results", unit, round)
    text, files = draft.fields.get(f"text:{entry}", ""), visit.request.FILES.getlist(f"upload:{entry}")
    fault = answer_fault(text, files)
    if fault is not None:
        return _page(commune, round, (entry, fault))
    stages, person = visit.working.stages, visit.person.name
    write_answer(
        visit,
        unit,
        files,
        lambda paths: made_explanation(stages, commune.unit, round, entry, text, paths, person, visit.moment),
    )
    gone = type(sent)({f"text:{entry}": ""}, draft.version)
    save_draft(visit.year, key, gone, person, dict)
    return visit.told("Đã gửi giải trình.", "The answer is handed in.", "round-results", unit, round)

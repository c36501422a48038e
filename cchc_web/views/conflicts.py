"""Where appraisers differ: all values with their people, reasons and what each would make of the year; the choice."""

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpResponse

from cchc_score.app.cell_effects import Rival, rival_effects
from cchc_score.app.settle_conflict import CouncilChoice, all_rivals, rivals_of, settle_conflict
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.cell_states import criteria_of
from cchc_score.appraisal.entry_states import state_words
from cchc_score.appraisal.moments import moment_words
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_web.appraisal_words import effect_words
from cchc_web.typed import Typed
from cchc_web.visits import Visit, server_clock

_THIRD = "+"
"""What a form sends for a value that none of the entries sets; no id of an entry has this sign."""


def show_conflicts(visit: Visit) -> HttpResponse:
    """The targets about which entries differ, those that wait for the council first."""
    stages, lang = visit.working.stages, visit.lang
    names = {unit.code: unit.name for unit in stages.reported_table.units}
    waiting = {own[0].target for own in stages.rounds[-1].disputed}
    rows = [
        (
            visit.address("conflict", *own[0].target),
            names[own[0].unit],
            _about(visit, own[0]),
            own[0].round,
            [f"{state_words(stages.scheme, entry, entry.new, lang)} ({entry.by})" for entry in own],
            own[0].target in waiting,
        )
        for own in all_rivals(stages)
    ]
    return visit.draw(
        "conflicts.html.j2",
        title=visit.say(
            f"Xung đột: {len(waiting)} chờ hội đồng chọn", f"Conflicts: {len(waiting)} wait for the council"
        )
        if waiting
        else visit.say("Không có xung đột nào chờ chọn", "No conflict waits"),
        rows=rows,
    )


def _about(visit: Visit, entry: Entry) -> str:
    scheme = visit.working.stages.scheme
    if entry.criterion:
        return f"{entry.criterion} {scheme.criteria[entry.criterion].title}"
    return scheme.indicators[entry.indicator].label(visit.lang)


def _rivals(visit: Visit, unit: str, target: str) -> tuple[Entry, ...]:
    units = {one.code for one in visit.working.stages.reported_table.units}
    found = rivals_of(visit.working.stages, unit, target) if unit in units else ()
    if not found:
        raise Http404
    return found


def show_conflict(visit: Visit, unit: str, target: str) -> HttpResponse:
    """One of them, with the form of the choice."""
    return _page(visit, _rivals(visit, unit, target), {})


def _page(
    visit: Visit,
    rivals: tuple[Entry, ...],
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    stages, lang, first = visit.working.stages, visit.lang, rivals[0]
    units = stages.reported_table.units
    name = next(one.name for one in units if one.code == first.unit)
    criteria = (first.criterion,) if first.criterion else criteria_of(stages, first.indicator)
    effects: Sequence[Rival] = rival_effects(stages, rivals, criteria[0]) if criteria else ()
    told = {one.entry.id: effect_words(one.effect, units, lang) for one in effects}
    settled = next((one for one in stages.rounds[-1].chosen if one.target == first.target), None)
    return visit.draw_form(
        "conflict.html.j2",
        values,
        faults,
        findings,
        title=f"{name}: {_about(visit, first)}",
        round=first.round,
        back=visit.address("conflicts"),
        desk=visit.address("desk-unit", first.round, first.unit)
        + (f"?mo={criteria[0]}#r-{criteria[0]}" if criteria else ""),
        rivals=[
            (
                entry.id,
                state_words(stages.scheme, entry, entry.new, lang),
                f"{entry.by}, {moment_words(entry.on)}",
                entry.reason,
                "; ".join(cited.words(lang) for cited in entry.evidence) or visit.say("không có", "none"),
                told.get(entry.id, ""),
            )
            for entry in rivals
        ],
        old=state_words(stages.scheme, first, first.old, lang),
        settled=f"{state_words(stages.scheme, settled, settled.new, lang)}; {settled.reason} ({settled.by})"
        if settled
        else "",
        third=_THIRD,
    )


def choose(visit: Visit, unit: str, target: str) -> HttpResponse:
    """Write what the council chose."""
    rivals, sent = _rivals(visit, unit, target), visit.request.POST.dict()
    typed = Typed(sent)
    chosen = typed.choice("chosen", {_THIRD, *(entry.id for entry in rivals)})
    value = typed.text("value", needed=chosen == _THIRD)
    reason, evidence = typed.text("reason"), typed.text("evidence", needed=False)
    if typed.faults:
        return _page(visit, rivals, sent, typed.faults)
    own = chosen == _THIRD
    choice = CouncilChoice(
        unit=unit,
        target=target,
        round=rivals[0].round,
        chosen="" if own else chosen,
        value=value if own else "",
        reason=reason,
        evidence=evidence,
    )
    working = visit.working
    try:
        settle_conflict(working.source, choice, visit.person.name, server_clock, stages=working.stages)
    except CchcError as error:
        return _page(visit, rivals, sent, findings=error.findings)
    return visit.told("Đã ghi lựa chọn của hội đồng.", "The council's choice is written.", "conflicts")

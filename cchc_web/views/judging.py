"""What units have explained about adjustments: each with its answer, and the decision with its reason."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect

from cchc_score.app.appraisal_desk import rounds_of
from cchc_score.app.explained_entries import ExplainedEntry, explained_entries
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Verdict
from cchc_score.appraisal.moments import moment_words
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.text import pick
from cchc_web.access import About, may
from cchc_web.desk_rows import CitedFile, DeskWords, cell_evidence
from cchc_web.pages import locked_page
from cchc_web.typed import Typed
from cchc_web.views.desk import Arranged, desk_of, sees_all
from cchc_web.visits import Visit, server_clock

STATES: Mapping[str, tuple[Words, str]] = {
    "open": (Words("chưa trả lời", "not answered"), "w"),
    "overdue": (Words("quá hạn", "overdue"), "w"),
    "answered": (Words("chờ kết luận", "to be decided"), "d"),
    "accepted": (Words("chấp nhận", "accepted"), ""),
    "partly": (Words("chấp nhận một phần", "partly accepted"), ""),
    "rejected": (Words("không chấp nhận", "rejected"), ""),
}
RESULTS = ("accepted", "partly", "rejected")


def show_judging(visit: Visit, round: int) -> HttpResponse:
    """The entries of a round that units may answer, those that wait for a decision first."""
    desk = desk_of(visit, round)
    words = DeskWords(desk, {}, visit.lang, {})
    names = {unit.code: unit.name for unit in desk.units}
    rows = []
    for one in _own(visit, round):
        state, tone = STATES[one.state]
        rows.append(
            (
                names[one.entry.unit],
                _titles(visit, one),
                words.entry(one.entry),
                [answer.text for answer in one.answers],
                pick(visit.lang, *state),
                tone,
                visit.address("verdict", round, one.entry.unit, one.entry.id) if one.answers else "",
            )
        )
    waiting = sum(one.state == "answered" for one in _own(visit, round))
    return visit.draw(
        "judging.html.j2",
        title=visit.say(f"Giải trình vòng {round}: {waiting} chờ kết luận", f"Round {round}: {waiting} to be decided"),
        rows=rows,
        back=visit.address("appraisal", round),
        round=round,
    )


def _own(visit: Visit, round: int) -> list[ExplainedEntry]:
    """What a person decides about, or sees because they keep the year."""
    stages, name = visit.working.stages, visit.person.name
    later = visit.working.desk(_next_round(visit, round))
    rows = {unit.code: row for row, unit in enumerate(later.units)}
    return [
        one
        for one in explained_entries(stages, round, visit.moment)
        if sees_all(visit) or any(later.is_of((rows[one.entry.unit], number), name) for number in one.criteria)
    ]


def _next_round(visit: Visit, round: int) -> int:
    """The round in which a value that follows from a decision is set: the next one, where the year has it."""
    return min(round + 1, rounds_of(visit.working.stages)[-1])


def _titles(visit: Visit, one: ExplainedEntry) -> str:
    criteria = visit.working.stages.scheme.criteria
    return "; ".join(f"{number} {criteria[number].title}" for number in one.criteria)


def _entry(visit: Visit, round: int, unit: str, entry: str) -> ExplainedEntry:
    desk_of(visit, round)
    found = next((one for one in _own(visit, round) if (one.entry.unit, one.entry.id) == (unit, entry)), None)
    if found is None or not found.answers:
        raise Http404
    return found


def show_verdict(visit: Visit, round: int, unit: str, entry: str) -> HttpResponse:
    """One explanation, and the form of the decision."""
    return _page(visit, round, _entry(visit, round, unit, entry), {})


def _page(
    visit: Visit,
    round: int,
    one: ExplainedEntry,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    desk, lang = desk_of(visit, round), visit.lang
    unit = next(each for each in desk.units if each.code == one.entry.unit)
    words = DeskWords(desk, {}, lang, {})
    closed = _closed(visit, round, one) if may(visit.person, "judge") else Words("", "")
    return visit.draw_form(
        "verdict.html.j2",
        values,
        faults,
        findings,
        title=f"{unit.name}: {_titles(visit, one)}",
        back=visit.address("judging", round),
        entry=words.entry(one.entry),
        answers=[
            (answer.text, f"{answer.by}, {moment_words(answer.on)}", _files(visit, round, one, at))
            for at, answer in enumerate(one.answers)
        ],
        verdicts=[
            f"{pick(lang, *STATES[act.result][0])}: {act.reason} ({act.by}, {moment_words(act.on)})"
            for act in one.verdicts
        ],
        results=[(result, pick(lang, *STATES[result][0])) for result in RESULTS],
        closed=pick(lang, *closed) if closed else "",
        can_judge=may(visit.person, "judge") and closed is None,
        desks=[(_desk_address(visit, round, one.entry.unit, number), number) for number in one.criteria],
    )


def _files(visit: Visit, round: int, one: ExplainedEntry, at: int) -> list[CitedFile]:
    """What an answer cites, with the addresses of files."""
    desk, number = desk_of(visit, round), one.criteria[0]
    row = [unit.code for unit in desk.units].index(one.entry.unit)
    cited = cell_evidence(desk.cell(row, desk.scheme.criteria[number]))
    return [
        CitedFile(
            each.words(visit.lang),
            visit.address("desk-evidence", round, one.entry.unit, number, cited.index(each))
            if each.file and each in cited
            else "",
        )
        for each in one.answers[at].evidence
    ]


def _closed(visit: Visit, round: int, one: ExplainedEntry) -> Words | None:
    """Why nothing can be decided now; an entry of a figure is whoever's who appraises one of its criteria."""
    locks = [visit.closed("judge", About(one.entry.unit, _next_round(visit, round), number)) for number in one.criteria]
    return None if None in locks else locks[0]


def _desk_address(visit: Visit, round: int, unit: str, criterion: str) -> str:
    """The cell on the desk of the round in which the new value is set."""
    return Arranged(_next_round(visit, round), unit=unit).address(visit, opened=criterion)


def decide(visit: Visit, round: int, unit: str, entry: str) -> HttpResponse:
    """Write the decision; where the unit is right the way leads on to the desk, for the new value."""
    one, sent = _entry(visit, round, unit, entry), visit.request.POST.dict()
    closed = _closed(visit, round, one)
    if closed is not None:
        return locked_page(visit.request, closed)
    typed = Typed(sent)
    result, reason = typed.choice("result", RESULTS), typed.text("reason")
    if typed.faults:
        return _page(visit, round, one, sent, typed.faults)
    keys = {"unit": unit, "entry": entry, "result": result, "reason": reason}
    try:
        say_act(visit.working.source, Verdict, keys, visit.person.name, server_clock, stages=visit.working.stages)
    except CchcError as error:
        return _page(visit, round, one, sent, findings=error.findings)
    if result == "rejected" or _next_round(visit, round) == round:
        return visit.told("Đã ghi kết luận.", "The decision is written.", "judging", round)
    if not may(visit.person, "appraise"):
        return visit.told(
            f"Đã ghi kết luận. Người thẩm định đặt giá trị mới ở vòng {_next_round(visit, round)}.",
            f"The decision is written. An appraiser sets the new value in round {_next_round(visit, round)}.",
            "judging",
            round,
        )
    messages.success(
        visit.request,
        visit.say(
            f"Đã ghi kết luận. Đặt giá trị mới ở vòng {_next_round(visit, round)} dưới đây.",
            f"The decision is written. Set the new value in round {_next_round(visit, round)} below.",
        ),
    )
    return HttpResponseRedirect(_desk_address(visit, round, unit, one.criteria[0]))

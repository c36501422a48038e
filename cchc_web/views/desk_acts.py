"""What is done on the desk: rows kept, cells changed, units asked, notes of one's own; each back at its row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse

from cchc_score.app.appraise_cell import Appraised, CellChange, CellDeed, Held, appraise_cells
from cchc_score.app.cell_effects import effect_of, new_findings
from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Question
from cchc_score.appraisal.entry_states import answer_names, mark_words
from cchc_score.appraisal.marks import OUTCOMES
from cchc_score.catalogue.labels import COMPUTED, UNKNOWN
from cchc_score.errors import CchcError
from cchc_score.findings import Words
from cchc_score.sheet import HandMark
from cchc_score.text import pick, shown
from cchc_web.access import About
from cchc_web.appraisal_words import effect_words
from cchc_web.desk_rows import STATES, figure_words
from cchc_web.drafts import sent_version
from cchc_web.models import KeptYear
from cchc_web.notes import COLOURS, keep_note
from cchc_web.pages import locked_page
from cchc_web.scored_years import SCORED
from cchc_web.typed import Typed
from cchc_web.views.desk import Arranged, arranged, desk_of, draw_desk, to_desk
from cchc_web.visits import Visit, server_clock

_DEEDS: Mapping[str, CellDeed] = {
    "points": "points",
    "not-applicable": "not-applicable",
    "by-figures": "by-figures",
}


def _sent_cells(visit: Visit, round: int, sent: Sequence[str]) -> list[tuple[str, str, str]]:
    """The cells that a form names: the unit, the criterion, what the page had seen."""
    desk = desk_of(visit, round)
    units, leaves = {unit.code for unit in desk.units}, {leaf.number for leaf in desk.leaves}
    cells = []
    for one in sent:
        unit, _, rest = one.partition("|")
        criterion, _, seen = rest.partition("|")
        if unit not in units or criterion not in leaves:
            raise Http404
        cells.append((unit, criterion, seen))
    return cells


def act_on_desk(visit: Visit, round: int) -> HttpResponse:
    """Keep one row or several, or change one cell."""
    post = visit.request.POST
    place = arranged(visit, round, post.dict())
    if "deed" in post:
        return _change(visit, place)
    single = post.get("keep", "")
    cells = _sent_cells(visit, round, [single] if single else post.getlist("cells"))
    if not cells:
        messages.success(visit.request, visit.say("Chưa chọn dòng nào.", "No row is ticked."))
        return to_desk(visit, place)
    changes = [CellChange(unit, criterion, "keep", seen) for unit, criterion, seen in cells]
    if not single and "sure" not in post:
        return _ask_first(visit, place, changes)
    return _write(visit, place, changes)


def _ask_first(visit: Visit, place: Arranged, changes: Sequence[CellChange]) -> HttpResponse:
    """How many rows would be kept, and which, before they are."""
    desk = desk_of(visit, place.round)
    rows = {unit.code: row for row, unit in enumerate(desk.units)}
    listed = []
    for change in changes:
        leaf = desk.scheme.criteria[change.criterion]
        mark = desk.present.mark(rows[change.unit], desk.present.criteria[change.criterion])
        points = mark_words(HandMark(mark.outcome, mark.low), visit.lang)
        listed.append((_cell_text(change), desk.units[rows[change.unit]].name, f"{leaf.number} {leaf.title}", points))
    count = len(listed)
    return visit.draw(
        "desk_keep.html.j2",
        title=visit.say(f"Giữ nguyên {count} ô", f"Keep {count} cells"),
        rows=listed,
        place=place,
        act=visit.address("desk-act", place.round),
        back=place.address(visit),
    )


def _cell_text(change: CellChange) -> str:
    return f"{change.unit}|{change.criterion}|{change.seen}"


def _change(visit: Visit, place: Arranged) -> HttpResponse:
    sent = visit.request.POST.dict()
    (cell,) = _sent_cells(visit, place.round, [sent.get("cell", "")])
    unit, criterion, seen = cell
    desk = desk_of(visit, place.round)
    known = {f"figure:{code}" for code in desk.facts[criterion]}
    typed = Typed(sent)
    deed = typed.choice("deed", {*_DEEDS, *known})
    # What is seen of a figure comes beside it: the page knows which of them its writer will choose.
    seen = sent.get(f"seen:{deed}", seen)
    value = typed.text("value", needed=deed == "points" or deed in known)
    reason, evidence = typed.text("reason"), typed.text("evidence")
    place = replace(place, opened=place.key_of(unit, criterion))
    if typed.faults:
        return draw_desk(visit, place, sent, typed.faults)
    change = CellChange(
        unit=unit,
        criterion=criterion,
        deed=_DEEDS.get(deed, "figure"),
        seen=seen,
        indicator=deed.partition(":")[2],
        value=value,
        reason=reason,
        evidence=evidence,
    )
    return _write(visit, place, [change])


def _write(visit: Visit, place: Arranged, changes: Sequence[CellChange]) -> HttpResponse:
    for change in changes:
        closed = visit.closed("appraise", About(change.unit, place.round, change.criterion))
        if closed is not None:
            return locked_page(visit.request, closed)
    try:
        done = appraise_cells(lambda: held(visit.year), place.round, changes, visit.person.name, server_clock)
    except CchcError as error:
        return draw_desk(visit, place, visit.request.POST.dict(), findings=error.findings)
    if done.decided.differing:
        return _differing(visit, place, changes, done)
    messages.success(visit.request, _said(visit, place, changes, done))
    first = changes[0]
    return to_desk(visit, place, place.key_of(first.unit, first.criterion))


def held(year: KeptYear) -> Held:
    """A year as it is when it is asked for."""
    working = SCORED.working(year)
    return Held(working.source, working.stages, working.number)


def _said(visit: Visit, place: Arranged, changes: Sequence[CellChange], done: Appraised) -> str:
    """What a save came to, in one or a few sentences."""
    decided, lang = done.decided, visit.lang
    if len(changes) > 1:
        count, same = len(changes) - len(decided.same), len(decided.same)
        more = visit.say(f" {same} ô đã có như vậy.", f" {same} were so already.") if same else ""
        return visit.say(f"Đã giữ nguyên {count} ô.", f"{count} cells are kept.") + more
    change = changes[0]
    rows = {unit.code: row for row, unit in enumerate(done.before.reported_table.units)}
    unit = done.before.reported_table.units[rows[change.unit]]
    about = f"{unit.name}, {change.criterion}"
    if decided.same:
        return visit.say(f"{about}: đã như vậy, không ghi thêm.", f"{about}: it was so already, nothing was written.")
    if decided.kept:
        return visit.say(f"{about}: giữ nguyên.", f"{about}: kept.")
    # A visit keeps the state that it began with; what was written is in a later one.
    after = SCORED.working(visit.year)
    effect = effect_of(done.before.final, after.stages.final, rows[change.unit], change.criterion)
    state = after.desk(place.round).state(rows[change.unit], change.criterion)
    words = [
        f"{about}: {pick(lang, *STATES[state][0])}.",
        effect_words(effect, after.stages.reported_table.units, lang),
    ]
    if state == "conflict":
        words.append(visit.say("Hội đồng sẽ chọn giữa các giá trị.", "The council will choose between the values."))
    told = [one for one in new_findings(done.before, after.stages, unit.label) if one.code != "entry-conflict"]
    return " ".join((*words, *(one.words(lang) for one in told)))


def _differing(visit: Visit, place: Arranged, changes: Sequence[CellChange], done: Appraised) -> HttpResponse:
    """Both values, where there is another one by now than the one that was seen; whoever changes it chooses."""
    stages, lang = done.before, visit.lang
    names = {unit.code: unit.name for unit in stages.reported_table.units}
    present = {one.change: one for one in done.decided.differing}
    listed, again = [], []
    for change in changes:
        differing = present.get(change)
        fresh = change
        if differing is not None:
            indicator = stages.scheme.indicators.get(change.indicator)
            now = (
                figure_words(indicator, differing.present, lang)
                if indicator
                else mark_words(differing.present, lang)
                if isinstance(differing.present, HandMark)
                else pick(lang, *COMPUTED)
            )
            seen = _seen_words(visit, change)
            listed.append((names[change.unit], change.criterion, seen, now, differing.by, change.value))
            code = (
                SCORED.working(visit.year)
                .desk(place.round)
                .values.code(change.unit, change.criterion, change.indicator)
            )
            fresh = replace(change, seen=code)
        again.append(fresh)
    fields = [(name, value) for name, value in visit.request.POST.items() if name in _TYPED]
    if changes[0].deed == "keep":
        fields += [("cells", _cell_text(change)) for change in again] + [("sure", "1")]
    else:
        seen_name = f"seen:{visit.request.POST.get('deed', '')}"
        fields += [("cell", _cell_text(again[0])), (seen_name, again[0].seen)]
    return visit.draw(
        "desk_differing.html.j2",
        409,
        title=visit.say("Giá trị đã đổi sau khi mở trang", "The value has changed since the page was opened"),
        rows=listed,
        fields=fields,
        place=place,
        act=visit.address("desk-act", place.round),
        back=place.address(visit, opened=place.opened),
        keeps=changes[0].deed == "keep",
    )


_TYPED = ("deed", "value", "reason", "evidence")


def _seen_words(visit: Visit, change: CellChange) -> str:
    """What somebody had seen, as people read it: from the text that their page sent back."""
    lang, code = visit.lang, change.seen
    if code in (COMPUTED[1], UNKNOWN[1]):
        return pick(lang, *(UNKNOWN if change.indicator else COMPUTED))
    if not change.indicator and code in OUTCOMES:
        return mark_words(HandMark(OUTCOMES[code]), lang)
    indicator = visit.working.stages.scheme.indicators.get(change.indicator)
    if indicator is not None and indicator.kind in ("option", "yes_no", "date"):
        return answer_names(indicator, lang).get(code, code)
    return shown(code, lang)


def ask_unit(visit: Visit, round: int) -> HttpResponse:
    """A question to a unit about a criterion."""
    sent = visit.request.POST.dict()
    place = arranged(visit, round, sent)
    ((unit, criterion, _),) = _sent_cells(visit, round, [sent.get("cell", "")])
    closed = visit.closed("ask", About(unit, round, criterion))
    if closed is not None:
        return locked_page(visit.request, closed)
    typed = Typed(sent)
    text, key = typed.text("question"), place.key_of(unit, criterion)
    place = replace(place, opened=key)
    if typed.faults:
        return draw_desk(visit, place, sent, typed.faults)
    keys = {"round": round, "unit": unit, "criterion": criterion, "text": text}
    try:
        say_act(visit.working.source, Question, keys, visit.person.name, server_clock)
    except CchcError as error:
        return draw_desk(visit, place, sent, findings=error.findings)
    name = next(one.name for one in visit.working.stages.reported_table.units if one.code == unit)
    messages.success(visit.request, visit.say(f"Đã hỏi {name} về {criterion}.", f"{name} is asked about {criterion}."))
    return to_desk(visit, place, key)


def save_note(visit: Visit, round: int) -> HttpResponse:
    """A note of one's own beside a cell."""
    sent = visit.request.POST.dict()
    place = arranged(visit, round, sent)
    ((unit, criterion, _),) = _sent_cells(visit, round, [sent.get("cell", "")])
    typed = Typed(sent)
    text, colour = typed.text("note", needed=False), typed.choice("colour", COLOURS)
    seen, key = sent_version(sent.get("version", "")), place.key_of(unit, criterion)
    place = replace(place, opened=key)
    if typed.faults:
        return draw_desk(visit, place, sent, typed.faults)
    other = keep_note(visit.year, visit.person, (unit, criterion), text, colour, seen)
    if other is not None:
        there = other.text or "-"
        fault = Words(f"Ghi chú đã đổi ở cửa sổ khác: {there}", f"The note was changed in another window: {there}")
        return draw_desk(visit, place, sent, {"note": fault})
    messages.success(visit.request, visit.say("Đã lưu ghi chú.", "The note is saved."))
    return to_desk(visit, place, key)

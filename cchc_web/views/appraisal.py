"""An appraiser's work: how far their cells have come in a round, by unit and area, by criterion, with filters."""

from collections import Counter
from collections.abc import Mapping

from django.http import HttpResponse, HttpResponseRedirect

from cchc_score.app.appraisal_desk import CELL_FILTERS, CellKey, Desk, present_round, rounds_of, work_counts
from cchc_score.appraisal.cell_states import cells_to_look_at
from cchc_score.findings import Words
from cchc_score.model import Area
from cchc_score.report.html.headline import Figure
from cchc_score.text import number, pick
from cchc_web.access import About, may
from cchc_web.appraisal_words import FILTER_WORDS
from cchc_web.desk_rows import STATES
from cchc_web.page_heads import PageHead
from cchc_web.views.desk import desk_of, filter_named, own_keys, sees_all
from cchc_web.visits import Visit

_DONE = ("kept", "adjusted", "settled")
"""States of cells with which a round has done."""


def go_to_round(visit: Visit) -> HttpResponse:
    """The way to the round of today."""
    round = present_round(visit.working.stages, visit.moment)
    return HttpResponseRedirect(visit.address("appraisal", round))


def show_work(visit: Visit, round: int) -> HttpResponse:
    """Counts of the cells that are one's own, which lead to the desk."""
    desk, lang = desk_of(visit, round), visit.lang
    wanted = filter_named(visit.request.GET.get("loc", ""))
    own = _keys_to_look_at(visit, desk)
    units, criteria = work_counts(desk, own, wanted)
    all_states = Counter[str](desk.states[key] for key in own)
    states = [
        state for state in STATES if all_states[state] or state in ("unseen", "kept", "adjusted", "asked", "conflict")
    ]
    states = [state for state in states if state not in ("survey", "out")]
    areas = [area for area in desk.scheme.areas if any(counts.areas[area.code] for counts in units.values())]
    query = f"?loc={wanted}" if wanted else ""
    return visit.draw(
        "appraisal.html.j2",
        title=visit.say(f"Thẩm định vòng {round}", f"Appraisal, round {round}"),
        head=_head(visit, desk, round, all_states),
        wanted=wanted or "",
        filters=[(one, pick(lang, *FILTER_WORDS[one])) for one in CELL_FILTERS],
        states=[(state, pick(lang, *STATES[state][0])) for state in states],
        areas=areas,
        units=[
            (
                visit.address("desk-unit", round, desk.units[row].code) + query,
                desk.units[row].name,
                [counts.states[state] for state in states],
                [_progress(counts.areas, area) for area in areas],
            )
            for row, counts in sorted(units.items())
        ],
        criteria=[
            (
                visit.address("desk-criterion", round, leaf.number) + query,
                f"{leaf.number} {leaf.title}",
                [criteria[leaf.number][state] for state in states],
            )
            for leaf in desk.leaves
            if leaf.number in criteria
        ],
        rounds=[(one, visit.address("appraisal", one)) for one in rounds_of(visit.working.stages)],
        round=round,
        ways=_ways(visit, round),
        here=visit.address("appraisal", round),
    )


def _progress(areas: Mapping[str, Counter[str]], area: Area) -> tuple[str, bool]:
    """How many cells of an area are done of how many, and whether all are."""
    counts = areas[area.code]
    done = sum(counts[state] for state in _DONE)
    return (f"{done}/{counts.total()}" if counts.total() else "", done == counts.total())


def own_work_words(visit: Visit) -> str:
    """How many of one's own cells are still to be looked at in the round of today."""
    round = present_round(visit.working.stages, visit.moment)
    desk = desk_of(visit, round)
    return _left_words(visit, round, Counter(desk.states[key] for key in _keys_to_look_at(visit, desk)))


def _keys_to_look_at(visit: Visit, desk: Desk) -> list[CellKey]:
    """One's own cells as the progress counts them: in a later round those that were answered or looked at."""
    asked = cells_to_look_at(visit.working.stages, desk.round, desk.states)
    return [key for key in own_keys(visit, desk) if key in asked]


def _left_words(visit: Visit, round: int, states: Counter[str]) -> str:
    lang, total = visit.lang, states.total()
    left = total - sum(states[state] for state in _DONE)
    if total and not left:
        return visit.say(f"Vòng {round}: đã xem cả {total} ô", f"Round {round}: all {total} cells are done")
    return visit.say(
        f"Vòng {round}: còn {number(left, 0, lang)} trên {number(total, 0, lang)} ô",
        f"Round {round}: {number(left, 0, lang)} of {number(total, 0, lang)} cells to go",
    )


def _head(visit: Visit, desk: Desk, round: int, states: Counter[str]) -> PageHead:
    lang = visit.lang
    over = (
        visit.say("Toàn bộ đơn vị và tiêu chí", "All units and criteria")
        if sees_all(visit)
        else visit.say(f"Việc của {visit.person.name}", f"Work of {visit.person.name}")
    )
    closed = visit.closed("appraise", About("", round)) if may(visit.person, "appraise") else None
    lede = closed or Words(
        "Bấm tên đơn vị để xem mọi tiêu chí của đơn vị đó, bấm tiêu chí để xem mọi đơn vị.",
        "A unit leads to all its criteria, a criterion to all units.",
    )
    figures = tuple(
        Figure(number(states[state], 0, lang), pick(lang, *STATES[state][0]))
        for state in ("unseen", "kept", "adjusted", "asked", "conflict")
    )
    return PageHead(over, _left_words(visit, round, states), pick(lang, *lede), figures)


def _ways(visit: Visit, round: int) -> list[tuple[str, str]]:
    """The other pages of a round that somebody may see."""
    found = [
        (visit.address("judging", round), visit.say("Giải trình của đơn vị", "Explanations of units")),
        (visit.address("appraisal-book", round), visit.say("Làm bằng Excel", "Work in Excel")),
    ]
    if may(visit.person, "keep-year"):
        found.append((visit.address("conflicts"), visit.say("Xung đột", "Conflicts")))
    return found

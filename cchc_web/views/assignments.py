"""Who appraises what: a matrix of units and areas, filled by ticking rows and columns and naming people."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from cchc_score.app.appraisal_desk import rounds_of
from cchc_score.appraisal.acts import Assignment
from cchc_score.appraisal.assignments import assigned
from cchc_score.appraisal.cell_states import appraised_leaves
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.model import Area
from cchc_web.models import Account
from cchc_web.typed import Typed
from cchc_web.visits import Visit

ALL_ROUNDS = "0"
"""What a form sends for every round."""


def show_assignments(visit: Visit) -> HttpResponse:
    """Who is named for each unit and area in a round."""
    return _page(visit, {"round": ALL_ROUNDS})


def assign(visit: Visit) -> HttpResponse:
    """Name people for the ticked units and areas; for all of them where none is ticked."""
    post = visit.request.POST
    typed, sent = Typed(post), post.dict()
    names = [name.strip() for name in typed.text("names").split(",") if name.strip()]
    round = typed.choice("round", [ALL_ROUNDS, *map(str, _rounds(visit))])
    # On a server for one person nobody has an account by which a name could be known.
    unknown = sorted(set(names) - set(_appraisers())) if visit.person.login else []
    if unknown:
        typed.faults["names"] = Words(
            f"Không có người thẩm định nào tên: {', '.join(unknown)}.", f"No appraiser is called: {', '.join(unknown)}."
        )
    if typed.faults:
        return _page(visit, sent, typed.faults)
    keys = {
        "round": int(round),
        "appraisers": names,
        "units": post.getlist("unit"),
        "areas": post.getlist("area"),
    }
    try:
        visit.write(Assignment, [keys])
    except CchcError as error:
        return _page(visit, sent, findings=error.findings)
    messages.success(visit.request, visit.say("Đã phân công.", "Assigned."))
    # Back to the round about which it was, where what has changed is seen.
    return HttpResponseRedirect(visit.address("assignments") + (f"?round={round}" if round != ALL_ROUNDS else ""))


def _appraisers() -> list[str]:
    """The names of those who may appraise."""
    return sorted({one.name for one in Account.objects.filter(is_active=True) if "appraiser" in one.roles})


def _rounds(visit: Visit) -> range:
    return rounds_of(visit.working.stages)


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    stages = visit.working.stages
    asked = visit.request.GET.get("round", "1")
    shown = int(asked) if asked in map(str, _rounds(visit)) else 1
    appraisers = assigned(stages, shown)
    numbers: dict[str, list[str]] = {}
    for number in appraised_leaves(stages):
        numbers.setdefault(stages.scheme.criteria[number].area, []).append(number)
    areas = [area for area in stages.scheme.areas if area.code in numbers]
    rows = [
        (unit, [_names(appraisers, row, numbers[area.code]) for area in areas])
        for row, unit in enumerate(stages.reported_table.units)
    ]
    return visit.draw_form(
        "assignments.html.j2",
        values,
        faults,
        findings,
        title=visit.say(f"Phân công thẩm định vòng {shown}", f"Who appraises in round {shown}"),
        areas=[(area.code, _area_name(area)) for area in areas],
        rows=rows,
        people=_appraisers(),
        shown=shown,
        rounds=[(ALL_ROUNDS, visit.say("mọi vòng", "every round")), *((str(one), str(one)) for one in _rounds(visit))],
        ticked=set(visit.request.POST.getlist("unit")) | set(visit.request.POST.getlist("area")),
        may_assign=visit.closed("keep-year") is None,
        why=visit.closed("keep-year"),
    )


def _names(appraisers: Mapping[tuple[int, str], tuple[str, ...]], row: int, numbers: Sequence[str]) -> str:
    """The people named for an area of a unit; several sets of people where its criteria differ."""
    found = dict.fromkeys(appraisers.get((row, number), ()) for number in numbers)
    return " / ".join(", ".join(names) for names in found if names)


def _area_name(area: Area) -> str:
    return f"{area.number}. {area.name}"

"""More time for one unit: an act of the coordinator, with its reason."""

from collections.abc import Mapping, Sequence

from django.http import Http404, HttpResponse

from cchc_score.app.write_acts import say_act
from cchc_score.appraisal.acts import Extension
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.model import Unit
from cchc_web.typed import Typed
from cchc_web.visits import Visit


def show_extension(visit: Visit, unit: str) -> HttpResponse:
    """The form, empty."""
    return _page(visit, _unit(visit, unit), {"phase": "self-score:1"})


def grant_extension(visit: Visit, unit: str) -> HttpResponse:
    """Write the extension into the journal, and go back to the progress of the year."""
    asked, sent = _unit(visit, unit), visit.request.POST.dict()
    typed = Typed(sent)
    phase = typed.choice("phase", dict(_phases(visit)))
    last, reason = typed.moment("last"), typed.text("reason")
    if typed.faults:
        return _page(visit, asked, sent, typed.faults)
    name, _, round = phase.partition(":")
    keys = {"unit": asked.code, "phase": name, "round": int(round), "to": last, "reason": reason}
    try:
        say_act(visit.working.source, Extension, keys, visit.person.name, lambda: visit.time)
    except CchcError as error:
        return _page(visit, asked, sent, findings=error.findings)
    return visit.told(f"Đã gia hạn cho {asked.name}.", f"{asked.name} has more time now.", "progress")


def _page(
    visit: Visit,
    unit: Unit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    return visit.draw_form(
        "extension.html.j2",
        values,
        faults,
        findings,
        title=visit.say(f"Gia hạn cho {unit.name}", f"More time for {unit.name}"),
        lede=visit.say(
            "Chỉ đơn vị này được thêm thời gian; nhật ký ghi người gia hạn và lý do.",
            "This unit alone gets more time; the journal keeps who granted it, and why.",
        ),
        back=visit.address("progress"),
        phases=_phases(visit),
    )


def _phases(visit: Visit) -> list[tuple[str, str]]:
    """What may be extended: the self-score, and the explanations of each round."""
    rounds = range(1, len(visit.working.stages.phases.explanation) + 1)
    return [
        ("self-score:1", visit.say("Gửi số liệu và tự chấm", "Sending figures and self-score")),
        *(
            (f"explanation:{number}", visit.say(f"Giải trình vòng {number}", f"Explanations of round {number}"))
            for number in rounds
        ),
    ]


def _unit(visit: Visit, code: str) -> Unit:
    units = {unit.code: unit for unit in visit.working.stages.reported_table.units}
    if code not in units:
        raise Http404
    return units[code]

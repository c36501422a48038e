"""The phases of a year: the day and the hour when each opens and closes; other ones are tried before they count."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse

from cchc_score.app.typed_phases import PhaseRow, changed_phases, phase_rows, phase_texts, typed_phases
from cchc_score.appraisal.acts import Confirmation
from cchc_score.appraisal.appraisal_model import Window
from cchc_score.appraisal.moments import moment_words
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.text import pick
from cchc_score.year.config import NAME
from cchc_score.year.config_text import with_phases
from cchc_web.pending import SentFile
from cchc_web.typed import Typed
from cchc_web.views.rules import trial_page
from cchc_web.visits import Visit
from cchc_web.year_journal import year_root

_OPEN = Words("không định thời hạn", "no deadlines")


def show_phases(visit: Visit) -> HttpResponse:
    """When each phase opens and closes."""
    return _page(visit, phase_texts(visit.working.stages.phases, _begun(visit)))


def try_phases(visit: Visit) -> HttpResponse:
    """What other days and hours would change; nothing is written."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    reason = typed.text("reason")
    before = visit.working.stages.phases
    read = typed_phases(sent, before, _begun(visit))
    changes = tuple(changed_phases(before, read.phases))
    if typed.faults or read.faults:
        return _page(visit, sent, {**typed.faults, **read.faults})
    if not changes:
        return visit.told("Không có gì thay đổi.", "Nothing has changed.", "phases")
    data = with_phases((year_root(visit.year) / NAME).read_bytes(), read.phases)
    told = [f"{_name(visit, row)}: {_window(visit, row.window)} → {_window(visit, new)}" for row, new in changes]
    try:
        return trial_page(visit, NAME, reason, SentFile(NAME, data), told)
    except CchcError as error:
        return _page(visit, sent, findings=error.findings)


def _begun(visit: Visit) -> int:
    """The last round in which somebody has appraised."""
    stages = visit.working.stages
    confirmed = (act.round for act in stages.acts if isinstance(act, Confirmation))
    return max((*(entry.round for entry in stages.entries), *confirmed), default=0)


def _name(visit: Visit, row: PhaseRow) -> str:
    if row.kind == "self_score":
        return visit.say("Tự chấm", "Self-scores")
    if row.kind == "appraisal":
        return visit.say(f"Thẩm định vòng {row.round}", f"Appraisal, round {row.round}")
    return visit.say(f"Giải trình sau vòng {row.round}", f"Explanations after round {row.round}")


def _window(visit: Visit, window: Window) -> str:
    ends = [moment_words(one) if one else "…" for one in (window.first, window.last)]
    return " – ".join(ends) if window != Window() else visit.say(*_OPEN)


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    rows = phase_rows(visit.working.stages.phases, _begun(visit))
    most = max(row.round for row in rows)
    closed = visit.closed("keep-year")
    counts = [("0", pick(visit.lang, *_OPEN)), *((str(one), str(one)) for one in range(1, most + 1))]
    return visit.draw_form(
        "phases.html.j2",
        values,
        faults,
        findings,
        title=visit.say("Thời hạn các giai đoạn", "Phases of the year"),
        rows=[(row, _name(visit, row)) for row in rows],
        counts=counts,
        may_change=closed is None and "coordinator" in visit.person.roles,
        why=visit.say(*closed) if closed else "",
    )

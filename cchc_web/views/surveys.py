"""The survey: its files, tried before they are taken in; its batches from draft to closed; the points that follow."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

from django.http import Http404, HttpResponse

from cchc_score.app.write_acts import made_act
from cchc_score.appraisal.acts import SurveyBatch
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey_batches import survey_batches
from cchc_score.appraisal.survey_progress import survey_figures
from cchc_score.errors import CchcError
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Words
from cchc_score.text import number
from cchc_web.access import may
from cchc_web.file_intake import NewFile, free_path, take_files
from cchc_web.pending import forget_pending, keep_pending, pending_files, sent_files
from cchc_web.trial import try_files
from cchc_web.typed import Typed
from cchc_web.visits import Visit

_STATES = {
    "draft": Words("Nháp", "Draft"),
    "checked": Words("Đã kiểm", "Checked"),
    "closed": Words("Chốt", "Closed"),
}
_NEXT = {"draft": ("checked",), "checked": ("closed", "draft"), "closed": ("checked",)}
"""What may be done with a batch in each state."""
_DEEDS = {
    "draft": Words("Về bản nháp", "Back to a draft"),
    "checked": Words("Xác nhận đã kiểm", "It is checked"),
    "closed": Words("Chốt đợt", "Close it"),
}


def show_survey(visit: Visit) -> HttpResponse:
    """The batches, their files, and how far the survey has come."""
    return _page(visit, {})


def send_survey(visit: Visit) -> HttpResponse:
    """Try the files of a batch; they are shown with what is wrong or odd, and taken in when that was confirmed."""
    typed = Typed(visit.request.POST)
    batch = typed.text("batch")
    files, fault = sent_files(visit.request.FILES.getlist("file"))
    if fault is not None:
        typed.faults["file"] = fault
    if typed.faults:
        return _page(visit, visit.request.POST.dict(), typed.faults)
    new = [NewFile(_path(visit, file.name), "", "survey", file.data) for file in files]
    try:
        tried = try_files(visit.year, visit.working, new)
    except CchcError as error:
        return _page(visit, visit.request.POST.dict(), findings=error.findings)
    survey, paths = tried.stages.survey, {file.path for file in new}
    says = {origin.file for origin in survey.origins.values()} if survey is not None else set()
    # What contradicts another file is known of neither, and told as such.
    if not paths & says and not any(finding.code == "fact-conflict" for finding in tried.findings):
        nothing = Words(
            "Không đọc được số liệu điều tra nào trong các tệp này.", "No figure of the survey was read in these files."
        )
        sent = visit.request.POST.dict()
        return _page(visit, sent, {"file": nothing}, tried.findings)
    return visit.draw(
        "survey_trial.html.j2",
        title=visit.say(f"{batch}: kiểm trước khi nhận", f"{batch}: look before it is taken in"),
        batch=batch,
        token=keep_pending(visit.owner("dieu-tra"), files),
        names=[file.name for file in files],
        known=known_words(visit, tried.stages),
        findings=[finding.words(visit.lang) for finding in tried.findings],
    )


def take_survey(visit: Visit) -> HttpResponse:
    """Take in the files that were tried, as a batch that is a draft."""
    typed = Typed(visit.request.POST)
    batch, token = typed.text("batch"), typed.text("token")
    files = pending_files(visit.owner("dieu-tra"), token)
    if typed.faults or files is None:
        raise Http404
    before = survey_batches(visit.working.stages.acts)
    own = next((one for one in before.batches if one.batch == batch), None)
    # A file that comes again in its batch is the same one, corrected.
    there = {PurePosixPath(path).name: path for path in own.files} if own else {}
    new = [NewFile(there.get(file.name) or _path(visit, file.name), "", "survey", file.data) for file in files]
    if own is not None and own.state == "closed":
        words = Words("Đợt này đã chốt.", "That batch is closed.")
        return _page(visit, {"batch": batch}, {"batch": words})
    paths = list(dict.fromkeys([*(own.files if own else ()), *(file.path for file in new)]))
    act = made_act(
        SurveyBatch,
        {"batch": batch, "files": paths, "state": "draft"},
        visit.working.stages,
        visit.person.name,
        visit.clock,
    )
    take_files(visit.year, new, visit.person.name, visit.time.isoformat(), statements=[act])
    forget_pending(token)
    return visit.told(f"Đã nhận {batch}, còn là bản nháp.", f"{batch} is taken in as a draft.", "survey")


def move_batch(visit: Visit) -> HttpResponse:
    """Let a batch count, close it, or open it again for a reason; a file of no batch is set aside as one of its own."""
    typed = Typed(visit.request.POST)
    name, state = typed.text("batch"), typed.choice("state", _STATES)
    batches = {one.batch: one for one in survey_batches(visit.working.stages.acts).batches}
    batches |= {path: _of_one(path) for path in _alone(visit) if path not in batches}
    if name not in batches or typed.faults or state not in _NEXT[batches[name].state]:
        raise Http404
    own, known = batches[name], _survey_count(visit.working.stages)
    reason = typed.text("reason", needed=own.state == "closed")
    # A closed one is opened again by the coordinator alone.
    if own.state == "closed" and not may(visit.person, "keep-year"):
        raise Http404
    if typed.faults:
        return _page(visit, visit.request.POST.dict(), typed.faults)
    try:
        visit.write(SurveyBatch, [{"batch": name, "files": list(own.files), "state": state, "reason": reason}])
    except CchcError as error:
        return _page(visit, visit.request.POST.dict(), findings=error.findings)
    words = _STATES[state]
    # A visit keeps the state that it began with.
    after = Visit(visit.request, visit.year, visit.person)
    if state == "checked" and _survey_count(after.working.stages) < known:
        return visit.told(
            f"{name} nói khác tệp khác về cùng số liệu, nên số liệu đó chưa tính. Đưa một trong hai về bản nháp.",
            f"{name} and another file differ about one figure, which is unknown now. Make one of them a draft.",
            "survey",
        )
    return visit.told(f"{name}: {words.vi.lower()}.", f"{name}: {words.en.lower()}.", "survey")


def _alone(visit: Visit) -> list[str]:
    """The files of the survey that belong to no batch."""
    found, state = survey_batches(visit.working.stages.acts), visit.working.source.journal.state
    files = [path for path, version in state.counting.items() if version.kind == "survey"]
    return [path for path in files if found.batch_of(path) is None]


def _of_one(path: str) -> SurveyBatch:
    """A file of no batch, as the batch that it would be: it counts."""
    return SurveyBatch("", path, (path,), "checked", "", "", date.min, Origin(""))


def _path(visit: Visit, name: str) -> str:
    config = visit.working.source.config
    assert config is not None, "a year of the server has its configuration"
    return free_path(visit.year, config.survey[0] if config.survey else "survey", name)


def known_words(visit: Visit, stages: Stages) -> str:
    """How many figures of the survey are known, of those that it has to give."""
    found = survey_figures(stages)
    known, asked = sum(sum(own.values()) for own in found), sum(map(len, found))
    return f"{number(known, 0, visit.lang)} / {number(asked, 0, visit.lang)}"


def _survey_count(stages: Stages) -> int:
    """How many figures the files of the survey give."""
    return sum(sum(column.known) for column in stages.survey.columns.values()) if stages.survey is not None else 0


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    stages = visit.working.stages
    found = survey_batches(stages.acts)
    batches = [
        (
            one,
            visit.say(*_STATES[one.state]),
            [
                (state, visit.say(*_DEEDS[state]))
                for state in _NEXT[one.state]
                if one.state != "closed" or may(visit.person, "keep-year")
            ],
        )
        for one in found.batches
    ]
    closed = visit.closed("survey")
    return visit.draw_form(
        "survey.html.j2",
        values,
        faults,
        findings,
        title=visit.say("Điều tra xã hội học", "The survey"),
        batches=batches,
        alone=_alone(visit),
        known=known_words(visit, stages),
        overruled=[one.words(visit.lang) for one in stages.findings if one.code == "survey-mark"],
        may_send=may(visit.person, "survey") and closed is None,
        why=visit.say(*closed) if closed else "",
    )

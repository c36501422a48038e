"""Taking in what units have sent by other ways: files with whose they are, tried first; versions that wait."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.http import Http404, HttpResponse

from cchc_score.app.accept_version import accept_versions
from cchc_score.app.preview_file import FilePreview, figures_of_file, preview_file, units_of_file
from cchc_score.appraisal.acts import SentThing
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words, ordered
from cchc_score.journal.fold import FileVersion
from cchc_score.model import Unit
from cchc_score.pages.journal_page import hour_words
from cchc_score.text import number, pick
from cchc_web.file_intake import NewFile, free_path, take_files
from cchc_web.handing_in import path_of_sent, replaced_by
from cchc_web.pending import SentFile, forget_pending, keep_pending, on_disk, pending_files, sent_files
from cchc_web.trial import UNDOES, TriedYear, try_files
from cchc_web.typed import Typed
from cchc_web.visits import Visit
from cchc_web.waiting_changes import waiting_changes

LEFT_OUT, SEVERAL = "-", "*"
"""What a form sends for a file that is not to be taken in, and for one with figures of several units, as targets."""


@dataclass(frozen=True, slots=True)
class SortedFile:
    """A file that was sent, whose it seems to be, and how much it says."""

    name: str
    unit: str
    figures: int
    claims: int
    doubts: tuple[str, ...]


def show_intake(visit: Visit) -> HttpResponse:
    """What waits to be accepted, the files that there are, and the form for more."""
    return _page(visit, {})


def sort_files(visit: Visit) -> HttpResponse:
    """Read the files that were sent and show whose each of them is; nothing is written."""
    files, fault = sent_files(visit.request.FILES.getlist("file"))
    if fault is not None:
        return _page(visit, {}, {"file": fault})
    rows = [_sorted(visit, file) for file in files]
    return _sorted_page(visit, rows, keep_pending(visit.owner("tiep-nhan"), files))


def take_sorted(visit: Visit) -> HttpResponse:
    """Take the files in under the units that were confirmed, all or none."""
    typed = Typed(visit.request.POST)
    token = typed.text("token")
    files = pending_files(visit.owner("tiep-nhan"), token)
    if files is None:
        raise Http404
    units = {unit.code: unit for unit in visit.working.stages.reported_table.units}
    new: list[NewFile] = []
    gone: list[tuple[str, str]] = []
    empty: list[str] = []
    for at, file in enumerate(files):
        code = typed.choice(f"unit-{at}", (LEFT_OUT, SEVERAL, *units))
        if code == SEVERAL:
            new.append(NewFile(_path_for_several(visit, file), "", "report", file.data))
        elif code in units:
            things = _things(_preview(visit, file, units[code]))
            # It would stand for what the unit has sent, and say nothing.
            empty += [] if things else [file.name]
            for thing in things:
                one = NewFile(path_of_sent(visit, code, thing, _suffix(file)), code, thing, file.data)
                new.append(one)
                gone += replaced_by(visit, one, thing)
    sent = [(one.unit, one.kind) for one in new if one.unit]
    twice = len(set(sent)) < len(sent)
    if empty or typed.faults or twice or not new:
        fault = Words(
            "Chọn cho mỗi tệp một đơn vị; mỗi đơn vị một tệp mỗi loại.", "Choose a unit for each file, one each."
        )
        if empty:
            names = ", ".join(empty)
            fault = Words(
                f"Không đọc được số liệu hay điểm tự chấm nào trong {names}: không nhận tệp đó.",
                f"Nothing was read in {names}: leave it out.",
            )
        return _sorted_page(visit, [_sorted(visit, file) for file in files], token, [pick(visit.lang, *fault)])
    try:
        tried = try_files(visit.year, visit.working, new, gone)
        paths = {one.path for one in new}
        unused = {one.path for one in new if one.kind == "report" and one.path not in tried.year.gathered.used}
        if unused:
            told = [*_unused_words(visit, unused), *_about(visit, tried, unused)]
            return _sorted_page(visit, [_sorted(visit, file) for file in files], token, told)
        undone = [finding.words(visit.lang) for finding in tried.undone] if not tried.waits else []
        wrong = _about(visit, tried, paths, "error")
        if (undone or wrong) and "undo" not in visit.request.POST:
            told = [*wrong, *([pick(visit.lang, *UNDOES)] if undone else []), *undone]
            return _sorted_page(visit, [_sorted(visit, file) for file in files], token, told, undoes=True)
        take_files(visit.year, new, visit.person.name, visit.time.isoformat(), gone, since=visit.working.number)
    except CchcError as error:
        told = [finding.words(visit.lang) for finding in error.findings]
        return _sorted_page(visit, [_sorted(visit, file) for file in files], token, told)
    forget_pending(token)
    count = len(new)
    return visit.told(f"Đã tiếp nhận {count} tệp.", f"Files taken in: {count}.", "intake")


def _unused_words(visit: Visit, paths: Collection[str]) -> list[str]:
    """That nothing of some files would count, so that they are not taken in."""
    names = ", ".join(sorted(path.rpartition("/")[2] for path in paths))
    return [
        visit.say(
            f"Không số liệu nào của {names} được dùng: không nhận tệp đó.",
            f"Nothing of {names} would count: leave it out.",
        )
    ]


def _about(visit: Visit, tried: TriedYear, paths: Collection[str], severity: str = "") -> list[str]:
    """What a try tells of some files: of one severity, where one is asked for."""
    found = (*tried.findings, *tried.year.unread)
    own = [finding for finding in found if finding.place.file in paths and severity in ("", finding.severity)]
    return [finding.words(visit.lang) for finding in ordered(own)]


def withdraw(visit: Visit) -> HttpResponse:
    """Take a file out of the year, for a reason; what it was stays in the journal."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    path, reason = typed.text("path"), typed.text("reason")
    version = visit.working.source.journal.state.counting.get(path)
    if version is None or version.kind not in ("report", "self-score"):
        raise Http404
    if typed.faults:
        return _page(visit, sent, typed.faults)
    try:
        time, since = visit.time.isoformat(), visit.working.number
        take_files(visit.year, [], visit.person.name, time, [(version.unit, path)], since=since, gone_for=reason)
    except CchcError as error:
        return _page(visit, sent, findings=error.findings)
    return visit.told(f"Đã rút {path}.", f"Taken out: {path}.", "intake")


def accept(visit: Visit) -> HttpResponse:
    """Let what waits of a unit count: its new file, and that the one for which it stands goes."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    key, reason = typed.text("key"), typed.text("reason")
    paths = dict(_waiting(visit)).get(key)
    if paths is None:
        raise Http404
    if typed.faults:
        return _page(visit, sent, typed.faults)
    try:
        accept_versions(visit.working.source, paths, visit.person.name, reason, visit.clock)
    except CchcError as error:
        return _page(visit, sent, findings=error.findings)
    return visit.told(f"Đã chấp nhận {', '.join(paths)}.", f"Accepted: {', '.join(paths)}.", "intake")


def _waiting(visit: Visit) -> list[tuple[str, list[str]]]:
    """The paths that wait, by unit and kind as one word."""
    found: dict[str, list[str]] = {}
    for path, version in visit.working.source.journal.state.waiting().items():
        found.setdefault(f"{version.kind}:{version.unit}", []).append(path)
    return list(found.items())


def _sorted(visit: Visit, file: SentFile) -> SortedFile:
    """Whose a file is, by what it says; nobody's where it names none or several."""
    units = _read(visit, file)
    if len(units) > 1:
        several = visit.say(f"có số liệu của {len(units)} đơn vị", f"has figures of {len(units)} units")
        return SortedFile(file.name, SEVERAL, 0, 0, (several,))
    if not units:
        wrong = _faults(visit, file)
        nobody = visit.say("không thấy tên đơn vị: chọn đơn vị", "names no unit: choose one")
        return SortedFile(file.name, LEFT_OUT, 0, 0, wrong or (nobody,))
    preview = _preview(visit, file, units[0])
    doubts = tuple(finding.message(visit.lang) for finding in preview.findings if finding.severity != "note")
    return SortedFile(file.name, units[0].code, len(preview.figures), len(preview.claims), doubts)


def _read(visit: Visit, file: SentFile) -> tuple[Unit, ...]:
    working = visit.working
    with on_disk(file.data, file.name) as path:
        return units_of_file(path, file.name, working.year.rules, working.stages)


def _faults(visit: Visit, file: SentFile) -> tuple[str, ...]:
    """Why a file cannot be read; nothing for one that can."""
    working = visit.working
    with on_disk(file.data, file.name) as path:
        _, findings = figures_of_file(path, file.name, working.year.rules, working.stages)
    # That it names no unit is what somebody is asked for.
    wrong = (one for one in findings if one.severity == "error" and not one.code.startswith("unit-"))
    return tuple(one.message(visit.lang) for one in wrong)


def _preview(visit: Visit, file: SentFile, unit: Unit) -> FilePreview:
    working = visit.working
    with on_disk(file.data, file.name) as path:
        return preview_file(path, file.name, working.year.rules, working.stages, unit)


def _things(preview: FilePreview) -> list[SentThing]:
    """What a file is to the year: a workbook of a commune may be report and self-score, a letter is neither."""
    things: list[SentThing] = ["report"] if preview.figures else []
    return [*things, "self-score"] if preview.claims else things


def _path_for_several(visit: Visit, file: SentFile) -> str:
    """Where a file of several units stands: in the place of the one of that name, as it comes again corrected."""
    config = visit.working.source.config
    assert config is not None, "a year of the server has its configuration"
    name = PurePosixPath(free_path(visit.year, "", file.name)).name
    last = PurePosixPath(file.name.replace("\\", "/")).name
    path = f"{config.reports[0]}/{last}"
    newest = visit.working.source.journal.state.newest(path)
    return path if newest is not None and newest.sha256 and not newest.unit else f"{config.reports[0]}/{name}"


def _suffix(file: SentFile) -> str:
    return PurePosixPath(file.name.replace("\\", "/")).suffix.lower()


def _sorted_page(
    visit: Visit, rows: Sequence[SortedFile], token: str, told: Sequence[str] = (), undoes: bool = False
) -> HttpResponse:
    chosen = {at: visit.request.POST.get(f"unit-{at}", row.unit) for at, row in enumerate(rows)}
    return visit.draw(
        "sorted_files.html.j2",
        422 if told else 200,
        title=visit.say(f"{len(rows)} tệp: xem của đơn vị nào", f"{len(rows)} files: whose they are"),
        rows=[(at, row, chosen[at]) for at, row in enumerate(rows)],
        units=[(unit.code, unit.name) for unit in visit.working.stages.reported_table.units],
        left_out=LEFT_OUT,
        several=SEVERAL,
        token=token,
        findings=told,
        undoes=undoes,
    )


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    state = visit.working.source.journal.state
    names = {unit.code: unit.name for unit in visit.working.stages.reported_table.units}
    versions = state.waiting()
    waiting = [
        (
            key,
            ", ".join(paths),
            *_file_row(visit, names, versions[paths[-1]]),
            waiting_changes(visit, {path: versions[path] for path in paths}),
        )
        for key, paths in _waiting(visit)
    ]
    counting = [
        (path, *_file_row(visit, names, version), number(len(state.files[path]), 0, visit.lang))
        for path, version in state.counting.items()
        if version.kind in ("report", "self-score")
    ]
    closed = visit.closed("keep-year")
    return visit.draw_form(
        "intake.html.j2",
        values,
        faults,
        findings,
        title=_title(visit, len(waiting)),
        waiting=waiting,
        counting=counting,
        why=visit.say(*closed) if closed else "",
    )


def _file_row(visit: Visit, names: Mapping[str, str], version: FileVersion) -> tuple[str, str, str, str]:
    """Of a file: its unit, what it is, when it came, who sent it."""
    kinds = {"report": visit.say("số liệu", "figures"), "self-score": visit.say("tự chấm", "self-score")}
    when = hour_words(version.time) if version.time else ""
    several = visit.say("Nhiều đơn vị", "Several units")
    return names.get(version.unit, version.unit) or several, kinds.get(version.kind, version.kind), when, version.by


def _title(visit: Visit, waiting: int) -> str:
    if waiting:
        return visit.say(f"{waiting} bản gửi lại chờ chấp nhận", f"{waiting} new versions wait to be accepted")
    return visit.say("Tiếp nhận tệp của các đơn vị", "Taking in the files of units")

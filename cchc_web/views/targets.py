"""S8: what departments and council give for all units, typed into one sheet that saves itself."""

from collections.abc import Sequence

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse

from cchc_score.app.preview_file import figures_of_file
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.text import number, pick
from cchc_web.drafts import SentFields, drop_draft, save_draft, sent_fields, wants_json
from cchc_web.figure_rows import saved_at
from cchc_web.file_intake import NewFile, take_files
from cchc_web.pending import on_disk, sent_files
from cchc_web.table_files import table_answer
from cchc_web.target_sheet import DRAFT, TargetSheet
from cchc_web.trial import UNDOES, try_files
from cchc_web.views.differing import differing_page
from cchc_web.visits import Visit

HERE = "targets"
"""The route of the sheet."""


def show_targets(visit: Visit) -> HttpResponse:
    """The sheet, with what stands in other files beside it."""
    return _page(TargetSheet(visit))


def fetch_target_form(visit: Visit) -> HttpResponse:
    """The same as a form of Excel, to be filled in by a department."""
    return table_answer(TargetSheet(visit).form(), "xlsx", "so-lieu-cua-so", "vi")


def save_targets(visit: Visit) -> HttpResponse:
    """Save what was typed; when that is asked for, take it into the year as well."""
    sheet = TargetSheet(visit)
    sent = sent_fields(visit.request.POST, sheet.fields)
    return _saved(sheet, SentFields(sheet.as_typed(sent.fields), sent.version, sent.was))


def read_target_form(visit: Visit) -> HttpResponse:
    """Put what a filled form says into the sheet; what it does not say stays."""
    sheet = TargetSheet(visit)
    files, fault = sent_files(visit.request.FILES.getlist("file"))
    if fault is not None:
        return _page(sheet, [fault])
    working = visit.working
    with on_disk(files[0].data, files[0].name) as path:
        found, findings = figures_of_file(path, files[0].name, working.year.rules, working.stages)
    texts = sheet.of_table(found)
    if not texts:
        none = Words("Tệp không có số liệu nào của bảng này.", "The file has no figure of this sheet.")
        return _page(sheet, [none], findings)
    others = sheet.unlike(found)
    # What the file says is meant to stand in place of what was typed.
    save_draft(visit.year, DRAFT, SentFields(texts, sheet.draft.version), visit.person.name, sheet.start)
    count, name = number(len(texts), 0, visit.lang), files[0].name
    done = Words(
        f"Đã đưa {count} số liệu từ {name} vào bảng. Soát lại rồi ghi vào năm; ô tệp để trống giữ số đang có.",
        f"{count} figures of {name} stand in the sheet, beside what it leaves empty. Look, then take them in.",
    )
    if not others and not findings:
        return visit.told(*done, HERE)
    kept = [
        Words(
            f"{label}: {name} ghi khác tệp đã nhận {file}, nên giữ như tệp đã nhận.",
            f"{label}: {name} says something else than {file}, which was taken in before and stays.",
        )
        for label, file in others
    ]
    # Read again: the draft is another one now.
    return _page(TargetSheet(visit), [done, *kept], findings, 200)


def _saved(sheet: TargetSheet, sent: SentFields) -> HttpResponse:
    visit = sheet.visit
    draft, differing = save_draft(visit.year, DRAFT, sent, visit.person.name, sheet.start)
    if differing:
        return differing_page(visit, draft, differing, sheet.fields, visit.address(HERE), sheet.label)
    # Read again: the draft is another one now.
    sheet = TargetSheet(visit)
    if wants_json(visit.request):
        return JsonResponse(_changes(sheet))
    if (then := visit.request.POST.get("then")) in ("take", "undo"):
        return _taken_in(sheet, undo=then == "undo")
    return HttpResponseRedirect(visit.address(HERE))


def _taken_in(sheet: TargetSheet, undo: bool) -> HttpResponse:
    """Take the sheet in; where entries of appraisers would no longer count, once somebody has seen which (`undo`)."""
    visit = sheet.visit
    if sheet.faults:
        count = number(len(sheet.faults), 0, visit.lang)
        unread = Words(f"{count} ô phải sửa, xem dưới từng ô.", f"Cells to be corrected: {count}.")
        return _page(sheet, [unread])
    file = NewFile(sheet.path, "", "report", sheet.file())
    try:
        tried = try_files(visit.year, visit.working, [file])
        if tried.undone and not tried.waits and not undo:
            return _page(sheet, [UNDOES], tried.undone, undoes=True)
        time, since = visit.time.isoformat(), visit.working.number
        take_files(visit.year, [file], visit.person.name, time, since=since)
    except CchcError as error:
        return _page(sheet, findings=error.findings)
    drop_draft(visit.year, DRAFT, sheet.draft.version)
    if tried.waits:
        return visit.told(
            "Đã nhận. Có đơn vị đã được thẩm định, nên số liệu mới chờ bạn chấp nhận dưới đây.",
            "Received. Units have been appraised, so the new figures wait below until you accept them.",
            "intake",
        )
    done = Words("Đã ghi vào năm.", "Taken into the year.")
    if not tried.findings:
        return visit.told(*done, HERE)
    # A visit keeps the state that it began with; what was taken in is in a later one.
    return _page(TargetSheet(Visit(visit.request, visit.year, visit.person)), [done], tried.findings, 200)


def _changes(sheet: TargetSheet) -> dict[str, object]:
    """What a page shows of the sheet by now: its fields, and the words beside them by the ids of their places."""
    return {
        "version": sheet.draft.version,
        "fields": {name: sheet.draft.fields.get(name, "") for name in sheet.fields},
        "words": {f"k-{name}": sheet.told(name) for name in sheet.fields}
        | {"progress": _progress(sheet), "saved": saved_at(sheet.draft, sheet.visit)},
    }


def _progress(sheet: TargetSheet) -> str:
    lang = sheet.visit.lang
    done, whole = number(sheet.count, 0, lang), number(len(sheet.indicators) * len(sheet.units), 0, lang)
    return pick(lang, f"{done} trên {whole} số liệu đã có", f"{done} of {whole} figures are known")


def _page(
    sheet: TargetSheet,
    told: Sequence[Words] = (),
    findings: Sequence[Finding] = (),
    status: int = 0,
    undoes: bool = False,
) -> HttpResponse:
    """The sheet, with what is told above it; by itself that is what is wrong."""
    visit = sheet.visit
    return visit.draw(
        "targets.html.j2",
        status or (422 if told or findings else 200),
        title=visit.say("Số liệu của Sở, hội đồng", "Figures of departments and council"),
        faults=[*(pick(visit.lang, *words) for words in told), *(finding.words(visit.lang) for finding in findings)],
        closed=pick(visit.lang, *closed) if (closed := visit.closed("keep-year")) else "",
        columns=sheet.columns(),
        rows=[(unit, sheet.cells(row)) for row, unit in enumerate(sheet.units)],
        waits=sheet.waits,
        undoes=undoes,
        version=sheet.draft.version,
        saved=saved_at(sheet.draft, visit),
        progress=_progress(sheet),
        files={file: number(count, 0, visit.lang) for file, count in sheet.other_files.items()},
        here_address=visit.address(HERE),
        form_address=visit.address("target-form"),
        read_address=visit.address("read-targets"),
        intake_address=visit.address("intake"),
    )

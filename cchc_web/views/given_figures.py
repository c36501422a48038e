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
from cchc_web.given_figures import DRAFT, GivenFigures
from cchc_web.pending import on_disk, sent_files
from cchc_web.table_files import table_answer
from cchc_web.trial import try_files
from cchc_web.views.differing import differing_page
from cchc_web.visits import Visit

HERE = "given-figures"
"""The route of the sheet."""


def show_given(visit: Visit) -> HttpResponse:
    """The sheet, with what stands in other files beside it."""
    return _page(GivenFigures(visit))


def fetch_form(visit: Visit) -> HttpResponse:
    """The same as a form of Excel, to be filled in by a department."""
    return table_answer(GivenFigures(visit).form(), "xlsx", "so-lieu-cua-so", "vi")


def save_given(visit: Visit) -> HttpResponse:
    """Save what was typed; when that is asked for, take it into the year as well."""
    given = GivenFigures(visit)
    sent = sent_fields(visit.request.POST, given.fields)
    return _saved(given, SentFields(given.as_typed(sent.fields), sent.version, sent.was))


def read_form(visit: Visit) -> HttpResponse:
    """Put what a filled form says into the sheet; what it does not say stays."""
    given = GivenFigures(visit)
    files, fault = sent_files(visit.request.FILES.getlist("file"))
    if fault is not None:
        return _page(given, [fault])
    working = visit.working
    with on_disk(files[0].data, files[0].name) as path:
        found, findings = figures_of_file(path, files[0].name, working.year.rules, working.stages)
    texts = given.of_table(found)
    if not texts:
        none = Words("Tệp không có số liệu nào của bảng này.", "The file has no figure of this sheet.")
        return _page(given, [none], findings)
    # What the file says is meant to stand in place of what was typed.
    save_draft(visit.year, DRAFT, SentFields(texts, given.draft.version), visit.person.name, given.start)
    count = number(len(texts), 0, visit.lang)
    return visit.told(
        f"Đã đưa {count} số liệu từ {files[0].name} vào bảng. Soát lại rồi ghi vào năm.",
        f"{count} figures of {files[0].name} stand in the sheet. Look through them, then take them in.",
        HERE,
    )


def _saved(given: GivenFigures, sent: SentFields) -> HttpResponse:
    visit = given.visit
    draft, differing = save_draft(visit.year, DRAFT, sent, visit.person.name, given.start)
    if differing:
        return differing_page(visit, draft, differing, given.fields, visit.address(HERE), given.label)
    # Read again: the draft is another one now.
    given = GivenFigures(visit)
    if wants_json(visit.request):
        return JsonResponse(_changes(given))
    if visit.request.POST.get("then") == "take":
        return _taken_in(given)
    return HttpResponseRedirect(visit.address(HERE))


def _taken_in(given: GivenFigures) -> HttpResponse:
    visit = given.visit
    if given.faults:
        count = number(len(given.faults), 0, visit.lang)
        unread = Words(f"{count} ô không đọc được, xem dưới từng ô.", f"Cells that cannot be read: {count}.")
        return _page(given, [unread])
    file = NewFile(given.path, "", "report", given.file())
    try:
        tried = try_files(visit.year, visit.working, [file])
        time, since = visit.time.isoformat(), visit.working.number
        take_files(visit.year, [file], visit.person.name, time, since=since)
    except CchcError as error:
        return _page(given, findings=error.findings)
    drop_draft(visit.year, DRAFT)
    if tried.waits:
        return visit.told(
            "Đã nhận. Có đơn vị đã được thẩm định, nên số liệu mới chờ bạn chấp nhận dưới đây.",
            "Received. Units have been appraised, so the new figures wait below until you accept them.",
            "intake",
        )
    return visit.told("Đã ghi vào năm.", "Taken into the year.", HERE)


def _changes(given: GivenFigures) -> dict[str, object]:
    """What a page shows of the sheet by now: its fields, and the words beside them by the ids of their places."""
    faults = {name: fault.message(given.visit.lang) for name, fault in given.faults.items()}
    return {
        "version": given.draft.version,
        "fields": {name: given.draft.fields.get(name, "") for name in given.fields},
        "words": {f"k-{name}": faults.get(name, "") for name in given.fields}
        | {"progress": _progress(given), "saved": saved_at(given.draft, given.visit)},
    }


def _progress(given: GivenFigures) -> str:
    lang = given.visit.lang
    done, whole = number(given.count, 0, lang), number(len(given.indicators) * len(given.units), 0, lang)
    return pick(lang, f"{done} trên {whole} số liệu đã có", f"{done} of {whole} figures are known")


def _page(given: GivenFigures, told: Sequence[Words] = (), findings: Sequence[Finding] = ()) -> HttpResponse:
    visit = given.visit
    return visit.draw(
        "given_figures.html.j2",
        422 if told or findings else 200,
        title=visit.say("Số liệu của Sở, hội đồng", "Figures of departments and council"),
        faults=[*(pick(visit.lang, *words) for words in told), *(finding.words(visit.lang) for finding in findings)],
        closed=pick(visit.lang, *closed) if (closed := visit.closed("keep-year")) else "",
        columns=given.columns(),
        rows=[(unit, given.cells(row)) for row, unit in enumerate(given.units)],
        waits=given.path in visit.working.source.journal.state.waiting(),
        version=given.draft.version,
        saved=saved_at(given.draft, visit),
        progress=_progress(given),
        files={file: number(count, 0, visit.lang) for file, count in given.other_files.items()},
        form_address=visit.address("given-form"),
        read_address=visit.address("read-given"),
        intake_address=visit.address("intake"),
    )

"""Files of the year: reports, forms, sums, the folder for a stick; made in the background, and fetched when done."""

from collections.abc import Mapping

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase

from cchc_score.findings import Words
from cchc_score.forms.form_kinds import FORM_KINDS
from cchc_score.results.year_report import PIECES, Piece
from cchc_score.text import number
from cchc_web.access import may
from cchc_web.jobs import ask_for, folder_of
from cchc_web.models import Job
from cchc_web.stage_words import stage_choices
from cchc_web.typed import Typed
from cchc_web.visits import Visit

REPORT_FORMATS = {"xlsx": "Excel", "docx": "Word", "pdf": "PDF", "html": "HTML"}
SUMMARY_FORMATS = {"xlsx": "Excel", "docx": "Word", "pdf": "PDF"}
_PIECES: Mapping[Piece, Words] = {
    "ranking": Words("Bảng xếp hạng", "Ranking"),
    "areas": Words("Theo lĩnh vực", "By area"),
    "sheets": Words("Bảng điểm từng đơn vị", "Sheet of each unit"),
    "changes": Words("Điểm đã điều chỉnh, lý do và giải trình", "Adjusted points, reasons and explanations"),
    "not-applicable": Words("Tiêu chí không đánh giá", "What was not assessed"),
    "comparison": Words("So sánh tự chấm, năm trước", "Comparison with self-score and last year"),
    "summary": Words("Tổng hợp chung", "Summary"),
}
_FORMS: Mapping[str, Words] = {
    "commune": Words("Bộ biểu của xã (số liệu và tự chấm)", "Workbook of a commune (figures and self-score)"),
    "report": Words("Biểu số liệu", "Form of figures"),
    "self-score": Words("Bảng tự chấm", "Self-score"),
    "explanations": Words("Biểu giải trình", "Form of explanations"),
    "appraisal": Words("Bảng thẩm định", "Appraisal workbook"),
    "survey": Words("Biểu điều tra", "Survey form"),
    "survey-answers": Words("Phiếu điều tra", "Survey answers"),
    "targets": Words("Biểu số liệu của các Sở", "Figures of the departments"),
    "units": Words("Danh sách đơn vị", "List of units"),
    "assignments": Words("Bảng phân công", "Assignments"),
}


def show_downloads(visit: Visit) -> HttpResponse:
    """What can be made, and what was made."""
    return _page(visit, {"format": "xlsx", "stage": "final", "spread": "volume"})


def make_report(visit: Visit) -> HttpResponse:
    """Ask for a report."""
    sent = visit.request.POST
    typed = Typed(sent)
    asked = {
        "format": typed.choice("format", REPORT_FORMATS),
        "stage": typed.choice("stage", dict(stage_choices(visit.working.stages, visit.lang))),
        "spread": typed.choice("spread", ("volume", "units")),
        "pieces": " ".join(piece for piece in sent.getlist("piece") if piece in PIECES),
    }
    return _asked(visit, "report", asked, typed)


def make_summary(visit: Visit) -> HttpResponse:
    """Ask for the sums of all units."""
    typed = Typed(visit.request.POST)
    stages = dict(stage_choices(visit.working.stages, visit.lang))
    asked = {"format": typed.choice("format", SUMMARY_FORMATS), "stage": typed.choice("stage", stages)}
    return _asked(visit, "summary", asked, typed)


def make_form(visit: Visit) -> HttpResponse:
    """Ask for a form, for every unit."""
    typed = Typed(visit.request.POST)
    name = typed.choice("form", FORM_KINDS)
    files = FORM_KINDS[name].files if name in FORM_KINDS else ()
    asked = {"form": name, "format": typed.choice("format", files), "round": visit.request.POST.get("round", "")}
    if asked["round"] not in ("", *map(str, range(1, 10))):
        asked["round"] = ""
    return _asked(visit, "form", asked, typed)


def make_folder(visit: Visit) -> HttpResponse:
    """Ask for the folder of the year as an archive."""
    return _asked(visit, "year", {}, Typed(visit.request.POST))


def fetch(visit: Visit, job: int) -> HttpResponseBase:
    """The file of a job, for whoever asked for it."""
    done = Job.objects.filter(pk=job, year=visit.year, by=visit.person.key, state="done").first()
    path = folder_of(done) / done.file if done and _may_have(visit, done) else None
    if path is None or not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), as_attachment=True, filename=path.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _may_have(visit: Visit, job: Job) -> bool:
    """Whether somebody may still have what they once asked for: roles change."""
    return job.kind in ("report", "summary") or may(visit.person, "see-forms")


def _asked(visit: Visit, kind: str, asked: Mapping[str, str], typed: Typed) -> HttpResponse:
    if typed.faults:
        return _page(visit, visit.request.POST.dict(), typed.faults)
    ask_for(visit.year, kind, asked, visit.lang, visit.person.key)
    return visit.told("Đang làm tệp; xong sẽ hiện ở dưới.", "The file is being made; it appears below.", "downloads")


def _page(visit: Visit, values: Mapping[str, str], faults: Mapping[str, Words] | None = None) -> HttpResponse:
    jobs = Job.objects.filter(year=visit.year, by=visit.person.key)[:20]
    keeps = may(visit.person, "keep-year")
    return visit.draw_form(
        "downloads.html.j2",
        values,
        faults,
        title=visit.say("Tải về và in", "Files to download and print"),
        formats=list(REPORT_FORMATS.items()),
        summary_formats=list(SUMMARY_FORMATS.items()),
        stages=stage_choices(visit.working.stages, visit.lang),
        pieces=[(piece, visit.say(*words)) for piece, words in _PIECES.items()],
        forms=[(name, visit.say(*_FORMS[name])) for name in FORM_KINDS] if keeps else [],
        form_formats=[("xlsx", "Excel"), ("docx", "Word"), ("csv", "CSV")],
        keeps=keeps,
        jobs=[(job, _what(visit, job), _state(visit, job)) for job in jobs],
        running=any(job.state in ("waiting", "running") for job in jobs),
        present=visit.working.number,
    )


def _what(visit: Visit, job: Job) -> str:
    """What a job makes, in words."""
    asked: Mapping[str, str] = job.asked
    if job.kind == "form":
        return visit.say(*_FORMS[asked["form"]])
    if job.kind == "year":
        return visit.say("Thư mục của năm", "Folder of the year")
    stage = dict(stage_choices(visit.working.stages, visit.lang)).get(asked["stage"], asked["stage"])
    if job.kind == "summary":
        return visit.say(f"Phụ lục tổng hợp, {stage}", f"Figures added up, {stage}")
    spread = visit.say("mỗi đơn vị một tệp", "a file for each unit") if asked["spread"] == "units" else ""
    return ", ".join(
        part for part in (visit.say("Báo cáo", "Report"), stage, REPORT_FORMATS[asked["format"]], spread) if part
    )


def _state(visit: Visit, job: Job) -> str:
    if job.state == "waiting":
        return visit.say("chờ đến lượt", "waits for its turn")
    if job.state == "running":
        of = f" {number(job.done, 0, visit.lang)}/{number(job.whole, 0, visit.lang)}" if job.whole else ""
        return visit.say("đang làm", "being made") + of
    if job.state == "failed":
        return job.told or visit.say("không làm được: lỗi của chương trình", "failed: a fault of the program")
    return ""

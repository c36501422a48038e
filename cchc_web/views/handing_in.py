"""X4: what is missing in the sheets of a unit, handing them in, and the receipt for what was handed in."""

import json
from dataclasses import dataclass

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.http import content_disposition_header

from cchc_score.app.unit_work import SENT_THINGS
from cchc_score.appraisal.acts import SentThing
from cchc_score.appraisal.moments import moment_words
from cchc_score.findings import Words
from cchc_score.pages.journal_page import SHORT, hour_words
from cchc_score.pages.status_page import sent_words
from cchc_score.results.journal_results import receipt_data
from cchc_score.text import pick
from cchc_web.commune import Commune, commune_of
from cchc_web.handing_in import closed_to_send, hand_in_sheet, last_receipt, times_sent
from cchc_web.missing_words import missing_words
from cchc_web.pages import locked_page
from cchc_web.views.communes import sent_tone
from cchc_web.views.sheets import PLACES
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class SheetToSend:
    """A sheet before it is handed in, or after: its state, what is missing, why it cannot be sent, and the receipt.

    `receipt` are its lines, each a name and what it says; `can_send` whether there is anything to send by now.
    """

    thing: SentThing
    title: str
    state: str
    tone: str
    missing: tuple[str, ...]
    closed: str
    can_send: bool
    is_draft: bool
    version: int
    address: str
    send_address: str
    receipt: tuple[tuple[str, str], ...]
    receipt_address: str


_SENT: dict[SentThing, Words] = {
    "report": Words("Đã gửi số liệu.", "The figures are handed in."),
    "self-score": Words("Đã gửi bảng tự chấm.", "The self-score is handed in."),
}
SENT_BEFORE = Words("Giống hệt bản đã gửi, không ghi gì thêm.", "Equal to what was handed in; nothing is written.")


def show_check(visit: Visit, unit: str) -> HttpResponse:
    """Both sheets: what is missing, or the receipt."""
    return _page(commune_of(visit, unit))


def _page(commune: Commune, faults: tuple[Words, ...] = ()) -> HttpResponse:
    visit = commune.visit
    return visit.draw(
        "check.html.j2",
        422 if faults else 200,
        title=visit.say(f"Kiểm tra và gửi: {commune.unit.name}", f"Check and hand in: {commune.unit.name}"),
        home=(visit.address("commune", commune.unit.code), commune.unit.name),
        faults=[pick(visit.lang, *fault) for fault in faults],
        sheets=[_sheet(commune, thing) for thing in SENT_THINGS],
    )


def _sheet(commune: Commune, thing: SentThing) -> SheetToSend:
    visit, unit, draft = commune.visit, commune.unit.code, commune.draft(thing)
    is_report = thing == "report"
    closed = closed_to_send(commune, thing)
    receipt = last_receipt(visit, unit, thing)
    return SheetToSend(
        thing=thing,
        title=visit.say("Số liệu", "Figures") if is_report else visit.say("Tự chấm", "Self-score"),
        state=sent_words(commune.sent(thing).state, visit.lang),
        tone=sent_tone(commune.sent(thing)),
        missing=missing_words(commune, thing) if commune.is_open(thing) else (),
        closed=pick(visit.lang, *closed) if closed else "",
        can_send=closed is None and draft.is_kept and not _refused(commune, thing),
        is_draft=draft.is_kept,
        version=draft.version,
        address=visit.address(PLACES[thing], unit),
        send_address=visit.address("hand-in-figures" if is_report else "hand-in", unit),
        receipt=tuple(
            (pick(visit.lang, *words), text)
            for words, text in (
                (Words("Gửi lúc", "Handed in at"), hour_words(receipt.receipt.time)),
                (Words("Gửi lần thứ", "Handed in, time"), str(times_sent(visit, unit, thing))),
                (Words("Tệp trong nhật ký", "File in the journal"), receipt.path),
                (Words("Sự kiện số", "Event number"), str(receipt.receipt.number)),
                (Words("Mã băm", "Hash"), receipt.receipt.hash[:SHORT]),
            )
        )
        if receipt
        else (),
        receipt_address=visit.address("receipt", unit, thing),
    )


def _refused(commune: Commune, thing: SentThing) -> bool:
    """Whether a sheet has nothing to hand in, or something that cannot be read."""
    if thing == "report":
        return bool(commune.figures.faults) or not commune.figures.values
    return bool(commune.claims.faults) or not commune.claims.claims


def hand_in_typed(visit: Visit, unit: str, thing: SentThing) -> HttpResponse:
    """Hand in a sheet as it is typed."""
    commune = commune_of(visit, unit)
    closed = closed_to_send(commune, thing)
    if closed is not None:
        return locked_page(visit.request, closed)
    draft = commune.draft(thing)
    if not draft.is_kept:
        # Sent once more by a second click: it is handed in already.
        return HttpResponseRedirect(visit.address("check", unit))
    if visit.request.POST.get("version") != str(draft.version):
        changed = Words(
            f"{draft.by} vừa sửa bảng này ({moment_words(draft.saved.replace(microsecond=0, tzinfo=None))})."
            " Xem lại rồi gửi."
            if draft.saved
            else "Bảng này vừa được sửa.",
            f"{draft.by} has just changed this sheet. Look at it, then hand it in.",
        )
        return _page(commune, (changed,))
    if _refused(commune, thing):
        return _page(commune, (Words("Chưa gửi: còn ô phải sửa.", "Not handed in: fields have to be mended."),))
    is_new = hand_in_sheet(commune, thing)
    return visit.told(*(_SENT[thing] if is_new else SENT_BEFORE), "check", unit)


def show_receipt(visit: Visit, unit: str, thing: str) -> HttpResponse:
    """The receipt for what a unit has sent last, as a file that `journal verify` reads."""
    known = next((one for one in SENT_THINGS if one == thing), None)
    receipt = last_receipt(visit, commune_of(visit, unit).unit.code, known) if known else None
    if receipt is None:
        raise Http404
    data = json.dumps(receipt_data(receipt.receipt, receipt.version), ensure_ascii=False, indent=2)
    response = HttpResponse(data.encode(), content_type="application/json; charset=utf-8")
    name = content_disposition_header(True, f"bien-nhan-{unit}-{receipt.receipt.number}.json")
    response.headers["Content-Disposition"] = name or "attachment"
    return response

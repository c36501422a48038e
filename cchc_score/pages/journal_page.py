"""The journal as pages: events, whether it is whole, a receipt, and the folder that was written from it."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from cchc_score.findings import Words
from cchc_score.formats import Page
from cchc_score.journal.events import Event
from cchc_score.journal.receipt import Receipt
from cchc_score.pages.act_words import BATCH_WORDS, VERDICT_WORDS
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.results.journal_results import (
    CheckedJournal,
    ShownEvents,
    WrittenImage,
    checked_data,
    event_people,
    events_data,
    image_data,
    receipt_data,
)
from cchc_score.text import Lang, number, pick

SHORT = 12
"""So many digits of a hash stand in a table: enough to tell two apart at a glance; the JSON has all."""
_KINDS: Mapping[str, Words] = MappingProxyType(
    {
        "file": Words("tiếp nhận tệp", "file taken in"),
        "file-gone": Words("tệp bị bỏ", "file taken away"),
        "entry": Words("nội dung điều chỉnh", "entry"),
        "explanation": Words("giải trình", "explanation"),
    }
)
_ACTS: Mapping[str, Words] = MappingProxyType(
    {
        "accepted": Words("chấp nhận bản mới", "new version accepted"),
        "confirmation": Words("giữ nguyên điểm", "marks kept"),
        "extension": Words("gia hạn", "extension"),
        "returned": Words("trả lại bổ sung", "returned for completion"),
        "question": Words("hỏi đơn vị", "unit asked"),
        "answer": Words("trả lời", "answered"),
        "assignment": Words("phân công", "assigned"),
        "survey-batch": Words("đợt điều tra", "survey batch"),
        "verdict": Words("kết luận về giải trình", "explanation decided about"),
        "settlement": Words("hội đồng chọn", "council's choice"),
        "year": Words("chốt, công bố", "frozen, published"),
    }
)
_STEPS: Mapping[str, Words] = MappingProxyType(
    {
        "frozen": Words("chốt năm", "year frozen"),
        "published": Words("công bố", "published"),
        "reopened": Words("mở lại năm", "year opened again"),
    }
)
_FILES: Mapping[str, Words] = MappingProxyType(
    {
        "rules": Words("quy định của năm", "rules of the year"),
        "report": Words("báo cáo", "report"),
        "self-score": Words("tự chấm", "self-score"),
        "appraisal": Words("thẩm định", "appraisal"),
        "survey": Words("điều tra", "survey"),
        "items": Words("danh sách chi tiết", "list of items"),
        "other": Words("tệp khác", "other file"),
    }
)


def events_page(shown: ShownEvents, lang: Lang, title: str = "") -> Page:
    """Events, one a line, with the last hash below."""
    columns: list[PageColumn[Event]] = [
        PageColumn(pick(lang, "Số", "No."), lambda event: count_cell(event.number, lang), "count"),
        PageColumn(pick(lang, "Lúc", "When"), lambda event: hour_words(event.time)),
        PageColumn(pick(lang, "Người ghi", "By"), lambda event: event.by),
        PageColumn(pick(lang, "Thay mặt", "On behalf of"), lambda event: event.happening.on_behalf),
        PageColumn(pick(lang, "Việc", "What"), lambda event: _what(event, lang)),
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda event: _unit(event, shown)),
        PageColumn(pick(lang, "Về", "About"), lambda event: _about(event, lang), "code"),
        PageColumn(pick(lang, "Mã băm", "Hash"), lambda event: event.hash[:SHORT], "code"),
    ]
    count, people = (number(value, 0, lang) for value in (shown.count, event_people(shown.events)))
    note = pick(
        lang,
        f"Nhật ký có {count} sự kiện; {people} người ghi các sự kiện trên. Mã băm cuối: {shown.head or '-'}",
        f"The journal has {count} events; those above were written by {people}. Last hash: {shown.head or '-'}",
    )
    return Page(
        title, (page_table(columns, shown.events),) if shown.events else (), (note,), lambda: events_data(shown)
    )


def _about(event: Event, lang: Lang) -> str:
    """The file, the entry or the criterion that an event is about; what a unit hands in by its words."""
    target = event.happening.target
    return pick(lang, *_FILES[target]) if target in ("report", "self-score") else target


def checked_page(checked: CheckedJournal, lang: Lang) -> Page:
    """Whether a journal is whole, and whether a receipt is one of it."""
    whole = not any(finding.severity == "error" for finding in checked.findings)
    count = number(checked.count, 0, lang)
    notes = [
        pick(
            lang,
            f"Đã kiểm {count} sự kiện: chuỗi mã băm {'và mọi tệp còn nguyên vẹn' if whole else 'có vấn đề, xem trên'}.",
            f"{count} events checked: {'the chain and all files are whole' if whole else 'not whole, see above'}.",
        ),
        pick(lang, f"Mã băm cuối: {checked.head or '-'}", f"Last hash: {checked.head or '-'}"),
    ]
    if checked.receipt is not None and checked.verdict == "holds":
        hour, at = hour_words(checked.receipt.time), number(checked.receipt.number, 0, lang)
        notes.append(
            pick(
                lang,
                f"Biên nhận đúng: {checked.receipt.target}, sự kiện {at}, {hour}.",
                f"The receipt holds: {checked.receipt.target}, event {at}, {hour}.",
            )
        )
    return Page("", (), tuple(notes), lambda: checked_data(checked, lang))


def receipt_page(receipt: Receipt, version: int, lang: Lang) -> Page:
    """A receipt to print or keep."""
    lines = [
        (pick(lang, "Tệp", "File"), receipt.target),
        (pick(lang, "Bản thứ", "Version"), number(version, 0, lang)),
        (pick(lang, "Lúc", "When"), hour_words(receipt.time)),
        (pick(lang, "Sự kiện số", "Event"), number(receipt.number, 0, lang)),
        ("SHA-256", receipt.sha256),
        (pick(lang, "Mã băm của nhật ký", "Hash of the journal"), receipt.hash),
    ]
    columns: list[PageColumn[tuple[str, str]]] = [
        PageColumn(pick(lang, "Biên nhận", "Receipt"), lambda line: line[0]),
        PageColumn("", lambda line: line[1], "code"),
    ]
    return Page("", (page_table(columns, lines),), (), lambda: receipt_data(receipt, version))


def image_page(image: WrittenImage, lang: Lang) -> Page:
    """The folder that was written, and how many files it has."""
    count, folder = number(len(image.files), 0, lang), image.folder.as_posix()
    note = pick(
        lang,
        f"Đã ghi {count} tệp vào {folder}, đúng như nhật ký.",
        f"Wrote {count} files into {folder}, as the journal has them.",
    )
    return Page("", (), (note,), lambda: image_data(image))


def _what(event: Event, lang: Lang) -> str:
    happening = event.happening
    what = pick(lang, *(_ACTS if happening.kind == "act" else _KINDS)[happening.body.get("act", happening.kind)])
    body = happening.body
    if body.get("act") == "year":
        return pick(lang, *_STEPS[body["step"]])
    said = {
        "survey-batch": BATCH_WORDS.get(body.get("state", "")),
        "verdict": VERDICT_WORDS.get(body.get("result", "")),
    }
    more = said.get(body.get("act", ""), _FILES.get(body.get("of", "")))
    return f"{what}: {pick(lang, *more)}" if more else what


def _unit(event: Event, shown: ShownEvents) -> str:
    code = event.happening.unit
    return shown.names.get(code, code)


def hour_words(time: str) -> str:
    """The time of an event as people write it; as it stands where it is none."""
    try:
        return f"{datetime.fromisoformat(time):%d/%m/%Y %H:%M:%S}"
    except ValueError:
        return time

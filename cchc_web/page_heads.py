"""What stands above the tables of a page: what it is about, a sentence that says the finding, the figures asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_score.journal.events import Event
from cchc_score.pages.journal_page import SHORT, hour_words
from cchc_score.report.html.headline import Figure
from cchc_score.results.journal_results import ShownEvents, event_people
from cchc_score.results.year_status import Progress, UnitStatus, YearStatus
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class PageHead:
    """A quiet line over the title, the title, a sentence or two below it, and the figures."""

    over: str
    title: str
    lede: str
    figures: tuple[Figure, ...]


def progress_head(status: YearStatus, lede: str, lang: Lang) -> PageHead:
    """How many units still have to do something, and how far all have come."""
    day = f"{status.moment:%d/%m/%Y}"
    over = pick(lang, f"Tiến độ đến ngày {day}", f"Progress by {day}")
    return PageHead(
        over=over,
        title=_missing_words(len(status.missing), len(status.units), lang),
        lede=lede,
        figures=tuple(_progress_figures(status.units, lang)),
    )


def _missing_words(missing: int, units: int, lang: Lang) -> str:
    if not units:
        return pick(lang, "Chưa có đơn vị nào", "There are no units yet")
    if not missing:
        return pick(
            lang, f"Cả {units} đơn vị đã gửi và trả lời đủ", f"All {units} units have sent and answered everything"
        )
    if missing == units:
        return pick(
            lang,
            f"Cả {units} đơn vị còn việc phải gửi hoặc trả lời",
            f"All {units} units still have to send or to answer something",
        )
    return pick(
        lang,
        f"{missing} trên {units} đơn vị còn việc phải gửi hoặc trả lời",
        f"{missing} of {units} units still have to send or to answer something",
    )


def _progress_figures(units: Sequence[UnitStatus], lang: Lang) -> Iterator[Figure]:
    """Sums over all units, of what any of them is asked for."""
    asked = (
        (pick(lang, "báo cáo đã gửi", "reports sent"), [_sent(unit.report) for unit in units]),
        (pick(lang, "bảng tự chấm đã gửi", "self-scores sent"), [_sent(unit.self_score) for unit in units]),
        (pick(lang, "nội dung đã giải trình", "entries explained"), [unit.explanations for unit in units]),
        (pick(lang, "câu hỏi đã trả lời", "questions answered"), [unit.questions for unit in units]),
        (pick(lang, "số liệu điều tra đã có", "survey figures known"), [unit.survey for unit in units]),
    )
    for words, parts in asked:
        done, whole = (number(sum(counts), 0, lang) for counts in zip(*((p.done, p.whole) for p in parts), strict=True))
        if whole != "0":
            yield Figure(f"{done} / {whole}", words)
    yield Figure(number(sum(unit.open for unit in units), 0, lang), pick(lang, "cảnh báo còn vướng", "open findings"))


def _sent(state: str) -> Progress:
    return Progress(int(state in ("sent", "late", "waiting")), int(state != "unasked"))


def journal_head(shown: ShownEvents, of: str, lang: Lang) -> PageHead:
    """How much was written down; `of` is the unit whose events alone are shown, or empty."""
    count, here = number(shown.count, 0, lang), len(shown.events)
    title = pick(lang, f"Nhật ký có {count} sự kiện", f"The journal has {count} events")
    if here < shown.count:
        title += pick(lang, f", dưới đây là {here} sự kiện", f", {here} of them below")
        title += pick(lang, f" về {of}", f", about {of}") if of else ""
    lede = pick(
        lang,
        "Mới nhất ở trên. Mỗi sự kiện mang mã băm của sự kiện trước nó: sửa hay xóa một dòng thì lộ ra.",
        "The newest first. Each event carries the hash of the one before it: a line changed or removed is found out.",
    )
    return PageHead(pick(lang, "Nhật ký của năm", "Journal of the year"), title, lede, _journal_figures(shown, lang))


def _journal_figures(shown: ShownEvents, lang: Lang) -> tuple[Figure, ...]:
    if not shown.events:
        return ()
    newest: Event = shown.events[0]
    return (
        Figure(hour_words(newest.time), pick(lang, "sự kiện mới nhất", "newest event")),
        Figure(number(event_people(shown.events), 0, lang), pick(lang, "người ghi", "people who wrote")),
        Figure(shown.head[:SHORT], pick(lang, "mã băm cuối, phần đầu", "last hash, its beginning")),
    )

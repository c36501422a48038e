"""The appraisal in Excel: the workbook of one's own cells, and the filled one back, with a look before it counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpResponse

from cchc_score.app.appraisal_desk import CELL_FILTERS
from cchc_score.app.appraise_cell import Held, write_decided
from cchc_score.app.appraise_workbook import Appraisal, workbook_entries
from cchc_score.app.export_tables import appraisal_workbook
from cchc_score.appraisal.appraisal_model import Entry
from cchc_score.appraisal.cell_states import criteria_of
from cchc_score.appraisal.entry_states import mark_words, state_words
from cchc_score.appraisal.present_values import PresentValues
from cchc_score.appraisal.workbook_import import AppraisalSession
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.journal.bodies import Statement
from cchc_score.sheet import HandMark
from cchc_score.text import pick
from cchc_score.year.document_files import DocumentSource
from cchc_web.access import About, may
from cchc_web.appraisal_words import FILTER_WORDS
from cchc_web.pending import SentFile, forget_pending, keep_pending, on_disk, pending_files, sent_files
from cchc_web.views.desk import desk_of, filter_named, own_keys
from cchc_web.views.desk_acts import held
from cchc_web.visits import Visit, server_clock

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_MOST_SHOWN = 500
_DIFFERS = "workbook-conflict"
"""What is found of a row that differs from what somebody else has set."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """What a person may not write, in words."""

    words: tuple[Words, ...]


def show_book(visit: Visit, round: int) -> HttpResponse:
    """Where the workbook is, with the filters, and where the filled one goes."""
    return _page(visit, round)


def _page(visit: Visit, round: int, faults: Sequence[str] = ()) -> HttpResponse:
    desk_of(visit, round)
    closed = visit.closed("appraise", About("", round))
    file = visit.address("appraisal-file", round)
    return visit.draw(
        "appraisal_book.html.j2",
        422 if faults else 200,
        title=visit.say(f"Thẩm định vòng {round} bằng Excel", f"Appraisal of round {round} in Excel"),
        round=round,
        back=visit.address("appraisal", round),
        files=[
            (file, visit.say("Mọi ô của tôi", "All cells of mine")),
            *((f"{file}?loc={one}", pick(visit.lang, *FILTER_WORDS[one])) for one in CELL_FILTERS),
        ],
        closed=pick(visit.lang, *closed) if closed else "",
        may_send=may(visit.person, "appraise") and closed is None,
        findings=faults,
    )


def give_book(visit: Visit, round: int) -> HttpResponse:
    """The workbook of one's own cells, or of those that a filter leaves."""
    desk, wanted = desk_of(visit, round), filter_named(visit.request.GET.get("loc", ""))
    own = [key for key in own_keys(visit, desk) if wanted is None or desk.passes(key, wanted)]
    cells = {(desk.units[row].code, number) for row, number in own}
    rows = sorted({row for row, _ in own})
    data = appraisal_workbook(visit.working.stages, round, rows, visit.lang, cells)
    response = HttpResponse(data, content_type=EXCEL)
    name = f"tham-dinh-vong-{round}{f'-{wanted}' if wanted else ''}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def look_at_book(visit: Visit, round: int) -> HttpResponse:
    """What a filled workbook would change, before it does."""
    desk_of(visit, round)
    files, wrong = sent_files(visit.request.FILES.getlist("file")[:1])
    if wrong is None and not files[0].name.lower().endswith(BOOKS):
        wrong = Words("Chỉ nhận tệp Excel (.xlsx, .xls, .ods).", "Only .xlsx, .xls or .ods files.")
    if wrong is not None:
        return _page(visit, round, [pick(visit.lang, *wrong)])
    try:
        found = _read(visit, round, files[0], held(visit.year))
    except CchcError as error:
        return _page(visit, round, [finding.words(visit.lang) for finding in error.findings])
    if isinstance(found, _Refused):
        return _page(visit, round, [pick(visit.lang, *words) for words in found.words])
    return _preview(visit, round, found, keep_pending(visit.owner(f"tham-dinh/{round}"), files))


def _read(visit: Visit, round: int, sent: SentFile, year: Held) -> Appraisal | _Refused:
    """What a workbook asks for, or why its sender may not ask for that."""
    session = AppraisalSession(round, visit.person.name, visit.moment, rivals=True)
    with on_disk(sent.data, sent.name) as path:
        found = workbook_entries(year.source, year.stages, "", DocumentSource(sent.name, path), session)
    named = {entry.by for entry in found.entries} | {act.by for act in found.kept}
    others = sorted(named - {visit.person.name})
    words = []
    if others and not may(visit.person, "keep-year"):
        names = ", ".join(others)
        words.append(
            Words(
                f"Có dòng ghi người thẩm định khác ({names}): để trống cột đó, hoặc nhờ điều phối viên nhận tệp.",
                f"Some rows name another appraiser ({names}): clear that column, or let the coordinator take the file.",
            )
        )
    words += _locks(visit, round, found)
    return _Refused(tuple(dict.fromkeys(words))) if words else found


def _locks(visit: Visit, round: int, found: Appraisal) -> list[Words]:
    """Why somebody may not appraise some of the cells; a figure is whoever's who appraises one of its criteria."""
    targets = {(entry.unit, _criteria(found, entry)) for entry in found.entries}
    targets |= {(act.unit, (number,)) for act in found.kept for number, _ in act.seen}
    locks = []
    for unit, numbers in sorted(targets):
        own = [visit.closed("appraise", About(unit, round, number)) for number in numbers]
        lock = None if None in own or not own else own[0]
        if lock is not None:
            locks.append(Words(f"{unit}, {numbers[0]}: {lock.vi}", f"{unit}, {numbers[0]}: {lock.en}"))
    return locks


def _criteria(found: Appraisal, entry: Entry) -> tuple[str, ...]:
    return (entry.criterion,) if entry.criterion else criteria_of(found.stages, entry.indicator)


def _outdated(visit: Visit, round: int, found: Appraisal, names: Mapping[str, str]) -> Iterator[str]:
    """The marks that the file keeps and that are others by now: somebody has to look at them again."""
    values, lang = PresentValues(found.stages, round), visit.lang
    for act in found.kept:
        for number, mark in act.seen:
            present = values.state(act.unit, number, "")
            if isinstance(present, HandMark) and present != mark:
                old, new = mark_words(mark, lang), mark_words(present, lang)
                yield visit.say(
                    f"{names[act.unit]}, {number}: tệp giữ {old}, nhưng nay là {new}; ô này sẽ phải xem lại.",
                    f"{names[act.unit]}, {number}: the file keeps {old}, now it is {new}; it has to be seen again.",
                )


def _preview(visit: Visit, round: int, found: Appraisal, word: str) -> HttpResponse:
    scheme, lang = found.stages.scheme, visit.lang
    names = {unit.code: unit.name for unit in found.stages.reported_table.units}
    rivals = {one.place.cell for one in found.findings if one.code == _DIFFERS}
    rows = [
        (
            names[entry.unit],
            entry.criterion or scheme.indicators[entry.indicator].label(lang),
            *(state_words(scheme, entry, state, lang) for state in (entry.old, entry.new)),
            entry.reason,
            entry.origin.cell in rivals,
        )
        for entry in found.entries
    ]
    kept = sum(len(act.seen) for act in found.kept)
    count = len(rows)
    clashes = sum(entry.origin.cell in rivals for entry in found.entries)
    told: list[Finding] = [one for one in found.findings if one.code != _DIFFERS]
    return visit.draw(
        "appraisal_preview.html.j2",
        title=visit.say(
            f"Tệp có {count} điều chỉnh, {kept} ô giữ nguyên", f"The file has {count} changes and keeps {kept} cells"
        ),
        lede=visit.say(
            f"{found.passed} dòng đã nhận từ trước thì bỏ qua; {clashes} dòng khác người khác thì thành xung đột."
            " Chưa có gì được ghi.",
            f"{found.passed} rows that were taken in before are passed over; {clashes} that differ from others' become"
            " conflicts. Nothing is written yet.",
        ),
        rows=rows[:_MOST_SHOWN],
        more=max(0, count - _MOST_SHOWN),
        findings=[*_outdated(visit, round, found, names), *(one.words(lang) for one in told)],
        word=word,
        act=visit.address("appraisal-take", round),
        back=visit.address("appraisal-book", round),
        can_write=bool(rows or kept),
    )


def take_book(visit: Visit, round: int) -> HttpResponse:
    """Write what was looked at, as the year stands now."""
    desk_of(visit, round)
    word = visit.request.POST.get("word", "")
    files = pending_files(visit.owner(f"tham-dinh/{round}"), word)
    if not files:
        return _page(visit, round, [visit.say("Tệp không còn ở đây, hãy gửi lại.", "The file is gone, send it again.")])
    refused: list[_Refused] = []

    def decide(year: Held) -> tuple[Appraisal | None, Sequence[Statement]]:
        found = _read(visit, round, files[0], year)
        if isinstance(found, _Refused):
            refused.append(found)
            return None, ()
        return found, (*found.entries, *found.kept)

    try:
        found, _, _ = write_decided(lambda: held(visit.year), decide, visit.person.name, server_clock)
    except CchcError as error:
        return _page(visit, round, [finding.words(visit.lang) for finding in error.findings])
    if found is None:
        return _page(visit, round, [pick(visit.lang, *words) for words in refused[-1].words])
    forget_pending(word)
    count, kept = len(found.entries), sum(len(act.seen) for act in found.kept)
    return visit.told(
        f"Đã nhận {count} điều chỉnh, {kept} ô giữ nguyên.",
        f"{count} changes are taken in, {kept} cells kept.",
        "appraisal",
        round,
    )

"""The form in which a unit answers what a round of appraisal has changed: the changed rows, and room for answers."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.cell_states import criteria_of
from cchc_score.appraisal.entry_states import mark_words, state_words
from cchc_score.appraisal.self_score_sheet import head_lines
from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.workbook_columns import ROUND
from cchc_score.model import Unit
from cchc_score.office.form_sheet import FormColumn, FormSheet, FormValue
from cchc_score.text import Lang, pick

ANSWER_COLUMNS: Mapping[str, tuple[str, str, int]] = MappingProxyType(
    {
        "number": ("TT", "No.", 9),
        "title": ("Tiêu chí, số liệu", "Criterion or figure", 28),
        "mine": ("Đơn vị chấm, báo cáo", "Claimed or reported", 16),
        "theirs": ("Kết quả thẩm định", "Appraised", 16),
        "reason": ("Lý do", "Reason", 25),
        "proof": ("Tài liệu hội đồng dẫn", "Council's evidence", 17),
        "by": ("Người thẩm định", "Appraised by", 14),
        "answer": ("Trả lời của đơn vị", "Answer of the unit", 32),
        "files": ("Tài liệu, tệp gửi kèm", "Documents, files", 22),
    }
)
"""The columns in their order: their headings in both languages, and how wide they are."""
_FILLED = ("answer", "files")
_ROOM = 4
"""So many lines an answer has, on paper too."""
PERSON = ("Họ tên", "Name")
"""What stands before the name of whoever answers."""


def answerable(stages: Stages, round: int) -> Mapping[str, Sequence[Entry]]:
    """What a round has changed of each unit, by its code, in the order of the scheme; only what counts."""
    places = {number: at for at, number in enumerate(stages.scheme.criteria)}
    found: dict[str, list[tuple[int, str, Entry]]] = {}
    for entry in stages.rounds[-1].applied:
        if entry.round == round:
            numbers = _numbers(stages, entry)
            first = min((places[number] for number in numbers), default=len(places))
            found.setdefault(entry.unit, []).append((first, entry.id, entry))
    return {unit: [entry for *_, entry in sorted(own, key=lambda one: one[:2])] for unit, own in found.items()}


def last_answerable_round(stages: Stages) -> int:
    """The last round that has changed anything and may be answered; 0 for none."""
    rounds = {entry.round for entry in stages.rounds[-1].applied}
    return max((one for one in rounds if stages.phases.explained_in(one) is not None), default=0)


def answer_form(stages: Stages, round: int, unit: Unit, entries: Sequence[Entry], lang: Lang) -> FormSheet:
    """The form of one unit, with the answers that it has given already."""
    told, day = head_lines(unit, lang)
    lines = (
        told,
        f"{pick(lang, *ROUND)}: {round}",
        *_deadline(stages, round, unit, lang),
        pick(
            lang,
            "Chỉ trả lời dòng nào đơn vị không đồng ý hoặc cần nói thêm; dòng để trống là không có ý kiến.",
            "Answer the rows with which you disagree or to which you add something; a blank one says nothing.",
        ),
        f"{pick(lang, *PERSON)}:",
        day,
    )
    columns = tuple(
        FormColumn(pick(lang, vi, en), width, role in _FILLED, words=True)
        for role, (vi, en, width) in ANSWER_COLUMNS.items()
    )
    rows = [tuple(_row(stages, entry, lang)) for entry in entries]
    asked = frozenset((len(lines) - 2, len(lines) - 1))
    title = pick(
        lang,
        f"PHIẾU GIẢI TRÌNH KẾT QUẢ THẨM ĐỊNH NĂM {stages.scheme.period}",
        f"ANSWERS TO THE APPRAISAL OF {stages.scheme.period}",
    )
    return FormSheet(pick(lang, "Giải trình", "Answers"), title, lines, columns, rows, asked=asked, room=_ROOM)


def _deadline(stages: Stages, round: int, unit: Unit, lang: Lang) -> Iterator[str]:
    window = stages.phases.explained_in(round)
    last = stages.extended("explanation", round).get(unit.code) or (window.last if window else None)
    if last is not None:
        yield f"{pick(lang, 'Hạn trả lời', 'To be answered by')} {last:%d/%m/%Y}"


def _row(stages: Stages, entry: Entry, lang: Lang) -> Iterator[FormValue]:
    given = _given(stages, entry)
    yield "; ".join(_numbers(stages, entry))
    yield entry_title(stages, entry, lang)
    yield _own(stages, entry, lang)
    yield state_words(stages.scheme, entry, entry.new, lang)
    yield entry.reason
    yield tuple(evidence.words(lang) for evidence in entry.evidence)
    yield entry.by
    yield given.text if given else None
    yield tuple(evidence.words(lang) for evidence in given.evidence) if given else None


def entry_title(stages: Stages, entry: Entry, lang: Lang) -> str:
    """What an entry is about: the title of its criterion, or the name of its figure."""
    scheme = stages.scheme
    return scheme.criteria[entry.criterion].title if entry.criterion else scheme.indicators[entry.indicator].label(lang)


def _numbers(stages: Stages, entry: Entry) -> tuple[str, ...]:
    return (entry.criterion,) if entry.criterion else criteria_of(stages, entry.indicator)


def _own(stages: Stages, entry: Entry, lang: Lang) -> str:
    """What the unit says itself: its claim, or what stood there before the appraisal."""
    rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
    claim = stages.claims.get((rows[entry.unit], entry.criterion)) if entry.criterion else None
    return mark_words(claim.mark, lang) if claim else state_words(stages.scheme, entry, entry.old, lang)


def _given(stages: Stages, entry: Entry) -> Explanation | None:
    """The last answer to an entry."""
    own = [one for one in stages.explanations if (one.unit, one.entry) == (entry.unit, entry.id)]
    return max(own, key=lambda one: (one.on, one.origin.file, one.origin.line), default=None)

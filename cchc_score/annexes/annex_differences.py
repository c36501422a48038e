"""Where the table of an annex says something else than the scheme that goes along with it would print."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from cchc_score.annexes.annex_table import Annex, AnnexRow
from cchc_score.documents import Tables
from cchc_score.findings import Finding, Place, Words
from cchc_score.intake.folded_text import fold
from cchc_score.text import brief

_Told = str | Fraction | None
_BEFORE, _AFTER = 20, 60
_COLUMNS: Mapping[Words, Callable[[AnnexRow], str]] = MappingProxyType(
    {
        Words("tên", "title"): lambda row: row.title,
        Words("cách chấm", "rule"): lambda row: "; ".join(row.rule),
        Words("tài liệu kiểm chứng", "evidence"): lambda row: row.evidence,
        Words("ghi chú", "note"): lambda row: row.note,
    }
)
_POINTS = Words("điểm tối đa", "maximum")
_ORDER = Words("thứ tự", "order")
_TOTAL = Words("tổng cộng", "total")


def differences(annex: Annex, printed: Annex, name: str) -> Iterator[Finding]:
    """What was changed in a table since it was printed: rows that are gone or new, and cells."""
    found, kept = ({row.number: row for row in one.rows} for one in (annex, printed))
    for number, old in kept.items():
        if number not in found:
            yield Finding("annex-gone", Place(name), {"text": brief(f"{number} {old.title}")})
    for number, row in found.items():
        if number not in kept:
            yield Finding("annex-added", row.place, {"number": number})
        else:
            yield from _changed(row, kept[number])
    moved = next((row for row, old in zip(annex.rows, printed.rows, strict=False) if row.number != old.number), None)
    if moved is not None and found.keys() == kept.keys():
        yield _edited(moved.place, moved.number, _ORDER, moved.number, printed.rows[annex.rows.index(moved)].number)
    if annex.total != printed.total:
        yield _edited(Place(name), _TOTAL, _POINTS, annex.total, printed.total)
    yield from _unread(annex, printed)


def lines_gone(document: Tables, printed: Tables, name: str) -> Iterator[Finding]:
    """The lines above the table, title, decision, version, that stand nowhere in the document any more."""
    found = {fold(text) for text in _texts(document)}
    for text in dict.fromkeys(_texts(printed)):
        if fold(text) not in found:
            yield Finding("annex-gone", Place(name), {"text": brief(" ".join(text.split()), _AFTER * 2)})


def unseen(document: Tables, name: str) -> Iterator[Finding]:
    """What a table holds and people do not see so: hidden rows, figures struck out, formulas without a value."""
    yield from (finding for finding in document.findings if finding.code.endswith("-hidden"))
    for table in document.tables:
        for line, cells in table.rows:
            for cell in cells:
                if cell.fault:
                    place = Place(name, line, table=table.number, cell=cell.at)
                    yield Finding(cell.fault, place, {"text": brief(cell.text)})


def _texts(document: Tables) -> Iterator[str]:
    """Paragraphs and, where a document has none, cells that stand alone in their row."""
    yield from (text for _, text in document.lines if text.strip())
    for table in document.tables:
        for _, cells in table.rows:
            filled = [cell.text for cell in cells if cell.text.strip()]
            if len(filled) == 1:
                yield filled[0]


def _unread(annex: Annex, printed: Annex) -> Iterator[Finding]:
    """The rows that mean no criterion, or one that stands above already, and were not printed so."""
    known = [(finding.code, finding.args) for finding in printed.findings]
    for finding in annex.findings:
        if finding.code in ("annex-row", "annex-twice") and (finding.code, finding.args) not in known:
            yield Finding("annex-added", finding.place, {"number": next(iter(finding.args.values()))})


def _changed(row: AnnexRow, old: AnnexRow) -> Iterator[Finding]:
    if row.points != old.points:
        yield _edited(row.place, row.number, _POINTS, row.points, old.points)
    for column, text in _COLUMNS.items():
        if text(row) != text(old):
            yield _edited(row.place, row.number, column, text(row), text(old))


def _edited(place: Place, number: str | Words, column: Words, new: _Told, old: _Told) -> Finding:
    if isinstance(new, str) and isinstance(old, str):
        at = next((at for at, (one, other) in enumerate(zip(new, old, strict=False)) if one != other), 0)
        new, old = _around(new, at), _around(old, at)
    told = {key: "" if value is None else value for key, value in (("new", new), ("old", old))}
    return Finding("annex-edited", place, {"number": number, "column": column, **told})


def _around(text: str, at: int) -> str:
    """A text at the place where it differs."""
    start = max(0, at - _BEFORE) if at > _BEFORE * 2 else 0
    piece = brief(text[start:], _BEFORE + _AFTER)
    return f"{'...' if start else ''}{piece}{'...' if len(text) - start > _BEFORE + _AFTER else ''}"

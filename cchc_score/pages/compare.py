"""Two results side by side: who moved and by which criteria; what is shown adds up exactly to every difference."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Scheme
from cchc_score.pages.context import Context
from cchc_score.pages.data import SCHEMA_VERSION, basis_data, number_data
from cchc_score.pages.notes import scheme_notes
from cchc_score.points import plain
from cchc_score.reasons.moves import Comparison, Move, Part, State
from cchc_score.text import Lang, number, pick

MOST = 6
"""So many criteria are named beside a unit; the others stand together as one sum."""


def compare_page(
    before: Context, after: Context, names: tuple[str, str], found: Comparison, rows: Sequence[int]
) -> Page:
    """The comparison of all units or, with some rows of the sheet after, line by line for these."""
    lang = after.lang
    title = pick(lang, f"So sánh {names[0]} với {names[1]}", f"{names[0]} compared with {names[1]}")
    moves = [one for one in found.moves if not rows or one.row in rows]
    sheets = [_details(after, found, one) for one in moves] if rows else [_moved(after, found, names)]
    notes = (*_apart(found, lang), *_legend(found, lang), *(f"A: {one}" for one in scheme_notes(before)))
    notes += tuple(f"B: {one}" for one in scheme_notes(after))
    return Page(title, (*sheets, *_one_sided(found, lang)), notes, lambda: _data(before, after, names, found, moves))


def _moved(context: Context, found: Comparison, names: tuple[str, str]) -> Sheet:
    """One line a unit, those that moved most in rank first."""
    lang, decimals = context.lang, _decimals(found)
    headings = (
        Heading(pick(lang, "Đơn vị", "Unit")),
        Heading(pick(lang, "Điểm A", "Points A"), "right"),
        Heading(pick(lang, "Điểm B", "Points B"), "right"),
        Heading(pick(lang, "Chênh", "Difference"), "right"),
        *((Heading(pick(lang, "Tiêu chí chung", "Common criteria"), "right"),) if _differ(found) else ()),
        Heading(pick(lang, "Chỉ số A", "Index A"), "right"),
        Heading(pick(lang, "Chỉ số B", "Index B"), "right"),
        Heading(pick(lang, "Chênh", "Difference"), "right"),
        Heading(pick(lang, "Hạng A", "Rank A"), "right"),
        Heading(pick(lang, "Hạng B", "Rank B"), "right"),
        Heading(pick(lang, "Do tiêu chí (điểm)", "By criteria (points)")),
        Heading(pick(lang, "Ghi chú", "Remarks")),
    )
    ordered = sorted(found.moves, key=lambda one: (-abs(_climbed(one)), -abs(one.change), one.row))
    lines = [
        (
            found.after.table.units[one.row].name,
            number(one.before.points, decimals, lang),
            number(one.after.points, decimals, lang),
            signed(one.change, lang),
            *((signed(one.common, lang),) if _differ(found) else ()),
            _index(one.before, decimals, lang),
            _index(one.after, decimals, lang),
            "-" if one.index_change is None else signed(one.index_change, lang, decimals),
            _rank(one.before),
            _rank(one.after),
            _causes(one, lang),
            _remark(found, one, lang),
        )
        for one in ordered
    ]
    return Sheet(headings, tuple(lines), f"A: {names[0]}; B: {names[1]}")


def _differ(found: Comparison) -> bool:
    """Whether one side has criteria that the other has not."""
    return any(None in (one.before, one.after) for one in found.lines)


def _decimals(found: Comparison) -> int:
    return max(found.before.scheme.decimals, found.after.scheme.decimals)


def _climbed(move: Move) -> int:
    return move.before.rank - move.after.rank if move.before.rank and move.after.rank else 0


def _rank(state: State) -> str:
    return str(state.rank) if state.rank else "-"


def _index(state: State, decimals: int, lang: Lang) -> str:
    return "-" if state.index is None else number(state.index, decimals, lang)


def signed(value: Fraction, lang: Lang, decimals: int | None = None) -> str:
    """A difference: '+0,5', '-1,25', '0'."""
    if not value:
        return "0"
    return ("+" if value > 0 else "") + number(value, decimals, lang)


def _causes(move: Move, lang: Lang) -> str:
    """The criteria that changed a unit's points, the largest first; they add up to the difference."""
    changed = sorted((one for one in move.parts if one.change), key=lambda one: -abs(one.change))
    words = [f"{_number(one)} {signed(one.change, lang)}" for one in changed[:MOST]]
    rest = sum((one.change for one in changed[MOST:]), Fraction(0))
    if changed[MOST:]:
        count = len(changed) - MOST
        words.append(pick(lang, f"{count} tiêu chí khác {signed(rest, lang)}", f"{count} others {signed(rest, lang)}"))
    if move.cut:
        words.append(f"{_cut_name(lang)} {signed(move.cut, lang)}")
    return "; ".join(words)


def _number(part: Part) -> str:
    """A line by its number; what only one side has says which."""
    if part.line.before is None:
        return f"{part.line.after} (B)"
    if part.line.after is None:
        return f"{part.line.before} (A)"
    return " -> ".join(dict.fromkeys((part.line.before, part.line.after)))


def _cut_name(lang: Lang) -> str:
    return pick(lang, "cắt ở mức tối đa", "cut at the maximum")


def _remark(found: Comparison, move: Move, lang: Lang) -> str:
    words = []
    if (
        len(move.origins) > 1
        or found.before.table.units[move.origins[0]].code != found.after.table.units[move.row].code
    ):
        merged = ", ".join(found.before.table.units[row].label for row in move.origins)
        words.append(pick(lang, f"A là trung bình của {merged}", f"A is the mean of {merged}"))
    if not (move.before.certain and move.after.certain):
        words.append(pick(lang, "tạm tính", "provisional"))
    return "; ".join(words)


def _details(context: Context, found: Comparison, move: Move) -> Sheet:
    """Every line of a unit that differs, then caps and denominator, then the differences that they add up to."""
    lang, decimals = context.lang, _decimals(found)
    lines = [_detail(found, move, one, lang) for one in move.parts if one.change or None in (one.before, one.after)]
    if move.cut:
        lines.append(("", _cut_name(lang), "", "", signed(move.cut, lang), _shared(move, move.cut, lang)))
    if move.index_change is not None and move.denominator:
        text = pick(lang, "mức điểm đạt được tối đa thay đổi", "the reachable points changed")
        before, after = (number(one.reachable, None, lang) for one in (move.before, move.after))
        lines.append(("", text, before, after, "", signed(move.denominator, lang)))
    total = "-" if move.index_change is None else signed(move.index_change, lang)
    points = (number(one.points, None, lang) for one in (move.before, move.after))
    lines.append(("", pick(lang, "TỔNG", "TOTAL"), *points, signed(move.change, lang), total))
    headings = (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading("A", "right"),
        Heading("B", "right"),
        Heading(pick(lang, "Chênh điểm", "Points"), "right"),
        Heading(pick(lang, "Chênh chỉ số", "Index"), "right"),
    )
    unit = found.after.table.units[move.row]
    ranks = pick(
        lang,
        f"Hạng: {_rank(move.before)} - {_rank(move.after)}; chỉ số: {_index(move.before, decimals, lang)} - "
        f"{_index(move.after, decimals, lang)}",
        f"Rank: {_rank(move.before)} - {_rank(move.after)}; index: {_index(move.before, decimals, lang)} - "
        f"{_index(move.after, decimals, lang)}",
    )
    remark = _remark(found, move, lang)
    return Sheet(headings, tuple(lines), f"{unit.name} ({unit.code})", (ranks, *([remark] if remark else ())))


def _detail(found: Comparison, move: Move, part: Part, lang: Lang) -> tuple[str, ...]:
    return (
        _number(part),
        _title(found, part),
        "-" if part.before is None else number(part.before, None, lang),
        "-" if part.after is None else number(part.after, None, lang),
        signed(part.change, lang),
        _shared(move, part.change, lang),
    )


def _title(found: Comparison, part: Part) -> str:
    if part.line.after is not None:
        return found.after.scheme.criteria[part.line.after].title
    assert part.line.before is not None
    return found.before.scheme.criteria[part.line.before].title


def _shared(move: Move, change: Fraction, lang: Lang) -> str:
    """What a change of points makes of the index, exactly."""
    return "-" if move.index_change is None else signed(move.share(change), lang)


def _one_sided(found: Comparison, lang: Lang) -> tuple[Sheet, ...]:
    """The criteria that only one side has."""
    rows = [
        *(("A", *_row(found.before.scheme, one.before, lang)) for one in found.lines if one.before and not one.after),
        *(("B", *_row(found.after.scheme, one.after, lang)) for one in found.lines if one.after and not one.before),
    ]
    if not rows:
        return ()
    headings = (
        Heading(pick(lang, "Chỉ có ở", "Only in")),
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Tối đa", "Out of"), "right"),
    )
    return (Sheet(headings, tuple(rows), pick(lang, "Tiêu chí chỉ có ở một bên", "Criteria that only one side has")),)


def _row(scheme: Scheme, number_: str, lang: Lang) -> tuple[str, str, str]:
    criterion = scheme.criteria[number_]
    return number_, criterion.title, number(criterion.max_points, None, lang)


def _apart(found: Comparison, lang: Lang) -> tuple[str, ...]:
    """The units that only one side has."""
    notes = []
    if found.gone:
        names = ", ".join(found.before.table.units[row].label for row in found.gone)
        notes.append(pick(lang, f"Chỉ có ở A: {names}.", f"Only in A: {names}."))
    if found.new:
        names = ", ".join(found.after.table.units[row].label for row in found.new)
        notes.append(pick(lang, f"Chỉ có ở B: {names}.", f"Only in B: {names}."))
    return tuple(notes)


def _legend(found: Comparison, lang: Lang) -> tuple[str, ...]:
    same = sum(not one.change and not one.index_change for one in found.moves)
    count = len(found.moves)
    return (
        pick(
            lang,
            f"{count} đơn vị có ở cả hai bên, {same} không đổi. Chênh lệch chính xác, các phần cộng lại bằng tổng.",
            f"{count} units on both sides, {same} unchanged. Differences are exact; their parts add up to the whole.",
        ),
    )


def _data(
    before: Context, after: Context, names: tuple[str, str], found: Comparison, moves: Sequence[Move]
) -> dict[str, Any]:
    decimals = _decimals(found)
    return {
        "schema_version": SCHEMA_VERSION,
        "a": {"name": names[0], **_basis(before)},
        "b": {"name": names[1], **_basis(after)},
        "units": [_move(found, one, decimals) for one in moves],
        "only_in_a": [found.before.table.units[row].code for row in found.gone],
        "only_in_b": [found.after.table.units[row].code for row in found.new],
        "criteria_only_in_a": [one.before for one in found.lines if one.after is None],
        "criteria_only_in_b": [one.after for one in found.lines if one.before is None],
    }


def _basis(context: Context) -> Mapping[str, Any]:
    return {key: value for key, value in basis_data(context).items() if key != "schema_version"}


def _move(found: Comparison, move: Move, decimals: int) -> dict[str, Any]:
    unit = found.after.table.units[move.row]
    with_index = move.index_change is not None
    return {
        "code": unit.code,
        "name": unit.name,
        "before": _state(move.before, decimals),
        "after": _state(move.after, decimals),
        "predecessors": [found.before.table.units[row].code for row in move.origins],
        "points": plain(move.change),
        "points_common": plain(move.common),
        "index": None if move.index_change is None else plain(move.index_change),
        "parts": [
            {
                "before": one.line.before,
                "after": one.line.after,
                "points": plain(one.change),
                "index": plain(move.share(one.change)) if with_index else None,
            }
            for one in move.parts
            if one.change
        ],
        "cut": plain(move.cut),
        "cut_index": plain(move.share(move.cut)) if with_index else None,
        "denominator_index": plain(move.denominator) if with_index else None,
    }


def _state(state: State, decimals: int) -> dict[str, Any]:
    return {
        "points": number_data(state.points, decimals),
        "reachable": number_data(state.reachable, decimals),
        "index": None if state.index is None else number_data(state.index, decimals),
        "rank": state.rank or None,
        "certain": state.certain,
    }

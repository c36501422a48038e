"""What a reader must know of a unit beside its numbers: what is missing, pending, in doubt, cut or set by hand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from cchc_score.catalogue.labels import LEFT_OUT, OPEN_PEERS, OUTCOMES, SILENT
from cchc_score.engine import not_chosen, silent_rows
from cchc_score.explain.missed_class import missed_class
from cchc_score.model import Outcome
from cchc_score.pages.class_words import missed_mark
from cchc_score.pages.notes import hand_words, outcome_words
from cchc_score.results.equal_ranks import equal_ranks
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Cells, plain_steps
from cchc_score.text import Lang, pick

MANY = 3
"""From so many units on, one note stands for all of them where it says the same of each."""
PROVISIONAL = ("tạm tính", "provisional")
DOUBTFUL = ("có số liệu nghi vấn", "figures in doubt")
_OUTCOMES = tuple(map(Outcome.__getitem__, OUTCOMES))


def unit_remarks(scored: ScoredStage, rows: Sequence[int], by: str, lang: Lang) -> list[str]:
    """The short remark beside each unit: provisional, failed, with doubtful or draft figures, outside the ranking.

    `by` is what the units are ranked by: 'total', the code of an area, or the number of a criterion.
    """
    deciding, left_out = _deciding(scored, by), scored.left_out
    remarks = (_remark(scored, row, by, deciding, lang) for row in rows)
    left = pick(lang, "có " + LEFT_OUT[0], LEFT_OUT[1])
    equal = equal_ranks(scored, by)
    silent = silent_rows(scored.sheet)
    drafted = {finding.place.unit for finding in scored.findings if finding.code == "draft-accepted"}
    found = []
    for row, remark in zip(rows, remarks, strict=True):
        missed = missed_class(scored.sheet, row) if by == "total" else None
        words = (
            pick(lang, *SILENT) if row in silent else "",
            remark,
            pick(lang, "có số liệu bản nháp", "draft figures")
            if scored.sheet.table.units[row].label in drafted
            else "",
            left if row in left_out else "",
            _equal_words(*equal[row], lang) if row in equal else "",
            missed_mark(missed, lang) if missed else "",
        )
        found.append("; ".join(filter(None, words)))
    return found


def _equal_words(first: int, last: int, lang: Lang) -> str:
    return pick(
        lang,
        f"hạng {first}-{last} bằng chỉ số, xếp theo thứ tự danh sách",
        f"ranks {first}-{last} have one index, placed by the list of units",
    )


def unit_notes(scored: ScoredStage, rows: Sequence[int], by: str, lang: Lang) -> tuple[str, ...]:
    """For each unit of which there is any, the criteria that are not simply scored, by outcome."""
    deciding = _deciding(scored, by)
    unscored = _unscored(scored, deciding)
    # Of a unit that has sent nothing the remark says all: nobody reads a list of every criterion.
    for row in silent_rows(scored.sheet):
        unscored[row].pop(int(Outcome.MISSING), None)
    # A decision that takes a criterion out is carried out as a mark set by hand, and is told by itself.
    by_hand = scored.sheet.by_hand - scored.taken_out.keys()
    # Without marks set by hand few units have anything to note, and a nation has thousands of units.
    noted = rows if by_hand else [row for row in rows if row in unscored or row in scored.doubtful]
    notes = {row: [_unit_note(scored, row, deciding, unscored.get(row, {}), by_hand, lang)] for row in noted}
    for row, entries in scored.left_out.items():
        listed = ", ".join(f"{entry.id} ({entry.criterion or entry.indicator})" for entry in entries)
        notes.setdefault(row, []).append(f"{pick(lang, *LEFT_OUT)}: {listed}")
    told = {row: "; ".join(filter(None, notes[row])) for row in rows if any(notes.get(row, ()))}
    units = scored.sheet.table.units
    if len(told) == len(rows) >= MANY and len(set(told.values())) == 1:
        note = next(iter(told.values()))
        return (pick(lang, f"Cả {len(rows)} đơn vị: {note}.", f"All {len(rows)} units: {note}."),)
    return tuple(f"{units[row].label}: {note}." for row, note in told.items())


def _deciding(scored: ScoredStage, by: str) -> list[str]:
    """The criteria held this year that decide the total, an area or a criterion."""
    return [
        criterion.number
        for criterion in scored.sheet.scheme.criteria.values()
        if criterion.number in scored.assessed
        and (by in ("total", criterion.area, criterion.number) or criterion.number.startswith(f"{by}."))
    ]


def _doubtful(scored: ScoredStage, row: int, deciding: Sequence[str]) -> list[str]:
    """Those of some criteria that rest on a figure in doubt and, of alternatives, were chosen."""
    if row not in scored.doubtful:
        return []
    table = scored.sheet.table
    others = not_chosen(scored.sheet.scheme, table, row)
    return [number for number in deciding if number not in others and table.doubted(row, scored.facts[number])]


def _remark(scored: ScoredStage, row: int, by: str, deciding: Sequence[str], lang: Lang) -> str:
    cells = scored.sheet.at(by)
    words, outcome = [], int(cells.outcome[row])
    if outcome == Outcome.FAILED:
        words.append(outcome_words(Outcome.FAILED, lang))
    elif outcome in (Outcome.MISSING, Outcome.PENDING) or cells.low[row] != cells.high[row]:
        words.append(pick(lang, *PROVISIONAL))
    if _doubtful(scored, row, deciding):
        words.append(pick(lang, *DOUBTFUL))
    if by == "total" and _capped(scored, row):
        words.append(pick(lang, "tổng đã lấy bằng điểm tối đa", "total cut at the maximum"))
    if not scored.sheet.table.units[row].ranked:
        words.append(pick(lang, "không xếp hạng", "not ranked"))
    return "; ".join(words)


def _capped(scored: ScoredStage, row: int) -> bool:
    """Whether a bonus would have led above what is reachable, and the scheme does not let it."""
    sheet = scored.sheet
    if sheet.scheme.ranking.above_100 != "cap":
        return False
    # In steps: a whole country's areas as fractions of points take longer than the rest of the page.
    return sum(plain_steps(cells.low[row]) for cells in sheet.areas.values()) > plain_steps(sheet.total.low[row])


def _unscored(scored: ScoredStage, deciding: Sequence[str]) -> dict[int, dict[int, list[str]]]:
    """For each unit the leaves that are not simply scored, by outcome; of alternatives only the chosen.

    While nobody knows which was chosen, what has the alternatives is named too: its points are open for that alone.
    """
    sheet, simple, taken_out = scored.sheet, int(Outcome.SCORED), scored.taken_out
    unscored: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number in deciding:
        if sheet.scheme.criteria[number].is_leaf:
            outcomes = sheet.criteria[number].outcome
            for row in [row for row, outcome in enumerate(outcomes) if outcome != simple]:
                # What a decision takes out is told once below the table, and not of every unit.
                if (row, number) not in taken_out:
                    unscored[row][int(outcomes[row])].append(number)
            # Only what hangs on figures of others can be open.
            if scored.methods[sheet.scheme.criteria[number].method].peers:
                for row in _open_rows(sheet.criteria[number]):
                    unscored[row][simple].append(number)
    if any(criterion.chosen_by is not None for criterion in sheet.scheme.criteria.values()):
        for number, row, outcome in _unknown_choices(scored, deciding):
            unscored[row][outcome].append(number)
        for row, by_outcome in unscored.items():
            # Leaves of alternatives that were not chosen have outcomes too, which are nobody's concern.
            others = not_chosen(sheet.scheme, sheet.table, row)
            for outcome, numbers in by_outcome.items():
                by_outcome[outcome] = [number for number in deciding if number in {*numbers} - others]
    return unscored


def _unknown_choices(scored: ScoredStage, deciding: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The criteria, rows and outcomes where the figure that chooses between alternatives is not known."""
    sheet = scored.sheet
    for number in deciding:
        fact = sheet.scheme.criteria[number].chosen_by
        if fact is None:
            continue
        for row, outcome in enumerate(sheet.criteria[number].outcome):
            known = all(sheet.table.known(row, code) for code in fact.codes)
            if outcome in (Outcome.MISSING, Outcome.PENDING) and not known:
                yield number, row, int(outcome)


def _open_rows(cells: Cells) -> list[int]:
    """The units whose points of a criterion are scored, and hang on figures of others that are unknown."""
    simple = int(Outcome.SCORED)
    ends = zip(cells.outcome, cells.low, cells.high, strict=True)
    return [row for row, (outcome, low, high) in enumerate(ends) if outcome == simple and low != high]


def _unit_note(
    scored: ScoredStage,
    row: int,
    deciding: Sequence[str],
    unscored: Mapping[int, Sequence[str]],
    by_hand: Set[tuple[int, str]],
    lang: Lang,
) -> str:
    parts = [
        f"{outcome_words(outcome, lang)}: {', '.join(unscored[outcome])}"
        for outcome in _OUTCOMES
        # An outcome is an int, and finds the plain number of the column among the keys.
        if unscored.get(outcome)
    ]
    if unscored.get(Outcome.SCORED):
        parts.append(f"{pick(lang, *OPEN_PEERS)}: {', '.join(unscored[Outcome.SCORED])}")
    doubtful = _doubtful(scored, row, deciding)
    if doubtful:
        parts.append(f"{pick(lang, 'số liệu nghi vấn', 'figures in doubt')}: {', '.join(doubtful)}")
    # In most years nobody has set anything by hand, and then no criterion need be looked at.
    set_by_hand = [number for number in deciding if (row, number) in by_hand] if by_hand else []
    if set_by_hand and scored.stage != "self":
        parts.append(f"{hand_words(scored.stage, Outcome.SCORED, lang)}: {', '.join(set_by_hand)}")
    return "; ".join(parts)

"""The ranking: for each group of units its rows, with a bar, tinted areas, and on what the data rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.look.bar_picture import Bar, bar
from cchc_score.look.heat_picture import heat_step
from cchc_score.model import Outcome, Scheme
from cchc_score.pages.mark_cells import certain_cell
from cchc_score.pages.unit_notes import DOUBTFUL, PROVISIONAL, unit_remarks
from cchc_score.report.html.addresses import address
from cchc_score.report.html.area_names import short_names
from cchc_score.report.html.quality_pills import Pill, quality_pills
from cchc_score.results.claim_gaps import claim_gaps
from cchc_score.results.data_quality import UnitQuality, unit_qualities
from cchc_score.results.ranked_units import RankingLine, UnitRanking
from cchc_score.results.result_json import index_words, open_index
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, number, pick


@dataclass(frozen=True, slots=True)
class AreaHead:
    """The head of an area's column: its number, its short and its whole name, the most points of it."""

    number: str
    name: str
    whole: str
    most: str


@dataclass(frozen=True, slots=True)
class TintedCell:
    """Points of an area with the tint of their share (None: none), and the address of their reason ('': none)."""

    text: str
    step: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class RankingRow:
    """A unit in the ranking. `page` is the address of its own page, '' where it has none."""

    place: int
    rank: str
    name: str
    kind: str
    page: str
    bar: Bar | None
    index: str
    index_reason: str
    class_name: str
    cells: tuple[TintedCell, ...]
    pills: tuple[Pill, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class RankingGroup:
    """The units that are ranked among themselves; `name` is empty where all are."""

    name: str
    rows: tuple[RankingRow, ...]


@dataclass(frozen=True)
class _Row:
    """What is looked up once for all rows."""

    scored: ScoredStage
    gaps: Sequence[Fraction | None]
    qualities: Mapping[int, UnitQuality]
    remarks: Mapping[int, str]
    files: Mapping[int, str]
    lang: Lang

    def row(self, line: RankingLine, place: int) -> RankingRow:
        sheet, row = self.scored.sheet, line.row
        total = sheet.mark(row, sheet.total)
        decimals = sheet.scheme.index_decimals
        return RankingRow(
            place=place,
            rank="-" if line.rank is None else str(line.rank),
            name=line.unit.name,
            kind=line.unit.kind,
            page=self._address(row, ""),
            bar=None
            if total.index is None
            else bar(total.index, self._claimed(row, total.index, total.reachable), width=150),
            index=index_words(line.index, open_index(total), decimals, self.lang),
            index_reason=self._address(row, "total"),
            class_name=sheet.class_name(row) or "",
            cells=tuple(self._cell(row, area.code) for area in sheet.scheme.areas),
            pills=quality_pills(self.qualities[row], self.lang),
            remark=_beside_pills(self.remarks[row], self.lang),
        )

    def _claimed(self, row: int, index: Fraction, reachable: Fraction) -> Fraction | None:
        gap = self.gaps[row]
        return None if gap is None else index - 100 * gap / reachable

    def _address(self, row: int, place: str) -> str:
        unit = self.scored.sheet.table.units[row].code
        return address(unit, place, self.files[row]) if row in self.files else ""

    def _cell(self, row: int, area: str) -> TintedCell:
        mark = self.scored.sheet.mark(row, self.scored.sheet.areas[area])
        share = None if mark.outcome == Outcome.NOT_APPLICABLE else mark.index
        text = certain_cell(mark, self.scored.decimals_at(area), self.lang).text
        return TintedCell(text, heat_step(share), self._address(row, area))


def _beside_pills(remark: str, lang: Lang) -> str:
    """A remark without what the pills say more exactly."""
    said = {pick(lang, *PROVISIONAL), pick(lang, *DOUBTFUL)}
    return "; ".join(part for part in remark.split("; ") if part not in said)


def ranking_groups(result: UnitRanking, files: Mapping[int, str], lang: Lang) -> tuple[RankingGroup, ...]:
    """The groups of a ranking; `files` are those of the pages of units, by row, '' for pages in the same file."""
    scored, rows = result.scored, result.rows
    remarks = dict(zip(rows, unit_remarks(scored, rows, "total", lang), strict=True))
    one = _Row(
        scored=scored,
        gaps=claim_gaps(scored, settled=False),
        qualities=unit_qualities(scored, rows),
        remarks=remarks,
        files=files,
        lang=lang,
    )
    return tuple(
        RankingGroup(group, tuple(one.row(line, place) for place, line in enumerate(lines)))
        for group, lines in result.groups.items()
    )


def area_heads(scheme: Scheme, lang: Lang) -> tuple[AreaHead, ...]:
    """The heads of the areas' columns."""
    names = short_names(scheme, lang)
    return tuple(
        AreaHead(str(area.number), names[area.code], area.label(lang), _most_words(area.kind, area.max_points, lang))
        for area in scheme.areas
    )


def _most_words(kind: str, most: Fraction, lang: Lang) -> str:
    points = number(most, None, lang)
    return {"normal": points, "bonus": f"+{points}", "penalty": f"−{points}"}[kind]


def tint_legend(lang: Lang) -> tuple[str, ...]:
    """What the five tints stand for."""
    return (pick(lang, "dưới 50%", "under 50%"), "50–65", "65–80", "80–90", pick(lang, "từ 90%", "90% and more"))

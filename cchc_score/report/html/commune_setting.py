"""What the pages of all communes share: medians, the finder of places, prepared rules, findings by unit."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.explain.why import Reasons
from cchc_score.findings import Finding
from cchc_score.report.html.area_names import short_names
from cchc_score.results.area_spread import Spread, spread_at
from cchc_score.results.claim_gaps import claim_gaps
from cchc_score.results.place_moves import PlaceFinder, place_finder
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.results.scored import ScoredStage
from cchc_score.results.stage_marks import StageMarks
from cchc_score.text import Lang


@dataclass(frozen=True)
class CommuneSetting:
    """What is looked up once for all pages of communes; `ranked` counts the ranked units of each group.

    `once` says that the titles of criteria stand once in the file, and not on every page.
    """

    scored: ScoredStage
    lang: Lang
    once: bool
    ranked: Mapping[str, int]
    gaps: Sequence[Fraction | None]
    places: PlaceFinder
    reasons: Reasons
    stage_marks: StageMarks
    spreads: Mapping[str, Spread | None]
    area_names: Mapping[str, str]
    findings: Mapping[str, Sequence[Finding]]


def commune_setting(result: UnitRanking, once: bool, lang: Lang) -> CommuneSetting:
    """The setting of a ranking's pages."""
    scored = result.scored
    ranked = [line for line in result.lines if line.rank is not None]
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in scored.findings:
        findings[finding.place.unit].append(finding)
    return CommuneSetting(
        scored=scored,
        lang=lang,
        once=once,
        ranked=Counter(line.group for line in ranked),
        gaps=claim_gaps(scored),
        places=place_finder(scored),
        reasons=Reasons(scored.sheet, scored.methods, scored.stages, scored.stage),
        stage_marks=StageMarks(scored),
        spreads={code: spread_at(scored, code, [line.row for line in ranked]) for code in scored.sheet.areas},
        area_names=short_names(scored.sheet.scheme, lang),
        findings=findings,
    )

"""What is asked of schemes: their oddities, their differences, and whether their golden cases hold."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from cchc_score.analysis.changes import SchemeSide, compare_schemes, pair_criteria
from cchc_score.analysis.coverage import measure_coverage
from cchc_score.analysis.deadline_years import other_year_deadlines
from cchc_score.analysis.frame_check import check_frame
from cchc_score.analysis.lint import JUMP, lint
from cchc_score.analysis.unused import unused_facts, unused_rows
from cchc_score.app.score_stage import score_stage
from cchc_score.errors import ReportError
from cchc_score.explain.comparison import compare
from cchc_score.results.differences import Differences
from cchc_score.results.rehearsal import Rehearsal, rehearsal
from cchc_score.results.scheme_results import CaseRun, LintResult, SchemeDifferences
from cchc_score.results.scored import ScoredStage
from cchc_score.schemes.doubtful_limits import scheme_doubts
from cchc_score.schemes.golden_cases import failures
from cchc_score.schemes.next_year import scheme_in_year
from cchc_score.year.load import YearStages, load_stages, load_year, no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearRules, YearSource, YearWork


def lint_scheme(source: YearSource, jump: Fraction = JUMP) -> LintResult:
    """What is odd about a scheme; a step of more than `jump` percent of the points at one limit is a jump."""
    rules = source.rules()
    scheme, registry, frame = rules.scheme, rules.registry, source.frame()
    others = (
        *unused_facts(scheme, registry.indicators, registry.methods),
        *unused_rows(scheme, rules.form, registry.methods),
        *([] if frame is None else check_frame(scheme, frame)),
        *scheme_doubts(scheme, registry.methods),
    )
    return LintResult(tuple(lint(scheme, rules.form, registry.methods, jump)), others)


def scheme_differences(old: YearRules, new: YearRules) -> SchemeDifferences:
    """What changed from one scheme to another."""
    return SchemeDifferences(tuple(compare_schemes(_side(old), _side(new))))


def reports_under_both(old: YearSource, new: YearSource, progress: Progress = no_progress) -> Rehearsal:
    """The same reports under two schemes, as reports of the old one's year: of the new one's there are none yet.

    The figures of a survey count, and the criteria that the folder takes out, by their numbers in the old scheme.
    Entries and claims stand against one scheme, and are left out.
    """
    first, second = _side(old.rules()), _side(new.rules())
    # The pairs of the list of changes, so that both tables speak of the same criteria.
    same = pair_criteria(first.scheme, second.scheme, first.methods, second.methods)
    period = first.scheme.period
    own = {number: number for number in first.scheme.criteria}
    before, after = _scored(old, period, own, progress), _scored(new, period, same, progress)
    moved = Differences(before, after, compare(before.sheet, after.sheet, same))
    return rehearsal(moved, same, tuple(other_year_deadlines(first, second, same)))


def _side(rules: YearRules) -> SchemeSide:
    return SchemeSide(rules.scheme, rules.registry.methods)


def _scored(source: YearSource, period: int, numbers: Mapping[str, str], progress: Progress) -> ScoredStage:
    """All figures of a year under one scheme; `numbers` are those of its criteria by what the folder calls them."""
    # Under both schemes the year of the reports: else one scheme would refuse them as another year's.
    year = load_year(source, progress, scheme=scheme_in_year(source.rules().scheme, period))
    if year.unread:
        raise ReportError(year.unread)
    if not source.has_work():
        return score_stage(year, YearStages(None), "reported")
    decisions = year.rules.taken_out
    here = tuple(replace(one, criterion=numbers[one.criterion]) for one in decisions if one.criterion in numbers)
    staged = load_stages(source, replace(year, rules=replace(year.rules, taken_out=here)), progress, YearWork())
    if staged.unread:
        raise ReportError(staged.unread)
    return score_stage(year, staged, "final")


def run_golden_cases(source: YearSource) -> CaseRun | None:
    """How the golden cases of a scheme end; None where it has none."""
    rules, golden = source.rules(), source.golden_cases()
    if not golden.cases:
        return None
    methods = rules.registry.methods
    failed = (*golden.findings, *failures(golden.cases, golden.name, rules.scheme, methods))
    return CaseRun(rules.scheme, golden.name, tuple(measure_coverage(rules.scheme, methods, golden.cases)), failed)

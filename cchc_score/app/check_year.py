"""Check a year without scoring it: scheme, golden cases, form, reports and the work of its people."""

from cchc_score.analysis.frame_check import check_frame
from cchc_score.analysis.unused import unused_rows
from cchc_score.engine import score
from cchc_score.findings import Finding, ordered
from cchc_score.results.checks import CheckResult, Looked
from cchc_score.schemes.golden_cases import failures
from cchc_score.year.load import load_year, no_progress, rules_doubts, stages_if_worked
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearRules, YearSource


def check_year(source: YearSource, reports: bool = True, progress: Progress = no_progress) -> CheckResult:
    """Everything that is wrong; without `reports` only the rules are looked at.

    Unlike points, faults of what can be read hold without what cannot.
    """
    rules = source.rules()
    findings = [*rules.registry.findings, *unused_rows(rules.scheme, rules.form, rules.registry.methods)]
    looked = [Looked("scheme", rules.scheme.file)]
    cases = source.golden_cases()
    # Golden cases need no reports, so that they are held in either case.
    findings += (*cases.findings, *failures(cases.cases, cases.name, rules.scheme, rules.registry.methods))
    looked.append(Looked("cases", count=len(cases.cases)))
    frame = source.frame()
    if frame is not None:
        findings += check_frame(rules.scheme, frame)
        looked.append(Looked("frame", frame.file))
    if rules.form is not None:
        looked.append(Looked("form", rules.form.code))
    unread = False
    if not reports:
        findings += rules_doubts(rules)
    if reports:
        count, noticed, unread = _check_reports(source, rules, progress)
        findings += noticed
        looked.append(Looked("units", count=count))
    return CheckResult(tuple(looked), ordered(findings), unread)


def _check_reports(source: YearSource, rules: YearRules, progress: Progress) -> tuple[int, list[Finding], bool]:
    """How many units there are, what is wrong with their reports and work, and whether any could not be read."""
    year = load_year(source, progress)
    staged = stages_if_worked(source, year, progress)
    later = staged.stages.findings if staged.stages else ()
    findings = [*year.unread, *staged.unread, *year.gathered.findings, *staged.findings, *later]
    # What the rules find in the figures, without the points.
    findings += score(rules.scheme, rules.registry.methods, year.gathered.table).findings
    units = year.gathered.table.units
    if not units:
        findings.append(Finding("nothing-to-score"))
    return len(units), findings, bool(year.unread or staged.unread)

"""What can be said of schemes: what is odd about one, what changed between two, whether golden cases hold."""

from dataclasses import dataclass
from typing import Any

from cchc_score.analysis.changes import SchemeChange
from cchc_score.analysis.coverage import Coverage, open_findings
from cchc_score.analysis.lint import LeafLint
from cchc_score.analysis.lint_checks import Oddity
from cchc_score.analysis.trials import Trial
from cchc_score.findings import Finding
from cchc_score.model import Scheme
from cchc_score.points import plain
from cchc_score.results.differences import Differences, differences_data
from cchc_score.results.rehearsal import Rehearsal, rehearsal_data
from cchc_score.results.result_json import SCHEMA_VERSION, findings_data
from cchc_score.rule_words import value_plain
from cchc_score.text import Lang, pick


@dataclass(frozen=True, slots=True)
class LintResult:
    """Every criterion as it was looked at; `others` are findings about facts and rows that nobody uses."""

    criteria: tuple[LeafLint, ...]
    others: tuple[Finding, ...]

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """What is odd about criteria, in their order."""
        return tuple(oddity for linted in self.criteria for oddity in linted.oddities)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything odd."""
        return (*self.others, *(oddity.finding for oddity in self.oddities))


@dataclass(frozen=True, slots=True)
class SchemeDifferences:
    """What changed from one scheme to another.

    Where reports were scored under both, `moved` is whom that moves, and `rehearsal` what else the new scheme does.
    """

    changes: tuple[SchemeChange, ...]
    moved: Differences | None = None
    rehearsal: Rehearsal | None = None


@dataclass(frozen=True, slots=True)
class CaseRun:
    """The golden cases of a scheme: those that fail, and the limits that none stands on."""

    scheme: Scheme
    file: str
    covered: tuple[Coverage, ...]
    failed: tuple[Finding, ...]

    def left(self, coverage: Coverage) -> tuple[Finding, ...]:
        """What is left to write for a criterion."""
        return open_findings(self.scheme, coverage, self.file)


def lint_data(result: LintResult, lang: Lang) -> dict[str, Any]:
    """Everything odd with the figures that show it, and how every criterion was looked at."""
    return {
        "schema_version": SCHEMA_VERSION,
        "findings": [_oddity_data(oddity, lang) for oddity in result.oddities] + findings_data(result.others, lang),
        "criteria": [_linted_data(linted) for linted in result.criteria],
    }


def _oddity_data(oddity: Oddity, lang: Lang) -> dict[str, Any]:
    (finding,) = findings_data([oddity.finding], lang)
    return {
        **finding,
        "criterion": oddity.criterion,
        "exact": oddity.exact,
        "witness": [_trial_data(trial) for trial in oddity.witness],
    }


def _trial_data(trial: Trial) -> dict[str, Any]:
    return {
        "facts": {code: value_plain(value) for code, value in trial.facts.items()},
        "other_unit": {code: value_plain(value) for code, value in trial.peer.items()},
        "outcome": trial.outcome.name,
        "points": plain(trial.points),
    }


def _linted_data(linted: LeafLint) -> dict[str, Any]:
    return {
        "number": linted.criterion.number,
        "max_points": plain(linted.criterion.max_points),
        "lowest": plain(linted.low),
        "highest": plain(linted.high),
        "tried": linted.tried,
        "exact": linted.exact,
    }


def changes_data(result: SchemeDifferences, names: tuple[str, str], lang: Lang) -> dict[str, Any]:
    """What changed from the old scheme to the new one, by their names, and whom it moves."""
    return {
        "schema_version": SCHEMA_VERSION,
        "old": names[0],
        "new": names[1],
        "changes": [_changed_data(changed, lang) for changed in result.changes],
        # null where no reports were asked about, which is not the same as nobody moving.
        "moves": None if result.moved is None else differences_data(result.moved, names),
        "rehearsal": None if result.rehearsal is None else rehearsal_data(result.rehearsal, lang),
    }


def _changed_data(changed: SchemeChange, lang: Lang) -> dict[str, Any]:
    return {
        "kind": changed.kind,
        "before": changed.before,
        "after": changed.after,
        "name": pick(lang, *changed.name),
        "effect": changed.effect,
        "fields": [
            {
                "field": change.field,
                "before": pick(lang, *change.before),
                "after": pick(lang, *change.after),
                "effect": change.effect,
            }
            for change in changed.changes
        ],
    }


def cases_data(result: CaseRun, lang: Lang) -> dict[str, Any]:
    """The cases that fail, and of every criterion the limits that a case stands on."""
    return {
        "schema_version": SCHEMA_VERSION,
        "file": result.file,
        "failures": findings_data(result.failed, lang),
        "criteria": [_coverage_data(result, coverage, lang) for coverage in result.covered],
    }


def _coverage_data(result: CaseRun, coverage: Coverage, lang: Lang) -> dict[str, Any]:
    return {
        "number": coverage.criterion.number,
        "cases": coverage.cases,
        "limits": [
            # In words, since a limit may be a number, a day, an answer or a share of another figure.
            {"limit": edge.words(result.scheme.indicators, lang), "covered": edge not in coverage.open}
            for edge in coverage.edges
        ],
        "limits_known": coverage.exact,
        "findings": findings_data(result.left(coverage), lang),
    }

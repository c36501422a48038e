"""What became of the corrections in the workbook of a review, and its JSON."""

from dataclasses import dataclass
from typing import Any

from cchc_score.appraisal.appraisal_model import Known
from cchc_score.appraisal.entry_states import state_code
from cchc_score.findings import Finding
from cchc_score.results.result_json import SCHEMA_VERSION, findings_data
from cchc_score.review.report_changes import FigureChange
from cchc_score.text import Lang


@dataclass(frozen=True, slots=True)
class CorrectionReceipt:
    """The corrections that the files of a folder now hold, those that they held before too, and what was refused."""

    workbook: str
    folder: str
    changes: tuple[FigureChange, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def written(self) -> tuple[FigureChange, ...]:
        """The corrections that were written now."""
        return tuple(change for change in self.changes if not change.done)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were changed."""
        return tuple(sorted({change.file for change in self.written}))


def corrections_data(receipt: CorrectionReceipt, lang: Lang) -> dict[str, Any]:
    """The corrections that were written, how many stood there before, and what was refused."""
    return {
        "schema_version": SCHEMA_VERSION,
        "workbook": receipt.workbook,
        "folder": receipt.folder,
        "files": list(receipt.files),
        "corrections": [_change_data(change) for change in receipt.written],
        "unchanged": len(receipt.changes) - len(receipt.written),
        "findings": findings_data(receipt.findings, lang),
    }


def _change_data(change: FigureChange) -> dict[str, Any]:
    correction = change.correction
    return {
        "unit": correction.unit,
        "file": change.file,
        "indicator": change.indicator.code,
        "old": _value(change.old),
        "new": _value(change.new),
        "confirmed": correction.confirmed,
        "by": correction.by,
        "reason": correction.reason or None,
    }


def _value(state: Known | None) -> bool | str | None:
    return None if state is None else state_code(state, "")

"""`[phases]` of `cchc.toml`: when each phase of a year opens and closes, by the day or by the hour."""

from typing import Any

from pydantic import Field

from cchc_score.appraisal.appraisal_model import Phases, Window
from cchc_score.appraisal.timeliness import is_over
from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.validation import Border, MomentValue, validated


class PhaseTable(Border):
    """When a phase opens and closes; `from` and `to` are other words for it."""

    opens: MomentValue | None = None
    closes: MomentValue | None = None
    first: MomentValue | None = Field(None, alias="from")
    last: MomentValue | None = Field(None, alias="to")


class PhasesTable(Border):
    """`[phases]`: one table a phase, for appraisals and explanations one a round."""

    self_score: dict[str, Any] = {}
    appraisal: list[dict[str, Any]] = []
    explanation: list[dict[str, Any]] = []


def read_phases(raw: object, file: TomlFile, findings: list[Finding]) -> Phases | None:
    """The phases that the table says; None where it is none. What is wrong with a phase is among the findings."""
    table = validated(PhasesTable, raw, file, ("phases",), findings)
    if table is None:
        return None
    appraisal, explanation = (
        tuple(_window(raw, (name, str(place)), file, findings) for place, raw in enumerate(rounds))
        for name, rounds in (("appraisal", table.appraisal), ("explanation", table.explanation))
    )
    return Phases(_window(table.self_score, ("self_score",), file, findings), appraisal, explanation)


def _window(raw: object, path: tuple[str, ...], file: TomlFile, findings: list[Finding]) -> Window:
    one = validated(PhaseTable, raw, file, ("phases", *path), findings)
    if one is None:
        return Window()
    place = file.place(("phases", *path))
    # Which of two words counts nobody could know.
    if (one.opens and one.first) or (one.closes and one.last):
        findings.append(Finding("phase-words", place))
    window = Window(one.opens or one.first, one.closes or one.last)
    # Nothing would ever lie in it, and everything dated would be refused without a word about the reason.
    if window.first is not None and is_over(window, window.first):
        findings.append(Finding("phase-order", place))
    return window

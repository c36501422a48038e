"""Explain: what a unit answers to an adjustment of a round, checked before it is written down."""

from collections.abc import Iterable

from cchc_score.appraisal.appraisal_model import Evidence, Explanation
from cchc_score.appraisal.moments import Moment
from cchc_score.appraisal.stages import Stages
from cchc_score.errors import ReportError
from cchc_score.facts import Origin
from cchc_score.findings import Finding, Place
from cchc_score.model import Unit


def made_explanation(
    stages: Stages, unit: Unit, round: int, entry: str, text: str, files: Iterable[str], by: str, on: Moment
) -> Explanation:
    """The answer of a unit to an entry of a round; a ReportError where the round has no such entry about the unit.

    `files` are paths in the year's folder.
    """
    known = {(one.unit, one.round, one.id) for one in stages.answerable}
    if (unit.code, round, entry) not in known:
        raise ReportError([Finding("explanation-entry", Place(unit=unit.label), {"id": entry})])
    evidence = tuple(Evidence(file=path) for path in files)
    return Explanation(unit=unit.code, entry=entry, text=text, evidence=evidence, by=by, on=on, origin=Origin(""))

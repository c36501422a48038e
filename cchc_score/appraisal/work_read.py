"""What one document of the working year says."""

from dataclasses import dataclass

from cchc_score.appraisal.acts import Act
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation
from cchc_score.findings import Finding


@dataclass(frozen=True, slots=True)
class WorkReading:
    """What one document of the working year says; `findings` are about what of it cannot be used."""

    claims: tuple[Claim, ...] = ()
    entries: tuple[Entry, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    findings: tuple[Finding, ...] = ()
    acts: tuple[Act, ...] = ()

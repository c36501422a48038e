"""One step of the check of an annex."""

from dataclasses import dataclass
from typing import Literal

from cchc_score.findings import Words

StepName = Literal["attached", "scored", "printed", "pages", "signatures"]
"""The data that go along, the numbers of the result, the tables, the pages, a signature."""


@dataclass(frozen=True, slots=True)
class CheckStep:
    """One thing that was checked: what of it is right, or None where it could not be checked, and the words."""

    name: StepName
    holds: bool | None
    words: Words

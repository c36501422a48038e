"""What a kind of form is: who asks for it, and how it is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cchc_score.findings import Finding
from cchc_score.model import Unit
from cchc_score.text import Lang
from cchc_score.year.load import no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearSource

FORM_FILES = {"xlsx": ".xlsx", "docx": ".docx", "csv": ".csv"}
"""The kinds of files that a form can be, and how their names end."""


@dataclass(frozen=True, slots=True)
class FormRequest:
    """For which year and in which language a form is wanted, and for which units, by code or name: for all without any.

    A `blank` one is for nobody in particular: then nobody's reports need be read. `round` is the round of appraisal
    that a form is about, 0 where nobody says: then it is the last one.
    """

    source: YearSource
    units: tuple[str, ...] = ()
    lang: Lang = "vi"
    blank: bool = False
    progress: Progress = no_progress
    round: int = 0


_NOBODY = Finding("nothing-to-score")


@dataclass(frozen=True, slots=True)
class PreparedForm:
    """A form of a year, ready to be written: the units that it is for, and what writes it.

    `write` gives a file with some of the units (one, none or all of them) as one of the kinds in FORM_FILES. `nothing`
    is what to say where it is for no unit.
    """

    units: tuple[Unit, ...]
    write: Callable[[Sequence[Unit], str], bytes]
    nothing: Finding = _NOBODY


@dataclass(frozen=True, slots=True)
class FormKind:
    """A kind of form: its word on the command line, what prepares it, and the kinds of files that it can be.

    The first of these is taken where none is asked for. A form `by_unit` is a file for every unit, or an empty one
    for nobody; others are one file for all units. `blank` says whether an empty one is of any use, `together` whether
    one file may hold several units as well, `lists` whether it is the form in which units are listed at all.
    """

    name: str
    prepare: Callable[[FormRequest], PreparedForm]
    files: tuple[str, ...] = ("xlsx", "docx", "csv")
    by_unit: bool = True
    blank: bool = True
    together: bool = False
    lists: bool = False

"""What a use case is asked for that does not exist: plain data, which every front end words in its own way."""

from dataclasses import dataclass


# The errors below are not frozen, because Python sets the traceback of one that passes a context manager. They are
# told apart as any exceptions are: nobody compares two of them, and every start would pay for making it possible.
class RequestError(Exception):
    """Something that was asked for does not exist, or cannot be done like that."""


@dataclass(eq=False, repr=False)
class UnknownStage(RequestError):
    """A stage that the year does not have; `known` are those it has."""

    stage: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class UnknownUnit(RequestError):
    """A code or name that no unit has; `known` are the first units, `more` whether there are others."""

    word: str
    known: tuple[str, ...]
    more: bool = False


@dataclass(eq=False, repr=False)
class AmbiguousUnit(RequestError):
    """A name that several units bear, where one is meant; `known` are these, by code and name."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class UnknownUnitKind(RequestError):
    """A kind of units that there is none of."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class UnknownPlace(RequestError):
    """A word that is neither 'total' nor an area or a criterion; `known` are 'total' and the areas."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class TooManySheets(RequestError):
    """More sheets of units than one file can hold."""

    count: int
    most: int


@dataclass(eq=False, repr=False)
class UnknownPiece(RequestError):
    """A word that is no piece of a report."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class UnknownCriterion(RequestError):
    """A number that no criterion has; `near` is the one probably meant, or empty."""

    word: str
    near: str = ""


@dataclass(eq=False, repr=False)
class UnknownFindingKind(RequestError):
    """A code that no kind of finding has; `near` is the one probably meant, or empty."""

    word: str
    near: str = ""


@dataclass(eq=False, repr=False)
class UnknownSkeleton(RequestError):
    """A kind of thing that cannot be begun; `known` are those that can."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class UnknownOrigin(RequestError):
    """A word that is no scheme to begin with; `known` are those that are."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class NothingToCopy(RequestError):
    """A word for copying a scheme, where none is copied: 'from' or 'year'."""

    word: str


@dataclass(eq=False, repr=False)
class UnusableName(RequestError):
    """A word that can name no file, code or package; `near` is a name that could be meant, or empty."""

    word: str
    near: str = ""


@dataclass(eq=False, repr=False)
class NameTaken(RequestError):
    """A name that something else has already."""

    word: str


@dataclass(eq=False, repr=False)
class UnknownFile(RequestError):
    """A path that is no file of a journal; `known` are those that are."""

    word: str
    known: tuple[str, ...]


@dataclass(eq=False, repr=False)
class UnknownExplanation(RequestError):
    """A criterion, figure or entry that a unit has not explained; `known` are what it has explained."""

    word: str
    unit: str
    known: tuple[str, ...]

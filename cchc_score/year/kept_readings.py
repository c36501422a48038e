"""What was made of documents before, for a source that is read again and again while a few of them change."""

from collections.abc import Callable, Hashable, Sequence
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cchc_score.documents import Document

Made = TypeVar("Made")


class MadeBefore:
    """What one kind of reading made of documents or of what they report, by name; of each the newest."""

    def __init__(self, basis: object) -> None:
        self.basis = basis
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def made(self, name: Hashable, parts: Sequence[object], make: Callable[[], Made]) -> Made:
        """What was made of these very parts before, or is made now."""
        known, parts = self._made.get(name), tuple(parts)
        # By identity: comparing two documents would take as long as reading them.
        if known is not None and len(known[0]) == len(parts) and all(map(is_, known[0], parts)):
            before: Made = known[1]
            return before
        new = make()
        self._made[name] = parts, new
        return new


class KeptReadings:
    """Documents by the file that they were read from, and what was made of them on the basis of the same rules."""

    def __init__(self) -> None:
        self.documents: dict[tuple[str, object], Document] = {}
        self._kinds: dict[str, MadeBefore] = {}

    def of(self, kind: str, basis: object) -> MadeBefore:
        """What a kind of reading made on some basis; nothing where the basis was another."""
        known = self._kinds.get(kind)
        if known is None or known.basis != basis:
            known = self._kinds[kind] = MadeBefore(basis)
        return known

"""A receipt: what somebody is given who handed something in, and that proves later that it is in the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cchc_score.journal.events import Event

Verdict = Literal["holds", "unknown", "altered"]
"""What a journal says to a receipt: the event is in it; it is shorter; it has another event under the number."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Number, hour and hash of an event, and what it took in: the hash is that of everything up to it."""

    number: int
    time: str
    hash: str
    target: str = ""
    sha256: str = ""


def receipt_of(event: Event) -> Receipt:
    """The receipt for an event."""
    happening = event.happening
    return Receipt(event.number, event.time, event.hash, happening.target, happening.body.get("sha256", ""))


def verdict(receipt: Receipt, events: Sequence[Event]) -> Verdict:
    """What a journal whose chain is whole says to a receipt."""
    if receipt.number > len(events):
        return "unknown"
    return "holds" if receipt_of(events[receipt.number - 1]) == receipt else "altered"

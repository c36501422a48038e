"""What the words of a decision are recognised as, and the pieces that their patterns share."""

import re
from dataclasses import dataclass
from fractions import Fraction

NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
CLAUSE = re.compile(
    rf"(?P<when>[^:;\n]+?)\s*(?::|thì|được|=>|→)\s*(?:được\s*)?(?P<points>{NUMBER})(?:\s*(?:điểm|đ\b))?"
)


@dataclass(frozen=True, slots=True)
class RecognisedRule:
    """A way of giving points: the method and its settings as TOML, and what it asks for.

    `asks` are the endings of the facts' codes with what each of them is, in Vietnamese; `kind` is theirs.
    """

    method: str
    settings: tuple[tuple[str, str], ...]
    asks: tuple[tuple[str, str], ...]
    kind: str = "count"


def number_of(text: str) -> Fraction:
    """A number as a decision prints it."""
    return Fraction(text.replace(",", "."))

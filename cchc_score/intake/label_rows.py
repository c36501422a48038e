"""Rows without codes: known by their labels, and where several have the same by the rows above them."""

from collections.abc import Mapping

from cchc_score.intake.folded_text import fold
from cchc_score.model import FormRow

SIGNS = "-+*\u2010\u2011\u2012\u2013\u2014\u2022\u2212\u25aa\u25cf\uf0b7"
"""Signs that offices write before a row without a code."""
MARKS = ".:;"


def label_key(label: str) -> str:
    """A label to compare: without spaces, case, the sign before it and the mark at its end."""
    return fold(label).lstrip(SIGNS).rstrip(MARKS)


def ancestors(code: str, rows: Mapping[str, FormRow], coded: bool) -> tuple[str, ...]:
    """The codes of the rows that a row without a code may be told by, the nearest first.

    In a table with codes these end with the first that has one; in one without, '' stands above all.
    """
    found = []
    end = _cut(code, coded)
    while end > 0:
        code = code[:end]
        if code in rows:
            found.append(code)
        end = _cut(code, coded)
    return tuple(found) if coded else (*found, "")


def _cut(code: str, coded: bool) -> int:
    return max(code.rfind("/"), -1 if coded else code.rfind("."))


def uncoded_rows(rows: Mapping[str, FormRow], coded: bool) -> dict[str, FormRow]:
    """The rows of a table that are printed without codes: all of them, or the parts of rows that have one."""
    return {code: row for code, row in rows.items() if not coded or "/" in code}


class LabelRows:
    """The rows of one table that are known by their labels, while the table is read from above.

    `last` is the row that was met last, by its code; '' where nobody knows under which row one is.
    """

    def __init__(self, rows: Mapping[str, FormRow], coded: bool) -> None:
        self._rows, self._coded = rows, coded
        self._by_label: dict[str, list[str]] = {}
        for code, row in uncoded_rows(rows, coded).items():
            self._by_label.setdefault(label_key(row.label), []).append(code)
        self.last = ""

    def meet(self, label: str) -> str:
        """The code of the row with a label, which becomes the last one; '' where there is none, or nobody can tell."""
        possible = self._by_label.get(label_key(label), [])
        # Without codes a label that only one row bears is known by itself; a part of a row stands below that row.
        if self._coded or len(possible) > 1:
            above = {self.last, *ancestors(self.last, self._rows, self._coded)}
            possible = [code for code in possible if set(ancestors(code, self._rows, self._coded)[:1]) & above]
        if len(possible) != 1:
            return ""
        (self.last,) = possible
        return self.last

    def lose(self) -> None:
        """Forget the rows below which parts belong: one of them is unknown."""
        # Parts of a row with a code still belong to it, and only their own parts to nobody.
        self.last = self.last.partition("/")[0] if self._coded else ""

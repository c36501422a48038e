"""Rows that a form prints without codes: which labels tell them apart, by themselves or by the row above."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from cchc_score.intake.label_rows import ancestors, label_key, uncoded_rows
from cchc_score.model import FormRow


def alike_labels(rows: Mapping[str, FormRow], coded: bool) -> Iterator[tuple[FormRow, FormRow]]:
    """Rows of one table without codes whose labels are the same, and whose parents do not tell them apart.

    `rows` are those of the table by the codes of its printed rows.
    """
    by_label: dict[str, list[FormRow]] = {}
    for row in uncoded_rows(rows, coded).values():
        by_label.setdefault(label_key(row.label), []).append(row)
    for alike in by_label.values():
        for first, second in combinations(alike, 2):
            above, others = (ancestors(row.line_code, rows, coded) for row in (first, second))
            # Where one parent stands above the other, the row may be a part of either.
            if set(above[:1]) & set(others) or set(others[:1]) & set(above):
                yield first, second

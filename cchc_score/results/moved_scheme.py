"""What moving a scheme to the next year gives: both texts, and the lines that somebody has to confirm; and its JSON."""

from dataclasses import dataclass
from typing import Any

from cchc_score.results.result_json import SCHEMA_VERSION
from cchc_score.schemes.next_year import MovedLine, NextYear


@dataclass(frozen=True, slots=True)
class MovedScheme:
    """A scheme for another year, by the name of its new file, and its golden cases, None where there are none."""

    file: str
    period: int
    scheme: NextYear
    cases: NextYear | None


def moved_scheme_data(result: MovedScheme) -> dict[str, Any]:
    """The new file, and every line that carries a year, as it was and as it is."""
    return {
        "schema_version": SCHEMA_VERSION,
        "file": result.file,
        "period": result.period,
        "lines": [_line_data(line) for line in result.scheme.moved],
        "case_lines": None if result.cases is None else [_line_data(line) for line in result.cases.moved],
    }


def _line_data(line: MovedLine) -> dict[str, Any]:
    return {"line": line.line, "kind": line.kind, "before": line.before, "after": line.after}

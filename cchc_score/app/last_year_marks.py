"""What each unit had of each criterion in the year before, as the two schemes meet."""

from collections.abc import Mapping

from cchc_score.analysis.changes import pair_criteria
from cchc_score.appraisal.stages import Stages
from cchc_score.engine import score
from cchc_score.sheet import Mark
from cchc_score.year.last_year import rows_before
from cchc_score.year.load import read_whole_year
from cchc_score.year.source import YearSource

LastMarks = Mapping[tuple[int, str], Mark]
"""By this year's row of a unit and number of a criterion; nothing for what had no counterpart."""


def last_year_marks(stages: Stages, before: YearSource) -> LastMarks:
    """The final marks of the year before; a CchcError where that year cannot be read whole."""
    year, staged = read_whole_year(before)
    methods = year.rules.registry.methods
    sheet = score(year.rules.scheme, methods, year.gathered.table) if staged.stages is None else staged.stages.final
    pairs = pair_criteria(sheet.scheme, stages.scheme, methods, stages.methods)
    rows = rows_before(stages.reported_table.units, sheet.table.units)
    leaves = {leaf.number for leaf in stages.scheme.leaves}
    return {
        (row, new): sheet.mark(last, sheet.criteria[old])
        for row, last in enumerate(rows)
        if last is not None
        for old, new in pairs.items()
        if new in leaves
    }

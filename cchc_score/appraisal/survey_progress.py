"""How far the survey of a year has come: which of its figures are asked for, and which are known."""

from collections import defaultdict
from collections.abc import Mapping

from cchc_score.appraisal.stages import Stages
from cchc_score.appraisal.survey import surveyed_facts


def survey_figures(stages: Stages) -> tuple[Mapping[str, bool], ...]:
    """For each unit the figures that its survey has to give, and whether each is known.

    What decides nothing but criteria that are taken out is not asked for.
    """
    leaves_of: dict[str, list[str]] = defaultdict(list)
    for number, codes in surveyed_facts(stages.scheme, stages.methods).items():
        for code in codes:
            leaves_of[code].append(number)
    # A report may give them where the survey has no file of its own.
    tables = [table for table in (stages.survey, stages.reported_table) if table is not None]
    out = stages.taken_out_leaves
    return tuple(
        {
            code: any(table.known(row, code) for table in tables)
            for code, leaves in leaves_of.items()
            if not all((row, number) in out for number in leaves)
        }
        for row in range(len(stages.reported_table.units))
    )

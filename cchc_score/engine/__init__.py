"""Scoring: a scheme, its methods and a table of facts give a score sheet. Pure; the only place that rounds points."""

from cchc_score.engine.calls import Breach
from cchc_score.engine.combine import held_criteria
from cchc_score.engine.known_facts import not_chosen
from cchc_score.engine.leaves import Leaf, groups_of
from cchc_score.engine.score import score, score_rows, total_of, total_with, with_marks
from cchc_score.engine.standings import ranks_of, silent_rows

__all__ = [
    "Breach",
    "Leaf",
    "groups_of",
    "held_criteria",
    "not_chosen",
    "ranks_of",
    "score",
    "score_rows",
    "silent_rows",
    "total_of",
    "total_with",
    "with_marks",
]

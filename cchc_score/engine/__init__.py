"""Scoring: a scheme, its methods and a table of facts give a score sheet. Pure; the only place that rounds points."""

from cchc_score.engine.leaves import groups_of
from cchc_score.engine.score import held, not_chosen, ranks_of, score

__all__ = ["groups_of", "held", "not_chosen", "ranks_of", "score"]

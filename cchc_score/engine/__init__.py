"""Scoring: a scheme, its methods and a table of facts give a score sheet. Pure; the only place that rounds points."""

from cchc_score.engine.score import score

__all__ = ["score"]

"""A made-up year that is scored, for what measures reports, and the time that a call takes."""

import gc
import time
from collections.abc import Callable
from typing import Any

from sample import sample_scheme, sample_table

from cchc_score.engine import score
from cchc_score.results.scored import ScoredStage, scored_stage

CRITERIA, LARGE = 60, 3_321


def processor_time(run: Callable[[], Any]) -> tuple[float, Any]:
    """The processor time of one call in seconds, and what it gives."""
    gc.collect()
    before = time.process_time()
    result = run()
    return time.process_time() - before, result


def scored_sample(count: int) -> tuple[float, ScoredStage]:
    """A made-up year of so many communes, scored, and how long scoring took."""
    scheme, methods = sample_scheme(CRITERIA)
    table = sample_table(scheme, count)
    score(scheme, methods, table)
    seconds, sheet = processor_time(lambda: score(scheme, methods, table))
    return seconds, scored_stage(sheet, methods, (), "cchc-score", (), None, "final")

"""The stages of a year after more was entered, explained and done: what rests on none of that is not made again."""

from collections.abc import Sequence
from dataclasses import replace

from cchc_score.appraisal.acts import Act
from cchc_score.appraisal.appraisal_model import Entry, Explanation
from cchc_score.appraisal.stages import Stages

_OF_REPORTS = ("scheme", "taken_out_leaves", "reported", "deciders")
_OF_CLAIMS = ("_counted", "self_scored", "_claim_doubts")
_OF_ENTRIES = ("rounds", "_numbers", "appraised", "_surveyed", "_corrections", "_marks_overruled", "final")


def later_stages(
    stages: Stages, entries: Sequence[Entry], explanations: Sequence[Explanation], acts: Sequence[Act]
) -> Stages:
    """The same reports and self-scores with this work; equal to stages that are made of all of it anew."""
    later = replace(stages, entries=tuple(entries), explanations=tuple(explanations), acts=tuple(acts))
    kept = [*_OF_REPORTS, *(_OF_CLAIMS if later.sent_until == stages.sent_until else ())]
    if (later.entries, later.settlements) == (stages.entries, stages.settlements):
        kept += _OF_ENTRIES
    # Where cached properties keep their values; what was not asked for yet is made when it is.
    vars(later).update({name: vars(stages)[name] for name in kept if name in vars(stages)})
    return later

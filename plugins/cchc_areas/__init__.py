"""The seven reform areas, one plugin each: the facts that their criteria ask for."""

from cchc_score.model import Option

DONE_OR_NONE = (
    Option("done", "Đạt", "Done"),
    Option("not_done", "Không đạt", "Not done"),
    Option("none", "Không phát sinh", "Nothing to do"),
)
"""Answers to a question that does not arise for everybody."""

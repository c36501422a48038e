"""What a run ends with."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    DATA = 1
    USAGE = 2
    FILE = 3
    RULES = 4
    NOTHING = 5
    INTERNAL = 70
    INTERRUPTED = 130

"""What a run ends with."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes."""

    DONE = 0
    DATA = 1
    # The number that click, like most programs, has for a wrong command line.
    USAGE = 2
    FILE = 3
    RULES = 4
    NOTHING = 5
    # As in sysexits.h, and as a shell has it for a program that was interrupted: 128 and the number of the signal.
    INTERNAL = 70
    SYSTEM = 74
    INTERRUPTED = 130

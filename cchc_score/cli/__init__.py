"""The command line: the only place that meets a person."""

from cchc_score.cli.main import main

__all__ = ["main"]

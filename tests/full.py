"""The pytest plugin of the full run: many random examples, the same each time, so that a run fails for what changed."""

from hypothesis import settings

settings.register_profile("full", derandomize=True, database=None, deadline=None, print_blob=True)
settings.load_profile("full")

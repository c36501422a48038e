"""A pytest plugin for many short runs: few random examples, the same each time, and a failing one as it was found."""

from hypothesis import HealthCheck, Phase, Verbosity, settings

settings.register_profile(
    "quick",
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
    verbosity=Verbosity.quiet,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("quick")

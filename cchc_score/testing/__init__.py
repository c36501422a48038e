"""For those who write methods, schemes and plugins: laws of a method, golden cases, random communes and schemes.

`check_laws` and the strategies need Hypothesis: `python -m pip install "cchc-score[testing]"`. `run_cases` and the
pytest plugin `cchc_score.testing.pytest_plugin` do not.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_score.testing.case_runs import CasesFailed, run_cases
    from cchc_score.testing.law_check import check_laws
    from cchc_score.testing.strategies import facts, indicators, rules, schemes, units, values
    from cchc_score.testing.violations import LawBroken

__all__ = [
    "CasesFailed",
    "LawBroken",
    "check_laws",
    "facts",
    "indicators",
    "rules",
    "run_cases",
    "schemes",
    "units",
    "values",
]

_HOMES = {"CasesFailed": "case_runs", "run_cases": "case_runs", "LawBroken": "violations", "check_laws": "law_check"}


def __getattr__(name: str) -> Any:
    # Loaded when it is asked for: golden cases are run without Hypothesis.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'strategies')}"), name)
    except ModuleNotFoundError as error:
        # Another module that is not found is a fault of its own, and must not be told as Hypothesis that is absent.
        if error.name != "hypothesis":
            raise
        remedy = 'python -m pip install "cchc-score[testing]"'
        raise ModuleNotFoundError(f"{__name__}.{name} needs Hypothesis; run: {remedy}", name="hypothesis") from None

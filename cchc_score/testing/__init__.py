"""For those who write methods, schemes and plugins: laws of a method, golden cases, random communes and schemes.

`check_laws` and the strategies need Hypothesis: `python -m pip install "cchc-score[testing]"`. `run_cases` and the
pytest plugin `cchc_score.testing.pytest_plugin` do not.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_score.testing.broken import LawBroken
    from cchc_score.testing.cases import CasesFailed, run_cases
    from cchc_score.testing.check import check_laws
    from cchc_score.testing.strategies import facts, indicators, rules, schemes, units, values

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

_HOMES = {"CasesFailed": "cases", "run_cases": "cases", "LawBroken": "broken", "check_laws": "check"}


def __getattr__(name: str) -> Any:
    # Loaded when it is asked for: golden cases are run without Hypothesis.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'strategies')}"), name)
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        remedy = 'python -m pip install "cchc-score[testing]"'
        raise ModuleNotFoundError(f"{__name__}.{name} needs Hypothesis; run: {remedy}", name="hypothesis") from None

"""Shares whose part nobody has declared to be a part of the whole: a wrong figure shows only where it is scored."""

from collections.abc import Iterator, Mapping

from cchc_score.analysis.limits import rule_of
from cchc_score.analysis.lint_checks import Oddity, make_oddity
from cchc_score.analysis.trials import LeafTrials
from cchc_score.findings import Words
from cchc_score.methods import within_of
from cchc_score.model import FactRef, Indicator


def find_undeclared(leaf: LeafTrials) -> Iterator[Oddity]:
    """Single facts that the rule holds against their whole, and of which no indicator says so."""
    indicators = leaf.scheme.indicators
    refs = {asked.name: asked.ref for asked in leaf.method.asked(leaf.criterion.settings)}
    for parts, whole in within_of(leaf.method, rule_of(leaf.scheme, leaf.criterion)):
        of = _single(refs[whole])
        for name in parts:
            code = _single(refs[name])
            # Of a signed sum no indicator can say that it is a part.
            if code is not None and of is not None and not is_part(code, of, indicators):
                args: dict[str, object] = {"part": indicators[code].words, "whole": indicators[of].words}
                codes = Words(f'[indicator.{code}] part_of = "{of}"', f'[indicator.{code}] part_of = "{of}"')
                yield make_oddity(leaf, "lint-relation", (), True, **args, key=codes)


def is_part(code: str, whole: str, indicators: Mapping[str, Indicator]) -> bool:
    """Whether an indicator is declared to be at most another one, by itself or by what it is part of."""
    seen: set[str] = set()
    while code != whole:
        above = indicators[code].part_of
        if above is None or above in seen or above not in indicators:
            return code in indicators[whole].sum_of
        seen.add(above)
        code = above
    return True


def _single(ref: FactRef | None) -> str | None:
    """The code of a fact that stands alone and counts once."""
    return ref.codes[0] if ref is not None and ref.terms == ((1, ref.codes[0]),) else None

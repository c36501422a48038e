"""Random schemes as the files that say them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import cycle
from typing import Any

from pydantic import BaseModel

from cchc_score.model import Criterion, FactRef, Gate, Indicator, Scheme
from cchc_score.points import plain
from tests.json_schema.files import as_file


def scheme_toml(scheme: Scheme, texts: Sequence[str] = ()) -> bytes:
    """A TOML file that reads as a scheme; with other texts in place of its titles, if there are any."""
    if texts:
        scheme = _retold(scheme, cycle(texts))
    head = {
        "code": scheme.code, "title": scheme.title, "version": scheme.version, "period": scheme.period,
        "max_points": scheme.max_points, "decimals": scheme.decimals, "rounding": scheme.rounding,
        "decision": scheme.decision or None, "form": scheme.form or None,
        "printed": scheme.printed and {"points": scheme.printed.points, "index": scheme.printed.index},
    }  # fmt: skip
    ranking = {name: getattr(scheme.ranking, name) for name in type(scheme.ranking).__slots__}
    if not any(area.kind == "bonus" for area in scheme.areas):
        # Nothing can be above 100 then, and a file must not say what would become of it.
        del ranking["above_100"]
    classes = [
        {
            "name": one.name,
            "from": one.at_least,
            "each_area_from": one.each_area_from,
            "each_criterion_from": one.each_criterion_from,
        }
        for one in scheme.classes
    ]
    areas = {
        one.code: {
            "number": one.number, "name": one.name, "name_en": one.name_en, "max_points": one.max_points,
            "kind": one.kind, "absent": one.absent if one.kind == "penalty" else None, "held": one.held, "reason": one.reason,
        }
        for one in scheme.areas
    }  # fmt: skip
    criteria = {number: _criterion(one) for number, one in scheme.criteria.items()}
    known = {code: _indicator(one) for code, one in scheme.indicators.items()}
    data = {
        "scheme": head,
        "ranking": ranking,
        "class": classes,
        "area": areas,
        "criterion": criteria,
        "indicator": known,
    }
    return as_file(_plain(data))


def _retold(scheme: Scheme, texts: Iterator[str]) -> Scheme:
    criteria = {
        number: replace(one, title=next(texts), evidence=next(texts), note=next(texts))
        for number, one in scheme.criteria.items()
    }
    areas = tuple(replace(area, name=next(texts)) for area in scheme.areas)
    known = {code: replace(one, name=next(texts)) for code, one in scheme.indicators.items()}
    return replace(scheme, title=next(texts), decision=next(texts), areas=areas, criteria=criteria, indicators=known)


def _criterion(one: Criterion) -> dict[str, Any]:
    shared = {
        "title": one.title, "max_points": one.max_points, "choice": one.choice, "held": one.held, "reason": one.reason,
        "evidence": one.evidence, "note": one.note, "decimals": one.decimals,
        "gate": [_gate(gate) for gate in one.gates] or None,
        "factor": one.factor and {"fact": one.factor.fact, "values": dict(one.factor.values), "unsaid": one.factor.unsaid},
    }  # fmt: skip
    if one.parts:
        return {**shared, "combine": one.combine, "chosen_by": one.chosen_by}
    return {**shared, "method": one.method, **_settings(one.settings)}


def _gate(gate: Gate) -> dict[str, Any]:
    ends = gate.bounds
    lower, upper = (
        (None, None) if ends is None else ("above" if ends.open_from else "from", "below" if ends.open_to else "to")
    )
    return {
        "fact": gate.fact,
        "whole": gate.whole,
        "criterion": gate.criterion or None,
        **({} if ends is None else {lower: ends.from_, upper: ends.to}),
        "answers": list(gate.answers) or None,
        "applies": gate.applies if gate.criterion and ends is None else None,
        "otherwise": gate.otherwise,
    }


def _settings(model: BaseModel) -> dict[str, Any]:
    # Not by pydantic, to which a reference to facts is a table of its own.
    return {field.alias or name: getattr(model, name) for name, field in type(model).model_fields.items()}


def _indicator(one: Indicator) -> dict[str, Any]:
    options = [{"code": option.code, "name": option.name} for option in one.options]
    return {
        "name": one.name, "kind": one.kind, "decimals": one.decimals, "source": one.source, "unit": one.unit,
        "options": options or None,
    }  # fmt: skip


def _plain(value: Any) -> Any:
    """What TOML can say, without what is not set."""
    if isinstance(value, BaseModel):
        return _plain(_settings(value))
    if isinstance(value, FactRef):
        if any(abs(times) != 1 for times, _ in value.terms):
            return {code: _plain(times) for times, code in value.terms}
        codes = [f"-{code}" if sign < 0 else code for sign, code in value.terms]
        return codes[0] if len(codes) == 1 and not codes[0].startswith("-") else codes
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items() if one not in (None, "")}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Fraction):
        return Decimal(plain(value))
    assert isinstance(value, bool | int | str | date), value
    return value

"""Leaf criteria: their method's settings, factor and gate, read and checked."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cchc_score.borders import unknown_word, validated
from cchc_score.findings import Finding
from cchc_score.methods import Method, Settings, extra_failed
from cchc_score.model import NUMBERS, Factor, Gate, Indicator
from cchc_score.schemes.facts import ANSWERED, check_answers, check_fact, check_settings
from cchc_score.schemes.points import check_inside, check_steps
from cchc_score.schemes.tables import CriterionTable, FactorTable, GateTable
from cchc_score.toml_file import TomlFile


class Leaves:
    """Reads the rules of one scheme file; `findings` gathers their faults."""

    def __init__(
        self,
        file: TomlFile,
        decimals: int | None,
        methods: Mapping[str, Method],
        known: Mapping[str, Indicator],
    ) -> None:
        self.file, self.decimals, self.methods, self.known = file, decimals, methods, known
        self.findings: list[Finding] = []

    def rule(self, number: str, name: str, most: Fraction | None, rest: Mapping[str, Any]) -> Settings | None:
        """The settings of a leaf's method, from the keys of its table that are not a criterion's own.

        `most` is None where the criterion's own keys could not be read.
        """
        path = ("criterion", number)
        method = self.methods.get(name)
        if method is None:
            place = (*path, "method")
            words = (name, self.methods)
            self.findings.append(unknown_word("method-unknown", self.file, place, *words, criterion=number))
            return None
        keys = [field.alias or name for name, field in method.settings.model_fields.items()]
        strange = [key for key in rest if key not in keys]
        for key in strange:
            # It may be misspelt from a key of the method, or from one of every criterion.
            meant = [*keys, *CriterionTable.model_fields]
            self.findings.append(unknown_word("key-unknown", self.file, (*path, key), key, meant, criterion=number))
        rest = {key: value for key, value in rest.items() if key not in strange}
        try:
            settings = validated(method.settings, dict(rest), self.file, path, self.findings, criterion=number)
        except (Exception, SystemExit) as error:
            raise extra_failed(method.name, method.settings.__name__, error) from None
        if settings is None:
            return None
        self.findings += check_settings(method, settings, self.known, self.file, path, number)
        if most is not None:
            self.findings += check_inside(settings, most, self.file, path, number)
        if self.decimals is not None:
            self.findings += check_steps(settings, self.decimals, self.file, path, criterion=number)
        return settings

    def factor(self, number: str, table: FactorTable | None) -> Factor | None:
        """A factor with a share for every answer."""
        if table is None:
            return None
        path = ("criterion", number, "factor")
        self.findings += check_fact(table.fact, ANSWERED, self.known, self.file, path, number)
        self.findings += check_answers(table.values, table.fact, self.known, self.file, path, number)
        return Factor(table.fact, MappingProxyType(dict(table.values)))

    def gate(self, number: str, table: GateTable | None) -> Gate | None:
        """A gate on a number or on some answers."""
        if table is None:
            return None
        path = ("criterion", number, "gate")
        kinds = ANSWERED if table.answers is not None else NUMBERS | {"yes_no"}
        self.findings += check_fact(table.fact, kinds, self.known, self.file, path, number)
        if table.answers is not None:
            given = (table.answers, table.fact, self.known, self.file, path, number)
            self.findings += check_answers(*given, whole=False)
        return Gate(table.fact, table.from_, tuple(table.answers or ()), table.otherwise)

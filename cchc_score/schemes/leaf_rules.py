"""Leaf criteria: their method's settings, factor and gate, read and checked."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from cchc_score.files.toml_file import TomlFile
from cchc_score.findings import Finding
from cchc_score.methods import Method, Settings, extra_failed
from cchc_score.model import NUMBERS, Factor, Gate, Indicator
from cchc_score.schemes.fact_references import ANSWERED, check_answers, check_fact, check_settings
from cchc_score.schemes.point_checks import check_inside, check_steps
from cchc_score.schemes.scheme_tables import CriterionTable, FactorTable, GateTable
from cchc_score.validation import unknown_word, validated


class LeafReader:
    """Reads the rules of one scheme file; `findings` gathers their faults.

    `decimals` are those to which each criterion is rounded, by number; None where the file does not say.
    """

    def __init__(
        self,
        file: TomlFile,
        decimals: Mapping[str, int | None],
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
        # Settings of a plugin may check themselves and fail at it: the message names the method, not the file.
        except (Exception, SystemExit) as error:
            raise extra_failed(method.name, method.settings.__name__, error) from None
        if settings is None:
            return None
        self.findings += check_settings(method, settings, self.known, self.file, path, number)
        if most is not None:
            self.findings += check_inside(settings, most, self.file, path, number)
        decimals = self.decimals[number]
        if decimals is not None:
            self.findings += check_steps(settings, decimals, self.file, path, criterion=number)
        return settings

    def factor(self, number: str, table: FactorTable | None) -> Factor | None:
        """A factor with a share for every answer."""
        if table is None:
            return None
        path = ("criterion", number, "factor")
        self.findings += check_fact(table.fact, ANSWERED, self.known, self.file, path, number)
        self.findings += check_answers(table.values, table.fact, self.known, self.file, path, number)
        return Factor(table.fact, MappingProxyType(dict(table.values)), table.unsaid)

    def gates(self, number: str, tables: Sequence[GateTable] | None) -> tuple[Gate, ...]:
        """The gates of a criterion, in the order of the file."""
        return tuple(self._gate(number, table) for table in tables or ())

    def _gate(self, number: str, table: GateTable) -> Gate:
        """A gate on a number, on a share, on some answers, or on another criterion."""
        path = ("criterion", number, "gate")
        kinds = ANSWERED if table.answers is not None else NUMBERS | {"yes_no"}
        for ref in (table.fact, table.whole):
            if ref is not None:
                self.findings += check_fact(ref, kinds, self.known, self.file, path, number)
        if table.answers is not None and table.fact is not None:
            given = (table.answers, table.fact, self.known, self.file, path, number)
            self.findings += check_answers(*given, whole=False)
        return Gate(
            fact=table.fact,
            bounds=table.bounds,
            answers=tuple(table.answers or ()),
            otherwise=table.otherwise,
            whole=table.whole,
            criterion=table.criterion or "",
            applies=table.applies is not False,
        )

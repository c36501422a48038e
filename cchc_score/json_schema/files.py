"""The JSON Schema of each kind of TOML file, for one installation: its methods and its indicators."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.records import (
    ClaimTable,
    EntryTable,
    ExplanationTable,
    SelfScoreTable,
    WorkFile,
)
from cchc_score.appraisal.values import EvidenceTable
from cchc_score.cases import CasesFile, CaseTable
from cchc_score.forms import FormFile, FormTable, ProseTable, RowTable
from cchc_score.intake.records import ReportFile, ReportTable
from cchc_score.json_schema.criteria import criterion
from cchc_score.json_schema.facts import IDENTIFIER, NUMBER, figures, name_facts
from cchc_score.json_schema.models import Schema, table
from cchc_score.json_schema.words import KINDS
from cchc_score.plugins import Registry
from cchc_score.schemes.tables import (
    AreaTable,
    ClassTable,
    IndicatorTable,
    RankingTable,
    SchemeFile,
    SchemeTable,
)
from cchc_score.text import Lang, pick
from cchc_score.year.config import ConfigTable, PhasesTable, PhaseTable, SurveyTable

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MARK: Schema = {"type": ["number", "string"]}


def schema(kind: str, registry: Registry, lang: Lang) -> Schema:
    """The JSON Schema of a kind of file, for editors: it refuses no file that the program would take."""
    defs: Schema = {}
    top = _FILES[kind](registry, lang, defs)
    name_facts(top, registry.indicators, lang, defs)
    head = {"$schema": DRAFT, "title": pick(lang, *KINDS[kind]), "$comment": f"cchc-score schema {kind}"}
    return {**head, **top, "$defs": dict(sorted(defs.items()))}


def schema_file(kind: str, registry: Registry, lang: Lang) -> bytes:
    """The same as a file."""
    return (json.dumps(schema(kind, registry, lang), ensure_ascii=False, indent=2) + "\n").encode()


def _each(one: Schema, pattern: str = "") -> Schema:
    """A table of tables by name."""
    names = {"propertyNames": {"pattern": pattern}} if pattern else {}
    return {"type": "object", **names, "additionalProperties": one}


def _list(one: Schema) -> Schema:
    return {"type": "array", "items": one}


def _fill(top: Schema, **parts: Schema) -> Schema:
    """A table with what some of its keys hold; a '_' ends a key that Python would not take."""
    for key, one in parts.items():
        known = top["properties"][key.rstrip("_")]
        top["properties"][key.rstrip("_")] = {"description": known["description"], **one}
    return top


def _scheme(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    return _fill(
        table(SchemeFile, lang, defs),
        scheme=table(SchemeTable, lang, defs),
        ranking=table(RankingTable, lang, defs),
        class_=_list(table(ClassTable, lang, defs)),
        area=_each(table(AreaTable, lang, defs), f"^(?!total$){IDENTIFIER}$"),
        criterion=_each(criterion(registry.methods, lang, defs), NUMBER),
        indicator=_each(table(IndicatorTable, lang, defs), f"^{IDENTIFIER}$"),
    )


def _form(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    return _fill(
        table(FormFile, lang, defs),
        form=table(FormTable, lang, defs),
        row=_each(table(RowTable, lang, defs)),
        prose=_each(table(ProseTable, lang, defs)),
    )


def _report(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    return _fill(
        table(ReportFile, lang, defs),
        report=table(ReportTable, lang, defs),
        facts=figures(registry.indicators, lang, defs, told=True),
    )


def _cases(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    facts = figures(registry.indicators, lang, defs, told=False)
    case = _fill(table(CaseTable, lang, defs), facts=facts, peers=_list(facts))
    return _fill(table(CasesFile, lang, defs), case=_list(case))


def _config(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    phase = table(PhaseTable, lang, defs)
    phases = _fill(table(PhasesTable, lang, defs), self_score=phase, appraisal=_list(phase), explanation=_list(phase))
    return _fill(table(ConfigTable, lang, defs), survey=table(SurveyTable, lang, defs), phases=phases)


def _work(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    evidence = {"$ref": "#/$defs/evidence"}
    defs["evidence"] = {"anyOf": [{"type": "string"}, table(EvidenceTable, lang, defs), _list(evidence)]}
    claim = _fill(table(ClaimTable, lang, defs), points=_MARK, evidence=evidence)
    return _fill(
        table(WorkFile, lang, defs),
        self_score=table(SelfScoreTable, lang, defs),
        claims=_each({"anyOf": [_MARK, claim]}, NUMBER),
        entry=_list(_fill(table(EntryTable, lang, defs), evidence=evidence)),
        explanation=_list(_fill(table(ExplanationTable, lang, defs), evidence=evidence)),
    )


_FILES: Mapping[str, Callable[[Registry, Lang, dict[str, Any]], Schema]] = MappingProxyType(
    {"scheme": _scheme, "form": _form, "report": _report, "cases": _cases, "config": _config, "work": _work}
)

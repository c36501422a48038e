"""The JSON Schema of each kind of TOML file, for one installation: its methods and its indicators."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from cchc_score.appraisal.act_tables import (
    AnswerTable,
    AssignmentTable,
    ConfirmationTable,
    ExtensionTable,
    QuestionTable,
    ReturnTable,
    SettlementTable,
    SurveyBatchTable,
    VerdictTable,
    YearStepTable,
)
from cchc_score.appraisal.entry_tables import (
    ClaimTable,
    EntryTable,
    EvidenceTable,
    ExplanationTable,
    SelfScoreTable,
    WorkFile,
)
from cchc_score.intake.toml_reports import ReportFile, ReportTable
from cchc_score.json_schema.criterion_schema import criterion
from cchc_score.json_schema.fact_schema import IDENTIFIER, NUMBER, figures, name_facts
from cchc_score.json_schema.key_words import KINDS
from cchc_score.json_schema.model_schema import Schema, table
from cchc_score.registry.registry import Registry
from cchc_score.schemes.form_tables import FormFile, FormTable, ProseTable, RowTable, SectionTable
from cchc_score.schemes.frame_file import FrameFile, FrameTable
from cchc_score.schemes.golden_cases import CasesFile, CaseTable
from cchc_score.schemes.scheme_tables import (
    AreaTable,
    ClassTable,
    CriterionTable,
    FrameAreaTable,
    IndicatorTable,
    RankingTable,
    SchemeFile,
    SchemeTable,
)
from cchc_score.text import Lang, pick
from cchc_score.year.config import ConfigTable, SurveyTable, TakenOutTable
from cchc_score.year.letterhead import LetterheadTable
from cchc_score.year.phase_tables import PhasesTable, PhaseTable

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Text too: a word may stand for an outcome, and a number may be written as in a document.
_MARK: Schema = {"type": ["number", "string"]}


def schema(kind: str, registry: Registry, lang: Lang) -> Schema:
    """The JSON Schema of a kind of file, for editors: it refuses no file that the program would take."""
    defs: Schema = {}
    top = _FILES[kind](registry, lang, defs)
    # Last, when all parts that ask for facts are there.
    name_facts(top, registry.indicators, lang, defs)
    head = {"$schema": DRAFT, "title": pick(lang, *KINDS[kind]), "$comment": f"cchc-score schema {kind}"}
    # Sorted, so that a further method or indicator moves no other definition in a schema that is kept with the files.
    return {**head, **top, "$defs": dict(sorted(defs.items()))}


def schema_file(kind: str, registry: Registry, lang: Lang) -> bytes:
    """The JSON Schema of a kind of file as the bytes of a file in UTF-8."""
    return (json.dumps(schema(kind, registry, lang), ensure_ascii=False, indent=2) + "\n").encode()


def _each(value: Schema, pattern: str = "") -> Schema:
    """A table of tables by name."""
    names = {"propertyNames": {"pattern": pattern}} if pattern else {}
    return {"type": "object", **names, "additionalProperties": value}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _fill(top: Schema, **parts: Schema) -> Schema:
    """A table with what some of its keys hold; a '_' ends a key that Python would not take."""
    for key, part in parts.items():
        # A KeyError where a model has no such key, so that a renamed one is noticed.
        known = top["properties"][key.rstrip("_")]
        top["properties"][key.rstrip("_")] = {"description": known["description"], **part}
    return top


def _scheme(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    return _fill(
        table(SchemeFile, lang, defs),
        scheme=table(SchemeTable, lang, defs),
        ranking=table(RankingTable, lang, defs),
        class_=_list(table(ClassTable, lang, defs)),
        # 'total' is the word for the whole on the command line (`--by total`), and no area may have it.
        area=_each(table(AreaTable, lang, defs), f"^(?!total$){IDENTIFIER}$"),
        criterion=_each(criterion(registry.methods, lang, defs), NUMBER),
        indicator=_each(table(IndicatorTable, lang, defs), f"^{IDENTIFIER}$"),
    )


def _frame(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    # The parts of a rule, which a whole scheme has, are not looked at and get no definitions.
    whole = table(CriterionTable, lang, {})
    fixed = {key: whole["properties"][key] for key in ("title", "key", "max_points", "held", "reason")}
    return _fill(
        table(FrameFile, lang, defs),
        scheme={**table(FrameTable, lang, defs), "additionalProperties": True},
        area=_each(table(FrameAreaTable, lang, defs)),
        criterion=_each({**whole, "properties": fixed, "additionalProperties": True}, NUMBER),
    )


def _form(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    rows = _each(table(RowTable, lang, defs))
    return _fill(
        table(FormFile, lang, defs),
        form=table(FormTable, lang, defs),
        row=rows,
        table=_list(_fill(table(SectionTable, lang, defs), row=rows)),
        prose=_each(table(ProseTable, lang, defs)),
    )


def _report(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    return _fill(
        table(ReportFile, lang, defs),
        report=table(ReportTable, lang, defs),
        facts=figures(registry.indicators, lang, defs, sourced=True),
    )


def _cases(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    facts = figures(registry.indicators, lang, defs, sourced=False)
    case = _fill(table(CaseTable, lang, defs), facts=facts, peers=_list(facts))
    return _fill(table(CasesFile, lang, defs), case=_list(case))


def _config(registry: Registry, lang: Lang, defs: Schema) -> Schema:
    phase = table(PhaseTable, lang, defs)
    phases = _fill(table(PhasesTable, lang, defs), self_score=phase, appraisal=_list(phase), explanation=_list(phase))
    survey, taken_out = table(SurveyTable, lang, defs), _list(table(TakenOutTable, lang, defs))
    annex = table(LetterheadTable, lang, defs)
    return _fill(table(ConfigTable, lang, defs), survey=survey, phases=phases, taken_out=taken_out, annex=annex)


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
        extension=_list(table(ExtensionTable, lang, defs)),
        confirmation=_list(_fill(table(ConfirmationTable, lang, defs), marks=_each(_MARK, NUMBER))),
        returned=_list(table(ReturnTable, lang, defs)),
        settlement=_list(_fill(table(SettlementTable, lang, defs), evidence=evidence)),
        question=_list(table(QuestionTable, lang, defs)),
        answer=_list(_fill(table(AnswerTable, lang, defs), evidence=evidence)),
        assignment=_list(table(AssignmentTable, lang, defs)),
        survey_batch=_list(table(SurveyBatchTable, lang, defs)),
        verdict=_list(table(VerdictTable, lang, defs)),
        year_step=_list(table(YearStepTable, lang, defs)),
    )


_FILES: Mapping[str, Callable[[Registry, Lang, dict[str, Any]], Schema]] = MappingProxyType(
    {
        "scheme": _scheme,
        "frame": _frame,
        "form": _form,
        "report": _report,
        "cases": _cases,
        "config": _config,
        "work": _work,
    }
)

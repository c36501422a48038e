"""The criteria of a unit: points, working, the figures behind them, and what people did about them."""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_score.catalogue.labels import ENDINGS
from cchc_score.explain.why import Why
from cchc_score.model import Outcome
from cchc_score.pages.mark_cells import certain_cell
from cchc_score.pages.reason_words import source_words, state_cell, target_words
from cchc_score.pages.result_words import result_words
from cchc_score.report.html.addresses import anchor
from cchc_score.report.html.commune_areas import of_most
from cchc_score.report.html.commune_setting import CommuneSetting
from cchc_score.results.reasons import UnitReasons, working_words
from cchc_score.rule_words import origin_words, rule_words, unknown_words, value_words
from cchc_score.text import pick


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion of a unit; `title` is '' where the styles of the page give it.

    `why` is how the points came about, `figures` the figures of which more than the value is to be told, `acts` what
    people entered and answered. `rule` is '' where it stands once for all units.
    """

    id: str
    number: str
    title: str
    points: str
    is_sum: bool
    why: str
    rule: str
    figures: tuple[str, ...]
    acts: tuple[str, ...]


def criterion_row(setting: CommuneSetting, why: Why) -> CriterionRow:
    """The row of a criterion."""
    scored, lang, criterion = setting.scored, setting.lang, why.criterion
    return CriterionRow(
        id=anchor(scored.sheet.table.units[why.row].code, criterion.number),
        number=criterion.number,
        title="" if setting.once else criterion.title,
        points=_points(setting, why),
        is_sum=criterion.is_plain_sum,
        why=why_words(setting, why),
        rule="" if setting.once else rule_words(scored.sheet.scheme, criterion, scored.methods, lang),
        figures=tuple(figure_lines(setting, why)),
        acts=tuple(act_lines(setting, why)),
    )


def _points(setting: CommuneSetting, why: Why) -> str:
    """Points, with what was reachable unless it is the maximum that stands with the title of the criterion."""
    decimals = setting.scored.decimals_at(why.criterion.number)
    if setting.once and why.mark.reachable == why.criterion.max_points:
        return certain_cell(why.mark, decimals, setting.lang).text
    return of_most(why.mark, decimals, setting.lang)


def why_words(setting: CommuneSetting, why: Why) -> str:
    """How the points come about, after the outcome where it is not simply that a rule scored."""
    scored, lang = setting.scored, setting.lang
    working = working_words(UnitReasons(scored, why.row, "", (), setting.reasons), why, lang)
    simple = why.mark.outcome == Outcome.SCORED or bool(why.criterion.parts)
    outcome = result_words(scored, why, lang) if why.by_hand or not simple else ""
    return "; ".join(part for part in (outcome, working) if part)


def figure_lines(setting: CommuneSetting, why: Why) -> Iterator[str]:
    """The figures of a criterion with source, remark and doubt; not those of which the working says all."""
    scored, lang, row = setting.scored, setting.lang, why.row
    table, indicators = scored.sheet.table, scored.sheet.scheme.indicators
    for code in scored.facts[why.criterion.number]:
        indicator, origin = indicators[code], table.origins.get((row, code))
        known, doubtful = table.known(row, code), (row, code) in table.doubts
        if known and origin is None and not doubtful:
            continue
        value = (
            value_words(indicator, table.value(row, code), lang)
            if known
            else unknown_words(table, row, code, lang, source_words(indicator, lang))
        )
        remark = origin.remark if origin else ""
        doubt = pick(lang, "nghi vấn", "in doubt") if doubtful else ""
        beside = "; ".join(part for part in (origin_words(table, row, code, lang), remark, doubt) if part)
        yield f"{indicator.label(lang)}: {value}{f' ({beside})' if beside else ''}"


def act_lines(setting: CommuneSetting, why: Why) -> Iterator[str]:
    """Entries of the appraisal about a criterion, each with what the unit answered to it."""
    scheme, lang = setting.scored.sheet.scheme, setting.lang
    for entry, ending in why.entries:
        old, new = (state_cell(scheme, entry, state, lang).text for state in (entry.old, entry.new))
        about = f"{target_words(scheme, entry, lang)}: " if entry.indicator else ""
        round_words = pick(lang, f"Vòng {entry.round}", f"Round {entry.round}")
        signed = f"{entry.by}, {entry.on:%d/%m/%Y}; {pick(lang, *ENDINGS[ending])}"
        yield f"{round_words}: {about}{old} → {new}. {entry.reason} ({signed})"
        for answer in why.explanations:
            if answer.entry == entry.id:
                head = pick(lang, "Giải trình", "Explanation")
                yield f"{head}: {answer.text} ({answer.by}, {answer.on:%d/%m/%Y})"

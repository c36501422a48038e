"""What was not assessed and what is not certain, and by which scheme, paper and program the page was made."""

from collections.abc import Iterator

from cchc_score.findings import MOST_LISTED
from cchc_score.model import Outcome
from cchc_score.pages.notes import outcome_words, scheme_notes
from cchc_score.results.ranked_units import UnitRanking
from cchc_score.results.year_report import YearReport
from cchc_score.rule_words import unheld, unheld_words
from cchc_score.text import Lang, pick


def unassessed_notes(result: UnitRanking, lang: Lang) -> tuple[str, ...]:
    """Criteria that are not held, that wait for figures, and units without a rank."""
    found = (*_unheld(result, lang), *_open_criteria(result, lang), *_unranked(result, lang))
    return found or (
        pick(lang, "Mọi tiêu chí đã được chấm cho mọi đơn vị.", "Every criterion was scored for every unit."),
    )


def _unheld(result: UnitRanking, lang: Lang) -> Iterator[str]:
    scheme = result.scored.sheet.scheme
    for number, criterion in scheme.criteria.items():
        reason = unheld(scheme, criterion)
        if reason is not None and number.rpartition(".")[0] not in scheme.criteria:
            yield f"{number} {criterion.title}: {unheld_words(reason, lang)}."


def _open_criteria(result: UnitRanking, lang: Lang) -> Iterator[str]:
    """How many units each criterion waits for, the most first; a long list ends after some."""
    sheet = result.scored.sheet
    for outcome in (Outcome.FAILED, Outcome.MISSING, Outcome.PENDING):
        counted = []
        for leaf in sheet.scheme.leaves:
            if leaf.number in result.scored.assessed:
                outcomes = sheet.criteria[leaf.number].outcome
                count = sum(int(outcomes[row]) == outcome for row in result.rows)
                counted.append((count, leaf.number))
        some = sorted((one for one in counted if one[0]), key=lambda one: -one[0])
        if some:
            listed = ", ".join(f"{number} ({count})" for count, number in some[:MOST_LISTED])
            more = len(some) - MOST_LISTED
            rest = pick(lang, f" và {more} tiêu chí khác", f" and {more} other criteria") if more > 0 else ""
            head = outcome_words(outcome, lang)
            yield pick(
                lang,
                f"{head[:1].upper()}{head[1:]}, tiêu chí (số đơn vị): {listed}{rest}.",
                f"{head[:1].upper()}{head[1:]}, criterion (units): {listed}{rest}.",
            )


def _unranked(result: UnitRanking, lang: Lang) -> Iterator[str]:
    names = [line.unit.name for line in result.lines if line.rank is None]
    if names:
        listed, more = ", ".join(names[:MOST_LISTED]), len(names) - MOST_LISTED
        rest = pick(lang, f" và {more} đơn vị khác", f" and {more} others") if more > 0 else ""
        yield pick(lang, f"Không xếp hạng: {listed}{rest}.", f"Not ranked: {listed}{rest}.")


def basis_notes(report: YearReport, lang: Lang) -> tuple[str, ...]:
    """Stage, scheme with its checksum, decision, program, paper and day."""
    scheme, head = report.scored.sheet.scheme, report.letterhead
    first, last = scheme.first_and_last_day
    notes = [
        *scheme_notes(report.scored, lang),
        pick(
            lang,
            f"Số liệu từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}; danh sách đơn vị ngày {scheme.units_day:%d/%m/%Y}.",
            f"Figures from {first:%d/%m/%Y} to {last:%d/%m/%Y}; units as listed on {scheme.units_day:%d/%m/%Y}.",
        ),
    ]
    paper = ", ".join(part for part in (head.agency, head.number, f"{head.day:%d/%m/%Y}" if head.day else "") if part)
    if paper:
        notes.append(f"{pick(lang, 'Văn bản', 'Paper')}: {paper}.")
    return tuple(notes)

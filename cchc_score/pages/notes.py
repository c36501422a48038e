"""Words of results: outcomes, stages, marks set by hand; and by which scheme and program a page was made."""

from cchc_score.appraisal.appraisal_model import TakenOut
from cchc_score.catalogue.labels import OPEN_PEERS, OUTCOMES, STAGES
from cchc_score.model import Outcome
from cchc_score.results.scored import ScoredStage
from cchc_score.sheet import Mark
from cchc_score.text import Lang, pick


def outcome_words(outcome: Outcome, lang: Lang) -> str:
    """An outcome as people read it; empty for what was simply scored."""
    return pick(lang, *OUTCOMES[outcome.name]) if outcome.name in OUTCOMES else ""


def mark_outcome_words(mark: Mark, lang: Lang) -> str:
    """What became of a place, also that its points still hang on others; empty for what was simply scored."""
    if mark.outcome == Outcome.SCORED and mark.high != mark.low:
        return pick(lang, *OPEN_PEERS)
    return outcome_words(mark.outcome, lang)


def inapplicable_words(by_hand: bool, lang: Lang) -> str:
    """Why a criterion does not apply to a unit where no paper takes it out: appraisers say so, or its rule."""
    if by_hand:
        return pick(lang, "không áp dụng, do người thẩm định ấn định", "not applicable, set by appraisers")
    return pick(lang, "không phát sinh, theo quy tắc của tiêu chí", "does not arise, by the rule of the criterion")


def stage_words(stage: str, lang: Lang) -> str:
    """The name of a stage."""
    if stage in STAGES:
        return pick(lang, *STAGES[stage])
    return pick(lang, f"sau vòng {stage.removeprefix('round-')}", f"after round {stage.removeprefix('round-')}")


def hand_words(stage: str, outcome: Outcome, lang: Lang) -> str:
    """What is said of a mark that no rule gave; nothing where a unit claims nothing."""
    if stage == "self":
        # A self-score sets every mark by hand, also that of whoever claims nothing.
        return "" if outcome == Outcome.MISSING else pick(lang, "tự chấm", "claimed")
    return pick(lang, "điểm do người thẩm định ấn định", "set by appraisers")


def taken_out_words(decision: TakenOut, lang: Lang) -> str:
    """That a criterion does not count, why, and by which paper."""
    paper = f"; {decision.decision}" if decision.decision else ""
    return f"{pick(lang, 'bỏ khỏi điểm tối đa', 'taken out of the maximum')} ({decision.reason}{paper})"


def scheme_notes(scored: ScoredStage, lang: Lang) -> tuple[str, ...]:
    """At which stage, by which scheme, without which criteria, and by which version of the program."""
    scheme = scored.sheet.scheme
    stage: tuple[str, ...] = ()
    if scored.stages is not None:
        stage = (f"{pick(lang, 'Giai đoạn', 'Stage')}: {stage_words(scored.stage, lang)}.",)
    version = pick(lang, "phiên bản", "version")
    # With the checksum, because a file can change without a new version.
    basis = f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.code}, {version} {scheme.version}, sha256 {scheme.sha256}."
    if scheme.illustrative:
        decision = pick(
            lang,
            "Minh họa: không phải bộ tiêu chí của một quyết định nào.",
            "Illustrative: it is no real decision's scheme.",
        )
    else:
        decision = f"{pick(lang, 'Quyết định', 'Decision')}: {scheme.decision}."
    program = f"{pick(lang, 'Chương trình', 'Program')}: {scored.engine}."
    return (*stage, *_unheld_notes(scored, lang), *_taken_out_notes(scored, lang), basis, decision, program)


def _taken_out_notes(scored: ScoredStage, lang: Lang) -> list[str]:
    """One note a decision: its criterion, and its units where it is not about everybody."""
    # One decision may stand beside every unit.
    decisions = dict.fromkeys(scored.taken_out.values())
    return [_taken_out_note(scored, decision, lang) for decision in decisions]


def _taken_out_note(scored: ScoredStage, decision: TakenOut, lang: Lang) -> str:
    units = {unit.code: unit.label for unit in scored.sheet.table.units}
    who = ", ".join(units[code] for code in decision.units) or pick(lang, "mọi đơn vị", "all units")
    title = scored.sheet.scheme.criteria[decision.criterion].title
    return f"{decision.criterion} {title}: {taken_out_words(decision, lang)}: {who}."


def _unheld_notes(scored: ScoredStage, lang: Lang) -> list[str]:
    return [
        pick(
            lang,
            f"Không đánh giá năm nay: {criterion.number} {criterion.title} ({criterion.reason}).",
            f"Not held this year: {criterion.number} {criterion.title} ({criterion.reason}).",
        )
        for criterion in scored.sheet.scheme.criteria.values()
        if not criterion.held
    ]

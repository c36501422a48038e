"""An annex as a whole: the letterhead, the title of what it holds, the parts one after the other, and the notes."""

from collections.abc import Sequence

from cchc_score.pages.notes import scheme_notes, stage_words
from cchc_score.report.annex.annex_document import AnnexDocument, AnnexPart
from cchc_score.results.scored import ScoredStage
from cchc_score.text import Lang, pick
from cchc_score.year.letterhead import Letterhead

_TITLES = {
    "ranking": ("Kết quả chấm điểm, xếp hạng", "Results and ranking"),
    "summary": ("Tổng hợp kết quả", "Summary of results"),
    "areas": ("Kết quả theo lĩnh vực", "Results by area"),
    "sheets": ("Phiếu điểm", "Score sheet"),
    "changes": ("Nội dung điều chỉnh khi thẩm định", "Points changed by the appraisal"),
    "not-applicable": ("Nội dung không đánh giá", "What was not assessed"),
    "comparison": ("So sánh kết quả", "Comparison of results"),
    "all": ("Kết quả chấm điểm, xếp hạng", "Results and ranking"),
}


def annex_volume(
    scored: ScoredStage, letterhead: Letterhead, what: str, parts: Sequence[AnnexPart], lang: Lang
) -> AnnexDocument:
    """Some contents under one title; `what` names them together."""
    scheme = scored.sheet.scheme
    basis = (
        f"{pick(lang, 'Theo', 'By')} {_decision_words(scheme.decision, lang)}"
        if scheme.decision
        else pick(lang, "Minh họa, không theo quyết định nào", "Illustrative, by no decision")
    )
    stage = "" if scored.stages is None or scored.stage == "final" else f"; {stage_words(scored.stage, lang)}"
    return AnnexDocument(
        letterhead=letterhead,
        title=pick(lang, *_TITLES[what]),
        about=scheme.title,
        basis=f"({basis}{stage})",
        parts=tuple(parts),
        notes=scheme_notes(scored, lang),
        lang=lang,
    )


def _decision_words(decision: str, lang: Lang) -> str:
    """A decision as a sentence names it; one that begins with its number has to be called one."""
    return f"{pick(lang, 'Quyết định số', 'Decision')} {decision}" if decision[:1].isdigit() else decision

"""What golden cases show: those that fail, and the places of each criterion that none stands on."""

from collections.abc import Sequence

from cchc_score.analysis.coverage import Coverage, open_findings
from cchc_score.findings import Finding
from cchc_score.formats import Heading, Page, Sheet
from cchc_score.model import Scheme
from cchc_score.pages.check import findings_data, findings_sheet
from cchc_score.pages.data import SCHEMA_VERSION
from cchc_score.text import Lang, number, pick


def cases_page(scheme: Scheme, covered: Sequence[Coverage], failed: Sequence[Finding], file: str, lang: Lang) -> Page:
    """The failing cases first, then every criterion with what is left to write for it."""
    left = {one.criterion.number: open_findings(scheme, one, file) for one in covered}
    rows = tuple(_row(one, left[one.criterion.number], lang) for one in covered)
    sheets = (*([findings_sheet(failed, lang)] if failed else []), Sheet(_headings(lang), rows))
    data = {
        "schema_version": SCHEMA_VERSION,
        "file": file,
        "failures": findings_data(failed, lang),
        "criteria": [_data(scheme, one, left[one.criterion.number], lang) for one in covered],
    }
    return Page("", sheets, (_summary(covered, failed, lang),), lambda: data)


def _headings(lang: Lang) -> tuple[Heading, ...]:
    return (
        Heading(pick(lang, "Số", "No.")),
        Heading(pick(lang, "Tiêu chí", "Criterion")),
        Heading(pick(lang, "Ca mẫu", "Cases"), "right"),
        Heading(pick(lang, "Mốc đã thử", "Limits covered"), "right"),
        Heading(pick(lang, "Còn thiếu", "Left to write")),
    )


def _row(one: Coverage, left: Sequence[Finding], lang: Lang) -> tuple[str, ...]:
    unknown = "" if one.exact else pick(lang, "cách chấm không nêu hết mốc", "the method does not name all its limits")
    words = [finding.message(lang).partition(";")[0] for finding in left]
    return (
        one.criterion.number,
        one.criterion.title,
        number(one.cases, 0, lang),
        f"{len(one.edges) - len(one.open)}/{len(one.edges)}",
        "; ".join(part for part in (*words, unknown) if part),
    )


def _summary(covered: Sequence[Coverage], failed: Sequence[Finding], lang: Lang) -> str:
    edges = sum(len(one.edges) for one in covered)
    met = edges - sum(len(one.open) for one in covered)
    if lang == "vi":
        return f"Ca mẫu sai: {len(failed)}. Mốc đã có ca mẫu: {met}/{edges}."
    return f"Cases that fail: {len(failed)}. Limits with a case: {met} of {edges}."


def _data(scheme: Scheme, one: Coverage, left: Sequence[Finding], lang: Lang) -> dict[str, object]:
    return {
        "number": one.criterion.number,
        "cases": one.cases,
        "limits": [
            {"limit": edge.words(scheme.indicators, lang), "covered": edge not in one.open} for edge in one.edges
        ],
        "limits_known": one.exact,
        "findings": findings_data(left, lang),
    }

"""What a check of an annex gave, as a page."""

from typing import Any

from cchc_score.formats import Page
from cchc_score.pages.page_table import PageColumn, page_table
from cchc_score.report.annex.annex_check import AnnexCheck
from cchc_score.report.annex.annex_check_step import CheckStep
from cchc_score.results.result_json import SCHEMA_VERSION, findings_data
from cchc_score.text import Lang, pick

_STEPS = {
    "attached": ("Dữ liệu đính kèm", "Attached data"),
    "scored": ("Chấm lại từ số liệu", "Scored anew"),
    "printed": ("Các bảng", "The tables"),
    "pages": ("Các trang", "The pages"),
    "signatures": ("Chữ ký số", "Signature"),
}
_RESULTS = {True: ("đúng", "right"), False: ("SAI", "WRONG"), None: ("-", "-")}
_ENDINGS = {
    "done": ("Đúng là phụ lục do chương trình lập, còn nguyên vẹn", "It is the annex as it was made, intact"),
    "changed": ("KHÔNG còn nguyên vẹn", "It is NOT intact"),
    "unchecked": (
        "Chưa kiểm tra được: bộ tiêu chí cần plugin không có ở đây (thêm --plugins)",
        "It could not be checked: its scheme needs a plugin that is not here (add --plugins)",
    ),
    "foreign": ("Không phải phụ lục do chương trình lập", "It is no annex of this program"),
}


def check_page(check: AnnexCheck, lang: Lang) -> Page:
    """One line for each step, and what they mean together."""
    columns: list[PageColumn[CheckStep]] = [
        PageColumn(pick(lang, "Kiểm tra", "Check"), lambda step: pick(lang, *_STEPS[step.name])),
        PageColumn(pick(lang, "Kết quả", "Result"), lambda step: pick(lang, *_RESULTS[step.holds])),
        PageColumn(pick(lang, "Chi tiết", "Details"), lambda step: pick(lang, step.words.vi, step.words.en)),
    ]
    sheets = (page_table(columns, check.steps),) if check.steps else ()
    return Page(check.name, sheets, (f"{pick(lang, *_ENDINGS[check.ending])}.",), lambda: check_data(check, lang))


def check_data(check: AnnexCheck, lang: Lang) -> dict[str, Any]:
    """The same for machines."""
    return {
        "schema_version": SCHEMA_VERSION,
        "file": check.name,
        "ending": check.ending,
        "steps": [
            {"step": step.name, "holds": step.holds, "words": pick(lang, step.words.vi, step.words.en)}
            for step in check.steps
        ],
        "findings": findings_data(check.findings, lang),
    }

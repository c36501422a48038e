"""Pages of findings: of a check, of all kinds, and of each kind."""

import pytest

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.explained import explanation
from cchc_score.catalogue.labels import SEVERITIES
from cchc_score.findings import example
from cchc_score.pages.findings_page import check_page, finding_page, findings_page
from cchc_score.results.checks import CheckResult, Looked
from cchc_score.text import pick
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column

LOOKED = (Looked("scheme", "a.toml"), Looked("cases", count=1234), Looked("form", "b"), Looked("units", count=3))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_check_says_what_was_looked_at_and_that_nothing_was_found(lang):
    page = check_page(CheckResult(LOOKED, ()), lang)
    assert page.sheets == ()
    assert page.notes == (
        "Đã kiểm tra: bộ tiêu chí a.toml, 1234 trường hợp mẫu, mẫu b, số liệu của 3 đơn vị. Kết quả: không có lỗi nào."
        if lang == "vi"
        else "Checked: scheme a.toml, 1234 golden cases, form b, figures of 3 units. Result: nothing found.",
    )
    assert page.data == {"schema_version": 1, "findings": []}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_check_counts_findings_by_severity_and_lists_each(lang):
    findings = tuple(map(example, CATALOGUE))
    page = check_page(CheckResult(LOOKED[:1], findings), lang)
    assert_page_holds(page, lang)
    gravest_first = sorted(findings, key=lambda finding: list(SEVERITIES).index(finding.severity))
    assert [row[1:] for row in page.sheets[0].rows] == [
        (finding.code, finding.place.words(lang), finding.message(lang)) for finding in gravest_first
    ]
    errors = sum(finding.severity == "error" for finding in findings)
    assert f"{errors} {'lỗi' if lang == 'vi' else 'errors'}, " in page.notes[0]
    assert [line["code"] for line in page.data["findings"]] == list(CATALOGUE)


@pytest.mark.full
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_has_a_line_and_a_page_of_its_own(lang):
    page = findings_page(lang)
    assert_page_holds(page, lang)
    assert [cell.text for cell in column(page.sheets[0], "Mã" if lang == "vi" else "Code")] == list(CATALOGUE)
    for code, data in zip(CATALOGUE, page.data["findings"], strict=True):
        own = finding_page(code, lang)
        assert_page_holds(own, lang)
        assert own.title == code
        assert own.data == {"schema_version": 1, **data}
        words = [row[1] for row in own.sheets[0].rows]
        finding = example(code)
        behind = pick(lang, *explanation(code))
        assert words[1:5] == [finding.what(lang), behind, finding.remedy(lang), finding.words(lang)]
        assert words[5:] == [line for line in data["lines"].split("\n") if line]

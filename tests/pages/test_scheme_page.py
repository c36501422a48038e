"""A scheme to read: the laws of a page, no area, criterion or fact lost, and maxima behind the cells."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.analysis.required_facts import required_facts
from cchc_score.pages.scheme_page import scheme_page
from cchc_score.results.scheme_view import scheme_view
from tests.engine.schemes import OPEN, leaf, parent, scheme
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.strategies import METHODS, examples, ref, schemes


@examples(60)
@given(scheme=schemes(), lang=st.sampled_from(LANGUAGES))
def test_every_area_and_criterion_has_a_line_and_every_fact(scheme, lang):
    page = scheme_page(scheme_view(scheme, None, METHODS), lang)
    assert_page_holds(page, lang)
    annex, form, *context = page.sheets
    assert len(context) == bool(scheme.context)
    numbers = []
    for area in scheme.areas:
        own = [criterion for criterion in scheme.criteria.values() if criterion.area == area.code]
        numbers += [(str(area.number), area.max_points), *((one.number, one.max_points) for one in own)]
    assert [(row[0].text, row[2].value) for row in annex.cells] == [*numbers, ("", scheme.max_points)]
    facts = required_facts(scheme, None, METHODS)
    assert [row[2] for row in form.rows] == [fact.indicator.code for fact in facts]
    assert [fact["indicator"] for fact in page.data["facts"]] == [fact.indicator.code for fact in facts]
    assert [line["number"] for line in page.data["criteria"]] == list(scheme.criteria)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_held_says_why_and_other_areas_say_what_they_are(lang):
    small = scheme(
        replace(leaf("1.1", 2, "given", points="n1"), held=False, reason="Hoãn"),
        leaf("2.1", 1, "given", points="n2"), leaf("3.1", 1, "given", points="n3"),
        outside={2: ("bonus", F(1)), 3: ("penalty", F(1))},
    )  # fmt: skip
    annex = scheme_page(scheme_view(small, None, METHODS), lang).sheets[0]
    rules = {row[0]: row[3] for row in annex.rows}
    vi = lang == "vi"
    assert rules["1.1"] == ("Không đánh giá: Hoãn" if vi else "Not held: Hoãn")
    assert rules["2"].startswith("Điểm thưởng" if vi else "Bonus")
    assert rules["3"].startswith("Điểm trừ" if vi else "Penalty")
    away = replace(small, areas=(replace(small.areas[0], held=False, reason="Bỏ"), *small.areas[1:]))
    annex = scheme_page(scheme_view(away, None, METHODS), lang).sheets[0]
    assert annex.rows[0][3] == ("không đánh giá: Bỏ" if vi else "not held: Bỏ")


@pytest.mark.parametrize(("lang", "words"), [("vi", "Xếp loại: Còn lại: từ 0."), ("en", "Classes: Còn lại: from 0.")])
def test_classes_and_the_decision_stand_below(lang, words):
    small = scheme(leaf("1.1", 2, "given", points="n1"), classes=(OPEN,))
    notes = scheme_page(scheme_view(small, None, METHODS), lang).notes
    assert notes[-2] == words
    assert ("minh họa" if lang == "vi" else "illustrative") in notes[-1]
    decided = replace(small, classes=(), decision="QĐ 1/QĐ-UBND")
    notes = scheme_page(scheme_view(decided, None, METHODS), lang).notes
    assert "QĐ 1/QĐ-UBND" in notes[-1]
    assert words not in notes


@pytest.mark.parametrize(
    ("lang", "choice", "basis"),
    [
        ("vi", "Áp dụng khi Số liệu level là “Trả lời light”; ", "Căn cứ, ghi chú"),
        ("en", "Applies where Số liệu level is “Trả lời light”; ", "Reference, note"),
    ],
)
def test_the_annex_says_which_answer_chooses_a_part_and_what_it_rests_on(lang, choice, basis):
    parts = [
        leaf(f"1.1.{n}", 2, "given", choice=answer, points="n1")
        for n, answer in enumerate(("none", "light", "serious"), 1)
    ]
    based = replace(parts[1], reference="Điều 3", note="Theo báo cáo")
    chosen = parent("1.1", 2, "chosen", [one.number for one in parts], ref("level"))
    small = scheme(chosen, parts[0], based, *parts[2:])
    annex = scheme_page(scheme_view(small, None, METHODS), lang).sheets[0]
    rules = {row[0]: row[3] for row in annex.rows}
    assert rules["1.1.2"].startswith(choice)
    assert [cell.text for cell in column(annex, basis)][3] == "Điều 3; Theo báo cáo"
    assert "Tài liệu kiểm chứng" not in [head.text for head in annex.headings]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_kinds_of_facts_are_in_words_with_the_answers_of_a_choice(lang):
    small = scheme(leaf("1.1", 2, "options", fact="level", points={"none": F(2), "light": F(1), "serious": F(0)}))
    form = scheme_page(scheme_view(small, None, METHODS), lang).sheets[1]
    (kind,) = column(form, "Loại" if lang == "vi" else "Kind")
    assert kind.text.startswith("lựa chọn: " if lang == "vi" else "choice: ")

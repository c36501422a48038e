"""What stands beside typed figures and claims: faults, contradictions, oddities; in the words of the workbook."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cchc_score.app.fill_forms import form_year, unit_form_year
from cchc_score.app.start_folder import start_year
from cchc_score.app.typed_figures import typed_figures
from cchc_score.app.typed_points import figures_of, scored_alone, typed_points
from cchc_score.files.disk import write_folder
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.typed_checks import asked_rows, claim_check, row_names, typed_checks
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.request import Request


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nam")
    write_folder(folder / "nam", start_year("minh-hoa").files)
    return FolderSource(Request((folder / "nam",)))


@pytest.fixture(scope="module")
def stages(source):
    return whole_stages(source)[0]


@pytest.fixture(scope="module")
def plan(source, stages):
    return CommunePlan(unit_form_year(source.rules(), stages, 1, {}), "vi")


def checks(plan, texts, before=None):
    found = typed_figures(texts, asked_rows(plan), plan.scheme.indicators)
    return typed_checks(plan, found, before or {})


@pytest.mark.full
def test_the_year_of_one_unit_is_that_of_the_forms(source, plan):
    known = form_year(source, ["M02"])
    assert known.sheet.criteria == plan.year.sheet.criteria
    assert CommunePlan(known, "vi").figure_cells == plan.figure_cells


def test_figures_are_asked_in_the_order_of_the_form_and_called_as_people_call_them(plan):
    names = row_names(plan)
    assert [names[code] for code in asked_rows(plan)][:4] == ["1.1", "1.1.1", "1.1.2", "1.1.3"]
    # A figure beyond the form has no row: nobody knows its code.
    assert names["investment_role"] == "'Vai trò của xã trong các dự án đầu tư công'"


def test_a_fault_a_contradiction_and_an_oddity(plan):
    found = checks(
        plan,
        {"tasks_assigned": "13", "tasks_on_time": "14", "plan_tasks": "nhiều", "plan_issued_on": "10/01/2013"},
        {"tasks_assigned": Fraction(130)},
    )
    assert found["tasks_on_time"] == "Lớn hơn dòng 1.3.1."
    assert found["plan_tasks"].startswith("Không đọc được 'nhiều'")
    assert found["tasks_assigned"] == "Khác nhiều so với năm trước (130)."
    assert found["plan_issued_on"] == "Ngày không gần năm báo cáo 2023."
    assert checks(plan, {"tasks_assigned": "14", "tasks_on_time": "14"}) == {}


def test_a_claim_without_evidence_or_unlike_the_figures(plan, stages):
    points = typed_points(stages, scored_alone(stages, 1, figures_of(stages, 1, {}, ())), ())
    claims = {number: claim for (row, number), claim in stages.claims.items() if row == 1}
    leaf = stages.scheme.criteria["1.3.1"]
    assert claim_check(points, leaf, claims["1.3.1"], "vi") == ""
    assert claim_check(points, leaf, None, "vi") == ""
    low = replace(claims["1.3.1"], evidence=(), mark=claims["1.3.1"].mark._replace(points=Fraction(1)))
    assert claim_check(points, leaf, low, "vi") == "Thiếu tài liệu kiểm chứng. Khác điểm theo số liệu."

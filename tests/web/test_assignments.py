"""Who appraises what: named for ticked units and areas, shown in the matrix, asked by whoever guards the cells."""

from datetime import date

import pytest

from cchc_score.appraisal.acts import Assignment
from cchc_web.access import NOT_YOURS, About, Person, closed_to
from tests.web.people import account, signed_in, with_accounts


def assign(browser, year, **words):
    return browser.post(f"/nam/{year.folder}/phan-cong/", {"round": "0", **words})


def test_people_are_named_for_units_and_areas(year, browser):
    from cchc_web.scored_years import SCORED

    stages = SCORED.working(year).stages
    area = stages.scheme.areas[0]
    assert assign(browser, year, names="Bình, Chi", unit=["M02"], area=[area.code]).status_code == 302
    stages = SCORED.working(year).stages
    (act,) = [act for act in stages.acts if isinstance(act, Assignment)]
    assert (act.appraisers, act.units, act.areas) == (("Bình", "Chi"), ("M02",), (area.code,))
    assert "Bình, Chi" in browser.get(f"/nam/{year.folder}/phan-cong/").content.decode()
    leaf = next(leaf.number for leaf in stages.scheme.leaves if leaf.area == area.code)
    for name, closed in (("Bình", False), ("Dung", True)):
        person = Person(name, frozenset({"appraiser"}))
        lock = closed_to(person, "appraise", stages, date(2023, 12, 20), About("M02", 1, leaf))
        assert (lock == NOT_YOURS) == closed
    other = closed_to(
        Person("Dung", frozenset({"appraiser"})), "appraise", stages, date(2023, 12, 20), About("M03", 1, leaf)
    )
    assert other != NOT_YOURS


@pytest.mark.parametrize(
    "words", [{"names": ""}, {"names": "Bình", "round": "7"}, {"names": "Bình", "unit": ["KHONG"]}]
)
def test_what_cannot_be_assigned_is_told(year, browser, words):
    from cchc_web.scored_years import SCORED

    answer = assign(browser, year, **words)
    assert answer.status_code == 422
    assert not [act for act in SCORED.working(year).stages.acts if isinstance(act, Assignment)]


def test_a_name_that_no_appraiser_has_is_not_assigned(year):
    appraiser = account("appraiser")
    with with_accounts():
        browser = signed_in(account("coordinator"))
        assert assign(browser, year, names="Không Ai", unit=["M02"]).status_code == 422
        assert assign(browser, year, names=appraiser.name, unit=["M02"]).status_code == 302

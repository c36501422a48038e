"""Who may do what, by role and unit."""

from dataclasses import replace

import pytest

from cchc_web.access import ALLOWED, ROLES, Person, may, sees_others, shown_stages


@pytest.mark.parametrize("action", sorted(ALLOWED))
def test_nobody_without_a_role_may_do_anything(action):
    assert not may(Person("ai", frozenset()), action)
    assert not may(Person("ai", frozenset(), frozenset({"M01"})), action, "M01")


@pytest.mark.parametrize("action", sorted(ALLOWED))
@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says(role, action):
    person = Person("ai", frozenset({role}), frozenset({"M01"}))
    assert may(person, action, "M01") == (role in ALLOWED[action].roles)


def test_a_clerk_sees_no_other_commune_and_no_page_of_all():
    clerk = Person("Hoa", frozenset({"clerk"}), frozenset({"M01"}))
    assert may(clerk, "see-unit", "M01")
    assert not may(clerk, "see-unit", "M02")
    assert not may(clerk, "see-results")
    assert not may(clerk, "see-unit")


def test_a_clerk_may_list_the_own_communes_and_staff_may_not():
    assert may(Person("Hoa", frozenset({"clerk"}), frozenset({"M01"})), "see-own-units")
    assert not may(Person("An", frozenset(ROLES) - {"clerk"}), "see-own-units")


def test_the_stages_that_somebody_may_look_at(tmp_path):
    from datetime import date, datetime

    from cchc_score.app.start_folder import start_year
    from cchc_score.appraisal.acts import YearStep
    from cchc_score.facts import Origin
    from cchc_score.files.disk import write_folder
    from cchc_score.year.folder_source import FolderSource
    from cchc_score.year.load import whole_stages
    from cchc_score.year.request import Request

    write_folder(tmp_path / "nam", start_year("minh-hoa").files)
    stages, _ = whole_stages(FolderSource(Request((tmp_path / "nam",))))
    clerk = Person("Hoa", frozenset({"clerk"}), frozenset({"M01"}))
    staff = Person("An", frozenset({"clerk", "appraiser"}), frozenset({"M01"}))
    everything = ("reported", "self", "appraised", "round-1", "round-2", "final")
    for day, shown in (
        (date(2023, 12, 10), ("reported", "self")),
        (date(2023, 12, 28), ("reported", "self")),
        (date(2024, 1, 2), ("reported", "self", "round-1")),
        (date(2024, 2, 1), ("reported", "self", "round-1", "round-2")),
    ):
        assert shown_stages(clerk, stages, day) == shown
        assert shown_stages(staff, stages, day) == everything
        assert not sees_others(clerk, stages, day)
        assert sees_others(staff, stages, day)
    days = (datetime(2024, 2, 10), datetime(2024, 2, 11))
    steps = [
        YearStep("", step, "", "", None, "Lan", on, Origin(""))
        for step, on in zip(("frozen", "published"), days, strict=True)
    ]
    frozen, published = replace(stages, acts=tuple(steps[:1])), replace(stages, acts=tuple(steps))
    # What is frozen is not public yet.
    assert "final" not in shown_stages(clerk, frozen, date(2024, 2, 12))
    assert shown_stages(clerk, published, date(2024, 2, 12)) == everything
    assert sees_others(clerk, published, date(2024, 2, 12))

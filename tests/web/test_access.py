"""Who may do what, by role and unit."""

import pytest

from cchc_web.access import ALLOWED, ROLES, Person, may


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

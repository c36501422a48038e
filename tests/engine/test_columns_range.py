"""Columns near the ends of their range: the row form steps in, nothing wraps, and chunks change nothing."""

from dataclasses import replace
from fractions import Fraction as F
from itertools import product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import score
from cchc_score.engine.columns import scoring as columns
from cchc_score.engine.columns.column_sheet import Lazy
from cchc_score.engine.columns.fact_terms import OutOfRange
from cchc_score.engine.columns.prepared import prepare
from cchc_score.engine.columns.scoring import score_columns
from cchc_score.engine.score import MANY, score_rows
from cchc_score.facts import MAX_VALUE, Table, table
from cchc_score.methods import ColumnForm, Fact, Marks, NoSettings, OptionFact, Rule, Settings, per_commune
from cchc_score.model import Bounds, ClassLimit, Factor, Gate, Ranking, Unit
from tests.engine.schemes import OPEN, RANKING, leaf, marks, parent, scheme
from tests.engine.test_columns import same
from tests.strategies import METHODS, examples, ref, years

LARGE = [F(MAX_VALUE), F(MAX_VALUE - 1), F(MAX_VALUE // 2), F(1), F(0)]


def units(count):
    return [Unit(f"u{row}", f"Đơn vị {row}", "xã") for row in range(count)]


def facts(one, rows):
    return table(
        units(len(rows)),
        one.indicators,
        {(row, code): value for row, own in enumerate(rows) for code, value in own.items()},
    )


@pytest.mark.full
@given(years(least=1, rounding=st.just("criterion")), st.integers(1, 4))
@examples(60)
def test_chunks_of_any_size_give_the_same_sheet(year, size):
    before, columns.CHUNK = columns.CHUNK, size
    try:
        same(year[0], METHODS, year[1])
    finally:
        columns.CHUNK = before


@given(st.lists(st.tuples(st.sampled_from(LARGE), st.sampled_from(LARGE)), min_size=1, max_size=5))
@examples(60)
def test_a_ratio_of_the_largest_figures_in_the_smallest_steps(pairs):
    criteria = [
        leaf(f"1.{place}", 100, "ratio", part=ref("n1"), whole=ref("n2"), zero_below=F(place), if_none="zero")
        for place in (1, 2)
    ]
    one = scheme(*criteria, decimals=4)
    assert same(one, METHODS, facts(one, [{"n1": part, "n2": whole} for part, whole in pairs]))


@given(st.lists(st.sampled_from(LARGE), min_size=3, max_size=3))
@examples(40)
def test_sums_that_leave_64_bits_are_added_in_rows(values):
    # Brought to three decimals, a handful of the largest figures leaves the range.
    whole = ref("n1", "n2", "n3", "amount", "money")
    one = scheme(
        leaf("1.1", 5, "ratio", part=ref("n1"), whole=whole, if_none="zero"),
        leaf(
            "1.2",
            5,
            "ratio",
            part=ref("n1"),
            whole=ref("n2"),
            if_none="zero",
            gate=Gate(whole, Bounds(F(5)), (), "full"),
        ),
        leaf("1.3", 5, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"),
    )
    fine = {code: replace(one.indicators[code], decimals=3) for code in ("amount", "money")}
    one = replace(one, indicators={**one.indicators, **fine})
    known = dict.fromkeys(whole.codes, F(MAX_VALUE)) | dict(zip(whole.codes, values, strict=False))
    assert same(one, METHODS, facts(one, [known, {"n1": F(1)}]))
    assert same(one, METHODS, facts(one, [known, {code: F(1) for code in whole.codes}]))


@pytest.mark.parametrize("missing", [F(0), F(1, 1000)])
def test_a_sum_is_exact_beyond_what_a_float_holds(missing):
    bands = [{"from": F(MAX_VALUE), "points": F(4)}, {"from": F(0), "points": F(1)}]
    one = scheme(
        leaf("1.1", 4, "bands", value=ref("amount", "-n1"), bands=bands),
        leaf("1.2", 4, "given", points=ref("n2"), gate=Gate(ref("amount", "-n1"), Bounds(F(MAX_VALUE)), (), "zero")),
    )
    one = replace(one, indicators={**one.indicators, "amount": replace(one.indicators["amount"], decimals=3)})
    year = facts(one, [{"amount": MAX_VALUE - missing, "n1": F(0), "n2": F(4)}])
    assert same(one, METHODS, year)
    sheet = score_rows(one, METHODS, year)
    assert sheet.mark(0, sheet.total).low == (1 if missing else 8)


SHARES = Factor(ref("level"), {"none": F(1), "light": F(333, 1000), "serious": F(1, 2)})


@pytest.mark.parametrize("whole", [400, 4 * 10**6, 4 * 10**12, 4 * 10**14])
def test_a_share_kept_is_exact_however_wide_it_makes_the_numbers(whole):
    one = scheme(leaf("1.1", 4, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero", factor=SHARES))
    halves = [part * whole // 400 + more for part in (1, 7, 399) for more in (-1, 0, 1)]
    rows = [
        {"n1": F(part), "n2": F(whole), "level": level} for part in halves for level in ("none", "light", "serious")
    ]
    assert same(one, METHODS, facts(one, rows))


def test_a_half_of_more_points_than_a_float_holds_goes_up():
    one = scheme(leaf("1.1", 10**11, "given", points=ref("money"), factor=SHARES))
    rows = [{"money": F(10**13 - 500 - 1000 * n, 100), "level": "light"} for n in range(40)]
    assert same(one, METHODS, facts(one, rows))


@pytest.mark.parametrize("limit", [1, 2**31 - 1, 2**31, 2**33, 2**40])
def test_a_constant_that_nothing_is_computed_from_keeps_its_width(limit):
    @per_commune(
        "law.limit",
        column=ColumnForm(
            lambda rule, scale, answers: {"limit": limit},
            lambda c, n1: Marks((n1 >= c.limit) * 400),
            lambda c, n1: 802,
        ),
    )
    def reached(rule, n1):
        return 4 if n1 >= limit else 0

    one = scheme(replace(leaf("1.1", 4, "law.limit"), settings=NoSettings()))
    rows = [{"n1": F(value)} for value in (0, 1, limit - 1, limit, limit + 1)]
    for own in ([row] for row in rows):
        assert same(one, {"law.limit": reached}, facts(one, own))
    assert same(one, {"law.limit": reached}, facts(one, rows))


@pytest.mark.parametrize("limit", [F(10**12) + F(1, 10**6), F(10**14) + F(1, 10**6), F(10**15) - F(1, 10**6)])
def test_a_limit_too_fine_for_64_bits_is_held_in_rows(limit):
    bands = [{"from": limit, "points": F(4)}, {"above": F(7), "points": F(2)}, {"from": F(0), "points": F(0)}]
    one = scheme(leaf("1.1", 4, "bands", value=ref("n1"), bands=bands), leaf("1.2", 4, "given", points=ref("survey")))
    values = (0, 7, 8, int(limit), int(limit) + 1, MAX_VALUE)
    for rows in ([0, 7, 8], values):
        assert same(one, METHODS, facts(one, [{"n1": F(value), "survey": F(3)} for value in rows]))


def test_a_column_form_may_have_no_constants_and_sees_the_rule():
    seen = []

    def constants(rule, scale, answers):
        seen.append(rule)
        return {}

    @per_commune("law.plain", column=ColumnForm(constants, lambda c, n1: Marks((n1 > 0) * 400), lambda c, n1: 802))
    def plain(rule, n1):
        return 4 if n1 > 0 else 0

    one = scheme(replace(leaf("1.1", 4, "law.plain"), settings=NoSettings()))
    assert same(one, {"law.plain": plain}, facts(one, [{"n1": F(value)} for value in (0, 1, 2)]))
    assert seen == [Rule("1.1", F(4), NoSettings(), 2)]


class Mixed(Settings):
    """A number and an answer."""

    amount: Fact
    answer: OptionFact


def test_a_method_may_ask_for_a_number_and_an_answer():
    @per_commune(
        "law.mixed",
        Mixed,
        column=ColumnForm(
            lambda rule, scale, answers: {"scale": scale, "place": answers[1].index("light")},
            lambda c, amount, answer: Marks((2 * amount >= 3 * c.scale) * (answer == c.place) * 400),
            lambda c, amount, answer: max(802, 2 * amount, 3 * c.scale),
        ),
    )
    def mixed(rule, amount, answer):
        return 4 if amount >= F(3, 2) and answer == "light" else 0

    one = scheme(replace(leaf("1.1", 4, "law.mixed"), settings=Mixed(amount=ref("amount"), answer=ref("level"))))
    amounts, levels = (F(0), F("1.49"), F("1.5"), F(2)), ("none", "light", "serious")
    rows = [{"amount": amount, "level": level} for amount in amounts for level in levels]
    assert same(one, {"law.mixed": mixed}, facts(one, rows))


def test_a_number_asked_for_by_its_own_code_is_scaled_beside_others_and_what_is_no_number_is_not():
    @per_commune(
        "law.own",
        column=ColumnForm(
            lambda rule, scale, answers: {"scale": scale, "place": answers[3].index("light")},
            lambda c, amount, n1, flag, level: Marks(
                ((amount + n1) * (1 + flag) * (level == c.place) * 100).clip(None, 400 * c.scale), c.scale
            ),
            lambda c, amount, n1, flag, level: 800 * c.scale + 800 * (amount + n1),
        ),
    )
    def own(rule, amount, n1, flag, level):
        return min(rule.max_points, (amount + n1) * (1 + flag) * (level == "light"))

    one = scheme(replace(leaf("1.1", 4, "law.own"), settings=NoSettings()))
    rows = [
        {"amount": amount, "n1": F(n1), "flag": flag, "level": level}
        for amount in (F(0), F("0.25"), F("1.5"))
        for n1 in (0, 1)
        for flag in (False, True)
        for level in ("none", "light")
    ]
    assert same(one, {"law.own": own}, facts(one, rows))


@pytest.mark.parametrize("steps", [2**31 - 1, 2**31, 2**31 + 1])
def test_full_points_at_the_end_of_32_bits_are_full(steps):
    one = scheme(leaf("1.1", F(steps, 100), "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"))
    year = facts(one, [{"n1": F(1), "n2": F(1)}])
    assert same(one, METHODS, year)
    assert score_rows(one, METHODS, year).total.low[0] == steps


def test_a_maximum_beyond_what_a_float_holds_is_exact():
    most = F(10**14) + F(1, 100)
    one = scheme(
        parent("1.1", most, "best", ["1.1.1", "1.1.2"]),
        *(leaf(f"1.1.{place}", most, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero") for place in (1, 2)),
        leaf("2.1", most, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"),
    )
    assert same(one, METHODS, facts(one, [{"n1": F(part), "n2": F(3)} for part in (0, 1, 2, 3)] + [{}]))


def test_a_factor_that_nobody_answered_is_unknown_for_all():
    one = scheme(leaf("1.1", 4, "given", points=ref("survey"), factor=SHARES))
    assert same(one, METHODS, facts(one, [{"survey": F(3)}, {"survey": F(2)}]))


@pytest.mark.parametrize("most", [10, 10**13])
@pytest.mark.parametrize("limit", [F(90), F("50.5"), F(200, 3)])
def test_a_class_begins_at_its_last_step_in_columns_too(limit, most):
    step, conditions = F(1, 100), {"each_area_from": limit, "each_criterion_from": limit}
    at = F(ceil(limit * most), 100)
    for more in ({}, *({key: value} for key, value in conditions.items())):
        classes = [ClassLimit("Tốt", F(0) if more else limit, **more), replace(OPEN, at_least=F(0))]
        one = scheme(
            leaf("1.1", most, "ratio", part=ref("money"), whole=ref("n1"), if_none="not_applicable"),
            leaf("2.1", most, "ratio", part=ref("amount"), whole=ref("n1"), if_none="not_applicable"),
            classes=classes,
        )
        rows = [
            {"money": min(at + near, F(most)), "amount": min(at + other, F(most)), "n1": F(most)}
            for near in (-step, 0, step)
            for other in (-step, 0, step)
        ]
        assert same(one, METHODS, facts(one, rows))


def test_a_class_limit_too_fine_for_the_points_is_held_as_a_fraction():
    limit = ClassLimit("Tốt", F(1, 10**6))
    one = scheme(
        leaf("1.1", 10**12, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"),
        classes=[limit, replace(OPEN, at_least=F(0))],
    )
    rows = [
        {"n1": F(part), "n2": F(10**12)} for part in (0, 10**4 - 1, 10**4, *(10**12 * n // 20 for n in range(1, 21)))
    ]
    assert same(one, METHODS, facts(one, rows))


def test_a_single_step_is_ranked_and_classed_like_any_points():
    classes = [ClassLimit("Tốt", F(0), each_criterion_from=F(50)), ClassLimit("Đạt", F(0), each_area_from=F(10))]
    share = {"whole": ref("n2"), "if_none": "not_applicable"}
    one = scheme(
        leaf("1.1", F(1, 100), "ratio", part=ref("n1"), **share),
        leaf("2.1", F(2, 100), "ratio", part=ref("n3"), whole=ref("amount"), if_none="not_applicable"),
        classes=classes,
    )
    figures = [
        (part, whole, other, base) for part in (0, 1) for whole in (0, 1) for other in (0, 1, 2) for base in (0, 2)
    ]
    rows = [{"n1": F(a), "n2": F(b), "n3": F(c), "amount": F(d)} for a, b, c, d in figures]
    assert same(one, METHODS, facts(one, rows))


def test_a_limit_too_fine_for_the_points_is_held_as_a_fraction():
    classes = [ClassLimit("Tốt", F(90) + F(1, 10**6)), OPEN]
    one = scheme(
        leaf("1.1", 10**7, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"), classes=classes, decimals=4
    )
    assert same(one, METHODS, facts(one, [{"n1": F(part), "n2": F(10)} for part in (8, 9, 10)]))


def test_ties_by_list_keep_the_order_of_many_units():
    one = scheme(leaf("1.1", 4, "given", points=ref("survey")), ranking=replace(RANKING, ties="list"))
    assert same(one, METHODS, facts(one, [{"survey": F(row % 3)} for row in range(300)]))


@pytest.mark.parametrize("compare", ["exact", "published"])
@pytest.mark.parametrize("ties", ["standard", "dense", "list"])
def test_totals_too_fine_for_whole_numbers_are_ranked_as_fractions(compare, ties):
    classes = [ClassLimit("Tốt", F(1, 10**6), F(1, 10**6), F(1, 10**6)), OPEN]
    one = scheme(
        leaf("1.1", 10**7, "ratio", part=ref("n1"), whole=ref("n2"), if_none="not_applicable"),
        leaf("1.2", 10**7, "given", points=ref("n3")),
        ranking=Ranking("kind", compare, ties, "low"), classes=classes, decimals=4,
    )  # fmt: skip
    rows = [
        {"n1": F(part), "n2": F(whole), "n3": F(part)} for part, whole in ((1, 3), (2, 6), (0, 0), (5, 7), (1, 10**6))
    ]
    assert same(one, METHODS, facts(one, rows))


@pytest.mark.parametrize("ties", ["standard", "dense", "list"])
@pytest.mark.parametrize("most", [10**12, 10**13, 10**14])
def test_published_indices_too_wide_for_whole_numbers_are_ranked_as_fractions(most, ties):
    one = scheme(
        leaf("1.1", most, "ratio", part=ref("n1"), whole=ref("n2"), if_none="not_applicable"),
        ranking=Ranking("none", "published", ties, "low"),
    )
    assert same(one, METHODS, facts(one, [{"n1": F(part), "n2": F(30000)} for part in (10000, 9999, 9998, 30000)]))


@pytest.mark.full
def test_a_scheme_beyond_64_bits_is_declined_and_scored_in_rows():
    one = scheme(leaf("1.1", 10**15, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"), decimals=4)
    year = facts(one, [{"n1": F(1), "n2": F(3)}] * MANY)
    with pytest.raises(OutOfRange):
        prepare(one, METHODS, tuple(year.columns))
    sheet = score(one, METHODS, year)
    assert sheet.mark(0, sheet.total).low == F(3333333333333333333, 10**4)


@pytest.mark.full
def test_large_years_are_scored_in_columns_and_small_ones_in_rows():
    one = scheme(leaf("1.1", 4, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"))
    large = facts(one, [{"n1": F(row % 7), "n2": F(7)} for row in range(MANY)])
    small = facts(one, [{"n1": F(1), "n2": F(7)}])
    assert isinstance(score(one, METHODS, large).criteria, Lazy)
    assert not isinstance(score(one, METHODS, small).criteria, Lazy)
    assert marks(score(one, METHODS, large)) == marks(score_rows(one, METHODS, large))


@pytest.mark.full
@pytest.mark.parametrize(("count", "columns"), [(MANY // 2, True), (MANY // 2 - 1, False)])
def test_a_year_is_large_by_its_units_times_its_leaves(count, columns):
    one = scheme(*(leaf(f"1.{place}", 4, "given", points=ref("survey")) for place in (1, 2)))
    year = facts(one, [{"survey": F(3)}] * count)
    assert isinstance(score(one, METHODS, year).criteria, Lazy) == columns
    assert not isinstance(score(one, METHODS, Table(year.units, year.columns)).criteria, Lazy)


def test_a_table_prepared_for_others_is_refused():
    one = scheme(leaf("1.1", 4, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"))
    year = facts(one, [{"n1": F(1), "n2": F(7)}])
    with pytest.raises(ValueError, match=r"^the scheme was prepared for another table$"):
        score_columns(prepare(one, METHODS, ("n2", "n1")), year)
    with pytest.raises(ValueError, match=r"^the scheme was prepared for another table$"):
        score_columns(prepare(one, METHODS, ("n1", "n2")), Table(year.units, year.columns))


@pytest.mark.parametrize("compare", ["exact", "published"])
@pytest.mark.parametrize("decimals", [0, 1, 2, 3])
def test_indices_close_to_each_other_are_compared_to_the_decimals_of_the_scheme(decimals, compare):
    one = scheme(
        leaf("1.1", 1000, "ratio", part=ref("n1"), whole=ref("n2"), if_none="not_applicable"),
        leaf("1.2", 3, "given", points=ref("survey")),
        decimals=decimals, ranking=Ranking("none", compare, "standard", "low"),
    )  # fmt: skip
    rows = [{"n1": F(part), "n2": F(2000), "survey": F(part % 3)} for part in range(600, 700)]
    assert same(one, METHODS, facts(one, [*rows, {"n1": F(0), "n2": F(0), "survey": F(1)}]))


@pytest.mark.parametrize("compare", ["exact", "published"])
def test_nobody_to_score_is_no_fault(compare):
    gate = Gate(ref("n1", "-n2"), Bounds(F(1)), (), "zero")
    one = scheme(
        leaf("1.1", 4, "ratio", part=ref("n1", "-n3"), whole=ref("n2"), if_none="zero", gate=gate),
        leaf("1.2", 4, "given", points=ref("survey"), gate=Gate(ref("flag"), None, ("yes",), "full")),
        ranking=replace(RANKING, compare=compare),
    )
    assert same(one, METHODS, facts(one, []))


def test_the_criteria_of_a_sheet_are_listed_like_a_mapping():
    one = scheme(leaf("1.1", 4, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"))
    year = facts(one, [{"n1": F(1), "n2": F(7)}])
    sheet = score_columns(prepare(one, METHODS, ("n1", "n2")), year)
    assert list(sheet.criteria) == ["1.1"]
    assert len(sheet.criteria) == 1
    assert sheet.criteria["1.1"] is sheet.criteria["1.1"]
    with pytest.raises(KeyError, match=r"9\.9"):
        sheet.criteria["9.9"]


def test_incomplete_units_have_no_rank_and_no_class_where_the_scheme_says_so():
    one = scheme(
        leaf("1.1", 4, "ratio", part=ref("n1"), whole=ref("n2"), if_none="zero"),
        ranking=replace(RANKING, incomplete="unranked"),
    )
    assert same(one, METHODS, facts(one, [{"n1": F(1), "n2": F(7)}, {"n1": F(1)}]))


@pytest.mark.parametrize("most", [F(16383, 100), F(16384, 100), F(32767, 100), F(32768, 100), F(10737418, 1), F(10**9)])
def test_points_at_the_ends_of_each_width(most):
    one = scheme(
        leaf("1.1", most, "ratio", part=ref("n1"), whole=ref("n2"), if_none="not_applicable"),
        leaf("1.2", most, "given", points=ref("n3")),
    )
    rows = [{"n1": F(part), "n2": F(2), "n3": given} for part in (0, 1, 2) for given in (F(0), F(1), F(ceil(most) - 1))]
    assert same(
        one, METHODS, facts(one, [*rows, {"n1": F(0), "n2": F(0)}, {"n3": most if most == int(most) else F(1)}])
    )


@pytest.mark.parametrize("combine", ["sum", "capped", "best", "all"])
@pytest.mark.parametrize("kind", ["normal", "bonus", "penalty"])
@pytest.mark.parametrize("most", [F(16383, 100), F(32767, 100), F(32768, 100)])
def test_areas_fit_a_width_that_their_total_and_capped_parts_do_not(most, kind, combine):
    shared = most if combine in ("capped", "best", "all") else 2 * most
    one = scheme(
        leaf("1.1", most, "given", points=ref("n1")),
        leaf("2.1", most, "given", points=ref("n2")),
        parent("3.1", shared, combine, ["3.1.1", "3.1.2"]),
        leaf("3.1.1", most, "ratio", part=ref("n1"), whole=ref("n3"), if_none="full"),
        leaf("3.1.2", most, "ratio", part=ref("n2"), whole=ref("n3"), if_none="full"),
        leaf("4.1", most, "given", points=ref("n3")),
        outside={} if kind == "normal" else {4: (kind, most)},
    )
    full = F(int(most))
    rows = [dict(zip(("n1", "n2", "n3"), given, strict=True)) for given in product((F(0), full), repeat=3)]
    assert same(one, METHODS, facts(one, [*rows, {"n1": full}, {}]))


WIDE_ENDS = [F(0), F(3), F(7, 2), F(MAX_VALUE), F(MAX_VALUE) - F(1, 10**6), F(1, 10**6)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(WIDE_ENDS),
            st.sampled_from(["zero", "full", "not_applicable"]),
            st.booleans(),
            st.booleans(),
        ),
        min_size=2,
        max_size=6,
    ),
    st.lists(st.tuples(*[st.sampled_from([None, F(0), F(3), F(4), F(MAX_VALUE)])] * 3), min_size=1, max_size=4),
)
@examples(60)
def test_gates_looked_at_together_are_those_looked_at_alone(gates, rows):
    criteria = []
    for place, (limit, otherwise, share, two) in enumerate(gates, 1):
        own = Gate(ref("n1"), Bounds(limit, open_from=two), (), otherwise, whole=ref("n2") if share else None)
        other = Gate(ref("n3", "-n2"), Bounds(to=limit), (), "full")
        more = (own, other) if two else (own,)
        criteria.append(replace(leaf(f"1.{place}", 5, "given", points=ref("amount")), gates=more))
    one = scheme(*criteria)
    year = [
        {code: value for code, value in zip(("n1", "n2", "n3"), row, strict=True) if value is not None}
        | {"amount": F(2)}
        for row in rows
    ]
    assert same(one, METHODS, facts(one, year))

"""Laws of scoring, over random schemes and tables."""

from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc_score.engine import groups_of, held_criteria, not_chosen, score, total_with
from cchc_score.facts import table
from cchc_score.methods import NoSettings, per_commune
from cchc_score.model import Outcome, Ranking
from cchc_score.points import plain
from cchc_score.testing import units
from tests.engine.schemes import marks
from tests.strategies import ALONE, METHODS, PEERS, examples, known_facts, told, years

SUMS = ("sum",)
OPEN = (Outcome.MISSING, Outcome.PENDING)


def sheet_of(year):
    return score(year[0], METHODS, year[1])


def rows(sheet):
    return range(len(sheet.table.units))


@per_commune("law.none")
def never_applies(rule):
    return None


@per_commune("law.nought")
def nought(rule):
    return 0


LAWS = METHODS | {one.name: one for one in (never_applies, nought)}


def places_open_to_peers(sheet):
    """The criteria compared with units whose figures are unknown, and all that their points are part of."""
    found = set()
    for number in (one.place.criterion for one in sheet.findings if one.code == "peers-unknown"):
        found |= {"total", sheet.scheme.criteria[number].area}
        found |= {above for above in sheet.scheme.criteria if f"{number}.".startswith(f"{above}.")}
    return found


@pytest.mark.full
@examples(40)
@given(years())
def test_points_run_from_0_over_low_and_high_to_the_reachable_ones(year):
    sheet = sheet_of(year)
    normal = {area.code for area in sheet.scheme.areas if area.kind == "normal"}
    open_to_peers = places_open_to_peers(sheet)
    for place, column in marks(sheet).items():
        criterion = sheet.scheme.criteria.get(place)
        most = criterion.max_points if criterion else sheet.scheme.max_points
        for mark in column:
            assert {type(mark.low), type(mark.high), type(mark.reachable)} == {Fraction}
            if criterion or place in normal:
                assert 0 <= mark.low <= mark.high <= mark.reachable <= most
            if mark.outcome == Outcome.SCORED and place not in open_to_peers:
                assert mark.low == mark.high
            if mark.outcome == Outcome.NOT_APPLICABLE and place != "total":
                assert (mark.low, mark.high, mark.reachable) == (0, 0, 0)


@pytest.mark.full
@examples(30)
@given(years(least=1))
def test_a_bonus_stays_within_its_cap_and_a_penalty_is_negative_within_its_own(year):
    sheet = sheet_of(year)
    for area in sheet.scheme.areas:
        for row in rows(sheet):
            mark = sheet.mark(row, sheet.areas[area.code])
            if area.kind == "bonus":
                assert 0 <= mark.low <= mark.high <= area.max_points
            if area.kind == "penalty":
                assert -area.max_points <= mark.low <= mark.high <= 0
            assert area.kind == "normal" or mark.reachable == 0


@pytest.mark.full
@examples(30)
@given(years(least=1))
def test_the_total_is_the_sum_of_the_areas_never_below_0_and_capped_only_where_the_scheme_says(year):
    sheet = sheet_of(year)
    for row in rows(sheet):
        total = sheet.mark(row, sheet.total)
        areas = [sheet.mark(row, cells) for cells in sheet.areas.values()]
        assert total.reachable == sum(area.reachable for area in areas)
        most = total.reachable if sheet.scheme.ranking.above_100 == "cap" else None
        for end in ("low", "high"):
            floored = max(sum(getattr(area, end) for area in areas), 0)
            assert getattr(total, end) == (floored if most is None else min(floored, most))


@pytest.mark.full
@examples(30)
@given(years(least=1, combines=SUMS, outside=False, kept=False))
def test_areas_and_total_are_exact_sums_of_their_leaves(year):
    sheet = sheet_of(year)
    for row in rows(sheet):
        leaves = [(leaf.area, sheet.mark(row, sheet.criteria[leaf.number])) for leaf in sheet.scheme.leaves]
        for place in ("total", *sheet.areas):
            own = [mark for area, mark in leaves if place in ("total", area)]
            mark = sheet.mark(row, sheet.at(place))
            capped = place == "total" and sheet.scheme.ranking.above_100 == "cap"
            most = mark.reachable if capped else None
            for end in ("low", "high", "reachable"):
                added = sum(getattr(leaf, end) for leaf in own)
                assert getattr(mark, end) == (added if most is None else min(added, most))


@pytest.mark.full
@examples(30)
@given(years(least=1, rounding=st.just("criterion")))
def test_where_criteria_are_rounded_everything_is_whole_steps(year):
    sheet = sheet_of(year)
    for cells in (sheet.total, *sheet.areas.values(), *sheet.criteria.values()):
        for column in (cells.low, cells.high, cells.reachable):
            assert all(steps == int(steps) for steps in column)


@examples(25)
@given(years(least=1, combines=SUMS, rounding=st.just("criterion"), outside=False, kept=False))
def test_printed_leaves_add_up_to_the_printed_total(year):
    sheet = sheet_of(year)
    decimals = sheet.scheme.decimals
    for row in rows(sheet):
        leaves = [sheet.mark(row, sheet.criteria[leaf.number]) for leaf in sheet.scheme.leaves]
        printed = sum(Decimal(plain(leaf.low, decimals)) for leaf in leaves)
        assert printed == Decimal(plain(sheet.mark(row, sheet.total).low, decimals))


@pytest.mark.full
@examples(30)
@given(years(least=1), st.data())
def test_the_order_of_the_units_changes_nothing(year, data):
    scheme, facts = year
    order = data.draw(st.permutations(range(len(facts.units))))
    place = {row: new for new, row in enumerate(order)}
    known = {(place[row], code): value for (row, code), value in told(facts).items()}
    sheet = sheet_of(year)
    other = score(scheme, METHODS, table([facts.units[row] for row in order], scheme.indicators, known))
    before, after = marks(sheet), marks(other)
    for key, column in before.items():
        assert [after[key][place[row]] for row in rows(sheet)] == column
    assert [other.classes[place[row]] for row in rows(sheet)] == list(sheet.classes)
    assert other.findings == sheet.findings
    if scheme.ranking.ties != "list":
        assert [other.ranks[place[row]] for row in rows(sheet)] == list(sheet.ranks)
        for code, ranks in sheet.area_ranks.items():
            assert [other.area_ranks[code][place[row]] for row in rows(sheet)] == list(ranks)


@pytest.mark.full
@examples(25)
@given(years(methods=ALONE), st.data())
def test_without_peers_another_unit_changes_nobodys_points(year, data):
    scheme, facts = year
    count = len(facts.units)
    (more,) = data.draw(units(1, 1))
    own = {(count, code): value for (_, code), value in data.draw(known_facts(scheme, 1)).items()}
    larger = table([*facts.units, replace(more, code="new", name="Mới")], scheme.indicators, told(facts) | own)
    before, after = marks(sheet_of(year)), marks(score(scheme, METHODS, larger))
    assert {place: column[:count] for place, column in after.items()} == before


@pytest.mark.full
@examples(25)
@given(years(least=1), st.data())
def test_an_unranked_unit_changes_nobodys_points_or_rank(year, data):
    scheme, facts = year
    count = len(facts.units)
    (more,) = data.draw(units(1, 1))
    own = {(count, code): value for (_, code), value in data.draw(known_facts(scheme, 1)).items()}
    guest = replace(more, code="new", name="Mới", ranked=False)
    sheet = sheet_of(year)
    larger = score(scheme, METHODS, table([*facts.units, guest], scheme.indicators, told(facts) | own))
    assert {place: column[:count] for place, column in marks(larger).items()} == marks(sheet)
    assert list(larger.ranks) == [*sheet.ranks, 0]


def half_up(index, decimals):
    """An independent rounding of an index for print."""
    digits = Decimal(1).scaleb(-decimals)
    doubled = 2 * index * 10**decimals
    if doubled.denominator == 1:
        return (Decimal(doubled.numerator) / 2).to_integral_value(ROUND_HALF_UP) * digits
    return Decimal(int(index * 10**decimals + Fraction(1, 2))) * digits


def value_of(sheet, row, cells):
    """What a unit is ranked by, or None; stated anew."""
    ranking, mark = sheet.scheme.ranking, sheet.mark(row, cells)
    total = sheet.mark(row, sheet.total)
    if total.outcome == Outcome.FAILED or not mark.reachable or not sheet.table.units[row].ranked:
        return None
    if ranking.incomplete == "unranked" and mark.outcome in OPEN:
        return None
    index = 100 * mark.low / mark.reachable
    return index if ranking.compare == "exact" else half_up(index, sheet.scheme.index_decimals)


@pytest.mark.full
@examples(60)
@given(years(least=2))
def test_ranks_agree_with_the_compared_value_within_each_group(year):
    sheet = sheet_of(year)
    groups, ties = groups_of(sheet.scheme, sheet.table), sheet.scheme.ranking.ties
    for cells, ranks in (
        (sheet.total, sheet.ranks),
        *((sheet.areas[c], r) for c, r in sheet.area_ranks.items()),
    ):
        compared = [value_of(sheet, row, cells) for row in rows(sheet)]
        for row, value in enumerate(compared):
            if value is None:
                assert ranks[row] == 0
                continue
            peers = [
                (one, other) for other, one in enumerate(compared) if one is not None and groups[other] == groups[row]
            ]
            above = [one for one, _ in peers if one > value]
            before = [other for one, other in peers if one == value and other < row]
            assert (
                ranks[row] == 1 + {"standard": len(above), "dense": len(set(above)), "list": len(above + before)}[ties]
            )


@pytest.mark.full
@examples(30)
@given(years(least=2))
def test_equal_values_have_equal_ranks_and_only_those_but_for_ties_by_list(year):
    sheet = sheet_of(year)
    groups, ranks = groups_of(sheet.scheme, sheet.table), sheet.ranks
    values = [value_of(sheet, row, sheet.total) for row in rows(sheet)]
    ranked = [row for row in rows(sheet) if ranks[row]]
    for one in ranked:
        for other in ranked:
            if one != other and groups[one] == groups[other]:
                if sheet.scheme.ranking.ties == "list":
                    assert ranks[one] != ranks[other]
                else:
                    assert (values[one] == values[other]) == (ranks[one] == ranks[other])


@pytest.mark.full
@examples(30)
@given(years(least=1, ranking=st.builds(Ranking, *map(st.just, ("none", "exact", "standard", "unranked")))))
def test_an_incomplete_unit_has_no_rank_and_no_class_where_the_scheme_says_unranked(year):
    sheet = sheet_of(year)
    for row in rows(sheet):
        if sheet.total.outcome[row] in OPEN:
            assert (sheet.ranks[row], sheet.classes[row]) == (0, -1)
            assert sheet.class_name(row) is None


@examples(50)
@given(years(least=1), st.data())
def test_removing_a_fact_never_changes_points_in_silence(year, data):
    scheme, facts = year
    known = told(facts)
    # While an answer that no factor waits for is unknown, the points are those without it.
    factors = [criterion.factor for criterion in scheme.criteria.values() if criterion.factor]
    unawaited = {code for factor in factors if factor.unsaid is not None for code in factor.fact.codes}
    asked = sorted(key for key in known if key[1] not in unawaited)
    assume(asked)
    gone = data.draw(st.sampled_from(asked))
    fewer = table(facts.units, scheme.indicators, {key: value for key, value in known.items() if key != gone})
    sheet, other = sheet_of(year), score(scheme, METHODS, fewer)
    before, after = marks(sheet), marks(other)
    for leaf in scheme.leaves:
        if leaf.method not in PEERS:
            for row in rows(sheet):
                was, now = before[leaf.number][row], after[leaf.number][row]
                assert was == now or (row == gone[0] and was.outcome != now.outcome and now.outcome in OPEN)


@pytest.mark.full
@examples(50)
@given(years(least=1, methods=ALONE), st.data())
def test_the_range_of_an_incomplete_unit_holds_what_it_would_have(year, data):
    scheme, facts = year
    # While an answer that no rule waits for is unknown, the points are those without it, and no range.
    factors = [criterion.factor for criterion in scheme.criteria.values() if criterion.factor]
    unawaited = {code for factor in factors if factor.unsaid is not None for code in factor.fact.codes}
    known = {key: value for key, value in told(facts).items() if key[1] not in unawaited}
    assume(known)
    gone = data.draw(st.sampled_from(sorted(known)))
    fewer = table(facts.units, scheme.indicators, {key: value for key, value in told(facts).items() if key != gone})
    before, after = marks(sheet_of(year)), marks(score(scheme, METHODS, fewer))
    row = gone[0]
    # A penalty that nobody has given takes nothing off: that is certain, whatever a figure would have taken.
    unfined = {area.code for area in scheme.areas if area.kind == "penalty" and area.absent == "none"}
    places = before.keys() - unfined - ({"total"} if unfined else set())
    if all(before[place][row].reachable == after[place][row].reachable for place in before):
        for place, column in ((place, before[place]) for place in places):
            assert after[place][row].low <= column[row].low <= column[row].high <= after[place][row].high


@pytest.mark.full
@examples(40)
@given(years(least=1, on_criteria=False), st.data())
def test_what_does_not_apply_never_lowers_the_index_below_what_no_points_give(year, data):
    scheme, facts = ungated(year[0]), year[1]
    leaf = data.draw(st.sampled_from(scheme.leaves))
    none, zero = (
        score(
            replace(scheme, criteria={**scheme.criteria, leaf.number: replace(leaf, method=name, **bare())}),
            LAWS,
            facts,
        )
        for name in ("law.none", "law.nought")
    )
    kinds = {area.code: area.kind for area in scheme.areas}
    for row in rows(none):
        without, nothing = none.mark(row, none.total), zero.mark(row, zero.total)
        if kinds[leaf.area] == "penalty":
            # There points are taken off, and of two conditions for a deduction the other one is left.
            without, nothing = nothing, without
        if without.index is not None:
            assert without.index >= nothing.index
            assert without.index_high >= nothing.index_high


def bare():
    return {"settings": NoSettings(), "gates": (), "factor": None}


def ungated(scheme):
    """A scheme without gates of parents, which would decide before the rule of a leaf is asked."""
    criteria = {
        number: replace(criterion, gates=()) if criterion.parts else criterion
        for number, criterion in scheme.criteria.items()
    }
    return replace(scheme, criteria=criteria)


@pytest.mark.full
@examples(30)
@given(years(least=1), st.data())
def test_a_criterion_not_held_is_one_that_never_applies(year, data):
    scheme, facts = ungated(year[0]), year[1]
    leaf = data.draw(st.sampled_from(scheme.leaves))
    left_out = replace(leaf, held=False, reason="Không đánh giá")
    never = replace(leaf, method="law.none", **bare())
    one, other = (
        score(replace(scheme, criteria={**scheme.criteria, leaf.number: criterion}), LAWS, facts)
        for criterion in (left_out, never)
    )
    assert marks(one) == marks(other)
    assert (one.ranks, one.classes) == (other.ranks, other.classes)
    assert leaf.number not in held_criteria(one.scheme)


@pytest.mark.full
@examples(30)
@given(years(least=1))
def test_what_is_not_held_gives_nothing_and_takes_nothing(year):
    sheet = sheet_of(year)
    assessed = held_criteria(sheet.scheme)
    for number, criterion in sheet.scheme.criteria.items():
        area = next(area for area in sheet.scheme.areas if area.code == criterion.area)
        assert number not in assessed or (criterion.held and area.held)
        if number not in assessed:
            assert set(sheet.criteria[number].outcome) == {Outcome.NOT_APPLICABLE}
            assert set(sheet.criteria[number].reachable) == {0}


@pytest.mark.full
@examples(40)
@given(years(least=1, on_criteria=False))
def test_facts_of_alternatives_not_chosen_do_not_matter(year):
    scheme, facts = year
    sheet = sheet_of(year)
    for row in rows(sheet):
        others = not_chosen(scheme, facts, row)
        criteria = {
            number: replace(one, method="law.nought", **bare()) if number in others and one.is_leaf else one
            for number, one in scheme.criteria.items()
        }
        again = score(replace(scheme, criteria=criteria), LAWS, facts)
        assert again.mark(row, again.total) == sheet.mark(row, sheet.total)
        for code in sheet.areas:
            assert again.mark(row, again.at(code)) == sheet.mark(row, sheet.at(code))


@pytest.mark.full
@examples(40)
@given(years(least=1, methods=ALONE))
def test_a_class_without_conditions_is_the_first_whose_limit_the_exact_index_reaches(year):
    scheme, facts = year
    classes = [replace(one, each_area_from=None, each_criterion_from=None) for one in scheme.classes]
    sheet = score(replace(scheme, classes=tuple(classes)), METHODS, facts)
    for row in rows(sheet):
        index, place = sheet.mark(row, sheet.total).index, sheet.classes[row]
        if place >= 0:
            assert index >= classes[place].at_least
            assert all(index < higher.at_least for higher in classes[:place])


@pytest.mark.full
@examples(30)
@given(years(least=1, methods=ALONE), st.data())
def test_a_limit_just_above_an_index_is_not_reached_by_rounding(year, data):
    scheme, facts = year
    indices = [mark.index for mark in marks(sheet_of(year))["total"] if mark.index is not None]
    assume(indices)
    index = data.draw(st.sampled_from(indices))
    limits = {"just above": index + Fraction(1, 10**9), "there": index}
    for where, limit in limits.items():
        top = replace(scheme.classes[-1], name="Đạt", at_least=limit)
        sheet = score(replace(scheme, classes=(top, scheme.classes[-1])), METHODS, facts)
        for row in rows(sheet):
            if sheet.mark(row, sheet.total).index == index and sheet.classes[row] >= 0:
                assert sheet.classes[row] == (0 if where == "there" else 1)


@pytest.mark.full
@examples(25)
@given(years())
def test_scoring_is_pure(year):
    facts = told(year[1])
    first, second = sheet_of(year), sheet_of(year)
    assert marks(first) == marks(second)
    assert (list(first.ranks), list(first.classes)) == (list(second.ranks), list(second.classes))
    assert first.findings == second.findings
    assert told(year[1]) == facts


@pytest.mark.full
@examples(30)
@given(years(least=1))
def test_every_finding_is_a_contradiction_of_a_unit_that_is_there_or_an_unknown_best(year):
    sheet = sheet_of(year)
    names = Counter(unit.name for unit in sheet.table.units)
    for one in sheet.findings:
        if one.code == "peers-unknown":
            assert METHODS[sheet.scheme.criteria[one.place.criterion].method].peers
            assert set(one.args["units"]) <= {*names, "..."}
            continue
        assert one.code in ("fact-sum-negative", "fact-above-most", "fact-above-whole", "percent-above-100")
        assert names[one.place.unit] == 1
        row = next(row for row, unit in enumerate(sheet.table.units) if unit.name == one.place.unit)
        assert sheet.criteria[one.place.criterion].outcome[row] == Outcome.MISSING
        assert one.words("vi")
        assert one.words("en")


@pytest.mark.full
@examples(40)
@given(years(least=1), st.data())
def test_the_total_with_the_columns_of_all_other_leaves_given_is_that_of_the_sheet(year, data):
    sheet = sheet_of(year)
    held = [leaf for leaf in sheet.scheme.leaves if leaf.number in held_criteria(sheet.scheme)]
    assume(held)
    leaf = data.draw(st.sampled_from(held))
    others = {one.number: sheet.criteria[one.number] for one in sheet.scheme.leaves if one.number != leaf.number}
    assert total_with(sheet.scheme, METHODS[leaf.method], year[1], leaf, others) == sheet.total

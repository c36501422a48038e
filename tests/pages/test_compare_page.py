"""Two results side by side: the laws of a page, and that what every table shows adds up to its differences."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.engine import score
from cchc_score.explain.comparison import compare
from cchc_score.facts import table
from cchc_score.model import Ranking, Unit
from cchc_score.pages.compare_page import differences_page
from cchc_score.pages.compared_units import MOST
from cchc_score.results.differences import Differences
from cchc_score.results.scored import scored_stage
from tests.engine.schemes import RANKING, leaf, parent, scheme, scored
from tests.pages.page_laws import LANGUAGES, assert_page_holds, column
from tests.strategies import METHODS, examples, known_facts, schemes, units, years

NAMES = ("năm trước", "năm nay")
CAPPED = Ranking("none", "exact", "standard", "low", "cap")
WORDS = {
    "en": ("Points", "Index", "TOTAL", "cut at the maximum", "the reachable points changed"),
    "vi": ("Chênh điểm", "Chênh chỉ số", "TỔNG", "lấy bằng điểm tối đa", "mức điểm đạt được tối đa thay đổi"),
}
"""What stands above the columns of a unit's table, and in its lines that are no criteria."""


def stage_of(sheet):
    return scored_stage(sheet, METHODS, (), "cchc-score 0", ())


def differences(before, after, rows=None):
    """Two sheets compared: all units, or line by line for some rows of the sheet after."""
    return Differences(stage_of(before), stage_of(after), compare(before, after), tuple(rows or ()))


def printed(text, lang):
    """A number as it is printed."""
    return F(text.replace(".", "").replace(",", ".") if lang == "vi" else text.replace(",", ""))


def line_by_line(before, after):
    """The comparison of two sheets, for every unit that both have."""
    return differences(before, after, [move.row for move in compare(before, after).moves])


def tables_of_units(result, lang):
    """The tables of a comparison line by line, each with the unit's move."""
    sheets = differences_page(result, NAMES, lang).sheets
    return list(zip(sheets[: len(result.moves)], result.moves, strict=True))


def assert_adds_up(result, lang):
    """What the lines of a unit show is what its last line says, which is the difference of the printed sides."""
    points, index, total, *_ = WORDS[lang]
    for sheet, move in tables_of_units(result, lang):
        assert sheet.rows[-1][1] == total
        *shares, whole = [cell.value for cell in column(sheet, index)]
        *changes, change = [cell.value for cell in column(sheet, points)]
        assert sum((value for value in changes if value is not None), F(0)) == change
        before, after = (printed(cell.text, lang) for cell in sheet.cells[-1][2:4])
        assert change == after - before
        step = F(1, 10**result.points_decimals)
        assert abs(change - move.change) <= step
        assert (whole is None) == (move.index_change is None)
        assert "/" not in "".join(cell.text for row in sheet.cells for cell in row[2:])
        if whole is None:
            assert set(shares) <= {None}
        else:
            assert sum(filter(None, shares), F(0)) == whole
            assert abs(whole - move.index_change) <= F(1, 10**result.index_decimals)


@st.composite
def pairs_of_sheets(draw, **limits):
    """Two score sheets of any two schemes over units of which some stay, come, go, or are merged."""
    first, before = draw(years(most=4, **limits))
    second = draw(st.just(first) | schemes(**limits))
    listed = tuple(
        replace(unit, predecessors=draw(st.lists(st.sampled_from(["u0", "u1", "u9"]), max_size=2).map(tuple)))
        for unit in draw(units(0, 4))
    )
    after = table(listed, second.indicators, draw(known_facts(second, len(listed))))
    return score(first, METHODS, before), score(second, METHODS, after)


@pytest.mark.full
@examples(60)
@given(pair=pairs_of_sheets(), lang=st.sampled_from(LANGUAGES))
def test_the_laws_of_a_page_hold_for_all_units_and_line_by_line(pair, lang):
    assert_page_holds(differences_page(differences(*pair), NAMES, lang), lang)
    assert_page_holds(differences_page(line_by_line(*pair), NAMES, lang), lang)


@pytest.mark.full
@examples(80)
@given(pair=pairs_of_sheets(), lang=st.sampled_from(LANGUAGES))
def test_what_a_unit_shows_adds_up_to_its_total(pair, lang):
    assert_adds_up(line_by_line(*pair), lang)


@pytest.mark.full
@examples(60)
@given(pair=pairs_of_sheets(ranking=st.just(CAPPED)), lang=st.sampled_from(LANGUAGES))
def test_it_adds_up_where_the_total_is_capped(pair, lang):
    assert_adds_up(line_by_line(*pair), lang)


@pytest.mark.full
@examples(60)
@given(pair=pairs_of_sheets())
def test_the_criteria_named_beside_a_unit_add_up_to_its_difference(pair):
    result = differences(*pair)
    sheet = differences_page(result, NAMES, "en").sheets[0]
    assert len(sheet.rows) == len(result.moves)
    difference = [row[3].value for row in sheet.cells]
    for causes, change in zip(column(sheet, "By criteria (points)"), difference, strict=True):
        named = [F(words.split()[-1].replace(",", "")) for words in causes.text.split("; ") if words]
        assert sum(named, F(0)) == change


BONUS = scheme(
    leaf("1.1", 10, "given", points="n1"),
    leaf("2.1", 6, "given", points="grade"),
    outside={2: ("bonus", 6)},
    ranking=CAPPED,
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_above_100_is_cut_in_a_line_of_its_own(lang):
    result = line_by_line(scored(BONUS, {"n1": 9, "grade": 1}), scored(BONUS, {"n1": 9, "grade": 4}))
    assert_adds_up(result, lang)
    ((sheet, move),) = tables_of_units(result, lang)
    assert move.cut == -3
    assert [(row[0], row[1]) for row in sheet.rows] == [
        ("2.1", "Tiêu chí 2.1"),
        ("", WORDS[lang][3]),
        ("", WORDS[lang][2]),
    ]
    _, cut, total = sheet.cells
    assert [cell.text for cell in cut] == ["", WORDS[lang][3], "", "", "-3", "-30"]
    assert [cell.value for cell in cut[2:]] == [None, None, F(-3), F(-30)]
    assert [cell.value for cell in total[2:]] == [F(10), F(10), F(0), F(0)]


def test_with_above_100_kept_nothing_is_cut():
    kept = replace(BONUS, ranking=RANKING)
    result = line_by_line(scored(kept, {"n1": 9, "grade": 1}), scored(kept, {"n1": 9, "grade": 4}))
    assert_adds_up(result, "en")
    ((sheet, _),) = tables_of_units(result, "en")
    assert [row[1] for row in sheet.rows] == ["Tiêu chí 2.1", "TOTAL"]


AREA_CAP = scheme(
    leaf("1.1", 10, "given", points="n1"),
    leaf("1.2", 10, "ratio", part="n2", whole="n3", if_none="not_applicable"),
    leaf("2.1", 6, "given", points="grade"),
    outside={2: ("bonus", 2)},
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_caps_and_reachable_points_have_lines_of_their_own(lang):
    before = scored(AREA_CAP, {"n1": 5, "n2": 1, "n3": 2, "grade": 1})
    after = scored(AREA_CAP, {"n1": 5, "n2": 0, "n3": 0, "grade": 6})
    result = line_by_line(before, after)
    assert_adds_up(result, lang)
    ((sheet, _),) = tables_of_units(result, lang)
    shown = {row[1].text: [cell.value for cell in row[2:]] for row in sheet.cells}
    *_, total, cut, reachable = WORDS[lang]
    assert list(shown) == ["Tiêu chí 1.2", "Tiêu chí 2.1", cut, reachable, total]
    assert shown[cut] == [None, None, F(-4), F(-40)]
    assert shown[reachable] == [F(20), F(10), None, F(55)]
    assert shown[total] == [F(11), F(7), F(-4), F(15)]


def test_the_cut_is_named_beside_a_unit_too():
    before, after = (scored(BONUS, {"n1": 9, "grade": grade}) for grade in (1, 4))
    sheet = differences_page(differences(before, after), NAMES, "en").sheets[0]
    assert column(sheet, "By criteria (points)")[0].text == "2.1 +3; cut at the maximum -3"


@pytest.mark.parametrize(("lang", "others"), [("vi", "2 tiêu chí khác +2"), ("en", "2 others +2")])
def test_beyond_the_largest_the_criteria_stand_as_one_sum(lang, others):
    many = scheme(*(leaf(f"1.{place}", 9, "given", points="n1") for place in range(1, MOST + 3)))
    sheet = differences_page(differences(scored(many, {"n1": 1}), scored(many, {"n1": 2})), NAMES, lang).sheets[0]
    causes = sheet.rows[0][-2].split("; ")
    assert causes == [*(f"1.{place} +1" for place in range(1, MOST + 1)), others]


def test_without_an_index_on_one_side_there_is_no_difference_of_it():
    one = scheme(leaf("1.1", 10, "ratio", part="n2", whole="n3", if_none="not_applicable"))
    result = line_by_line(scored(one, {"n2": 0, "n3": 0}), scored(one, {"n2": 1, "n3": 2}))
    assert_adds_up(result, "en")
    ((sheet, _),) = tables_of_units(result, "en")
    assert [cell.text for cell in column(sheet, "Index")] == ["-", "-"]
    assert sheet.notes == ("Rank: - - 1; index: - - 50.00",)
    (row,) = differences_page(replace(result, rows=()), NAMES, "en").sheets[0].cells
    assert [(cell.text, cell.value) for cell in row[4:9]] == [
        ("-", None), ("50.00", F(50)), ("-", None), ("-", None), ("1", F(1)),
    ]  # fmt: skip


OLD = scheme(parent("1.1", 3, "sum", ["1.1.1", "1.1.2"]), leaf("1.1.1", 1, "given", points="n1"),
             leaf("1.1.2", 2, "given", points="n2"), leaf("1.2", 5, "given", points="grade"))  # fmt: skip
NEW = scheme(parent("1.1", 3, "sum", ["1.1.1", "1.1.3"]), leaf("1.1.1", 1, "given", points="n1"),
             leaf("1.1.3", 2, "given", points="n2"), leaf("1.2", 5, "given", points="grade"))  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_criteria_of_one_side_say_so_and_stand_in_a_table_of_their_own(lang):
    before, after = scored(OLD, {"n1": 1, "n2": 2, "grade": 3}), scored(NEW, {"n1": 1, "n2": 1, "grade": 3})
    result = line_by_line(before, after)
    assert_adds_up(result, lang)
    lines, only = differences_page(result, NAMES, lang).sheets
    assert [row[0] for row in lines.rows] == ["1.1.2 (A)", "1.1.3 (B)", ""]
    assert [row[2:4] for row in lines.rows[:2]] == [("2", "-"), ("-", "1")]
    assert only.rows == (("A", "1.1.2", "Tiêu chí 1.1.2", "2"), ("B", "1.1.3", "Tiêu chí 1.1.3", "2"))
    assert [row[3].value for row in only.cells] == [F(2), F(2)]
    common = "Tiêu chí chung" if lang == "vi" else "Common criteria"
    all_units = differences_page(differences(before, after), NAMES, lang)
    assert [cell.value for cell in column(all_units.sheets[0], common)] == [F(0)]
    assert all_units.data["criteria_only_in_a"] == ["1.1.2"]
    assert all_units.data["criteria_only_in_b"] == ["1.1.3"]


def test_a_criterion_of_one_side_is_shown_even_if_it_gives_nothing():
    result = line_by_line(scored(OLD, {"n1": 1, "n2": 0, "grade": 3}), scored(NEW, {"n1": 1, "n2": 0, "grade": 3}))
    ((sheet, _),) = tables_of_units(result, "en")
    assert [row[4] for row in sheet.rows] == ["0", "0", "0"]


def test_a_criterion_with_another_number_has_both():
    other = scheme(leaf("1.1", 9, "given", points="n1"), leaf("1.2", 9, "given", points="n2"))
    before, after = scored(other, {"n1": 1, "n2": 2}), scored(other, {"n1": 1, "n2": 2})
    found = compare(before, after, {"1.1": "1.2", "1.2": "1.1"})
    sheet = differences_page(Differences(stage_of(before), stage_of(after), found, (0,)), NAMES, "en").sheets[0]
    assert [row[0] for row in sheet.rows] == ["1.1 -> 1.2", "1.2 -> 1.1", ""]


ONE = scheme(leaf("1.1", 10, "given", points="n1"))


@pytest.mark.parametrize(
    ("lang", "gone", "new", "mean"),
    [
        ("vi", "Chỉ có ở A: Xã C.", "Chỉ có ở B: Xã D.", "A là trung bình của Xã A, Xã B"),
        ("en", "Only in A: Xã C.", "Only in B: Xã D.", "A is the mean of Xã A, Xã B"),
    ],
)
def test_units_of_one_side_and_merged_ones_are_told(lang, gone, new, mean):
    old = [Unit("a", "Xã A"), Unit("b", "Xã B"), Unit("c", "Xã C")]
    now = [Unit("ab", "Xã AB", predecessors=("a", "b")), Unit("d", "Xã D")]
    before = scored(ONE, {"n1": 4}, {"n1": 7}, {"n1": 2}, listed=old)
    after = scored(ONE, {"n1": 6}, {"n1": 1}, listed=now)
    page = differences_page(differences(before, after), NAMES, lang)
    assert page.notes[:2] == (gone, new)
    assert page.sheets[0].rows[0][-1] == mean
    assert (page.data["only_in_a"], page.data["only_in_b"]) == (["c"], ["d"])
    lines = differences_page(differences(before, after, [0]), NAMES, lang).sheets[0]
    assert lines.notes[1:] == (mean,)


@pytest.mark.parametrize(("lang", "word"), [("vi", "tạm tính"), ("en", "provisional")])
def test_what_is_missing_makes_a_unit_provisional(lang, word):
    before, after = scored(ONE, {}), scored(ONE, {"n1": 5})
    assert differences_page(differences(before, after), NAMES, lang).sheets[0].rows[0][-1] == word
    assert differences_page(differences(before, after, [0]), NAMES, lang).sheets[0].notes[1:] == (word,)
    assert differences_page(differences(after, after), NAMES, lang).sheets[0].rows[0][-1] == ""


def test_those_that_moved_most_in_rank_stand_first():
    before = scored(ONE, {"n1": 9}, {"n1": 8}, {"n1": 1})
    after = scored(ONE, {"n1": 7}, {"n1": 8}, {"n1": 10})
    sheet = differences_page(differences(before, after), NAMES, "en").sheets[0]
    assert [row[0] for row in sheet.rows] == ["Đơn vị 2", "Đơn vị 0", "Đơn vị 1"]
    assert [cell.value for cell in column(sheet, "Rank A")] == [3, 1, 2]
    assert [cell.value for cell in column(sheet, "Rank B")] == [1, 3, 2]


def test_only_the_chosen_units_are_in_the_tables_and_in_the_data():
    before, after = (scored(ONE, *({"n1": points} for points in row)) for row in ((1, 2, 3), (3, 2, 1)))
    page = differences_page(differences(before, after, [2]), NAMES, "en")
    assert [sheet.title for sheet in page.sheets] == ["Đơn vị 2 (u2)"]
    assert [unit["code"] for unit in page.data["units"]] == ["u2"]

"""Where bars end, ticks stand and lines lead: the geometry of pictures."""

from fractions import Fraction as F
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.look.bar_picture import PictureLine, bar, bars
from cchc_score.look.heat_picture import heat, heat_step
from cchc_score.look.picture_sizes import HEAD, MARGIN, along, pixels, view_box
from cchc_score.look.slope_picture import slope
from cchc_score.look.strip_picture import strip
from tests.strategies import examples

SHARES = st.fractions(min_value=-10, max_value=130, max_denominator=997)
NAMES = st.text(max_size=30)


def test_lengths_have_one_decimal_at_most():
    assert [pixels(F(n, 3)) for n in (1, 2, 3)] == ["0.3", "0.7", "1"]
    assert pixels(120) == "120"


@examples(60)
@given(SHARES, SHARES)
def test_a_longer_share_is_no_shorter_and_none_leaves_its_scale(one, other):
    low, high = sorted((one, other))
    assert 0 <= along(low, F(100), 150) <= along(high, F(100), 150) <= 150


def test_a_scale_of_nothing_has_no_length():
    assert along(F(1), F(0), 150) == 0


def test_a_bar_has_marks_for_what_there_is():
    made = bar(F(50), F(75), F(40), F(100), width=120)
    assert (made.length, made.ring, made.middle, made.best) == ("60", "90", "48", "120")
    assert (bar(F(50)).ring, bar(F(50)).middle, bar(F(50)).best) == (None, None, None)


@examples(40)
@given(st.lists(st.builds(PictureLine, NAMES, NAMES, SHARES), max_size=6))
def test_a_picture_of_bars_holds_all_its_lines(lines):
    made = bars("Chỉ số", lines)
    assert [line.label for line in made.lines] == [line.label for line in lines]
    assert all(HEAD < line.y < made.height for line in made.lines)
    assert all(float(line.bar.length) + made.bar_x < made.number_x < made.width for line in made.lines)
    assert all(later.y - line.y == 26 for line, later in pairwise(made.lines))


@examples(40)
@given(st.lists(SHARES, min_size=1, max_size=20), NAMES)
def test_every_share_has_a_tick_between_the_ends_of_its_strip(shares, name):
    ordered = sorted(shares)
    made = strip("Phân bố", [(name, "1,0", ordered, ordered[len(ordered) // 2])], [(F(0), "0%"), (F(100), "100%")])
    (line,) = made.lines
    assert all(made.left <= float(tick) <= made.right for tick in (*line.ticks, line.median))
    assert line.median in line.ticks
    assert [float(mark.x) for mark in made.marks] == [made.left, made.right]
    assert made.right < made.width


def test_tints_change_at_their_limits():
    assert [heat_step(F(share)) for share in (0, 49, 50, 64, 65, 79, 80, 89, 90, 100)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert heat_step(None) is None


def test_a_heat_picture_has_a_cell_for_each_number_below_its_head():
    made = heat(
        "Điểm", ["1", "2"], [("Xã A", [("1,0", F(95)), ("-", None)]), ("Xã B", [("0,5", F(10)), ("2", F(70))])], ["a"]
    )
    assert [[cell.step for cell in line.cells] for line in made.lines] == [[4, None], [0, 2]]
    assert all([cell.x for cell in line.cells] == [head.x for head in made.heads] for line in made.lines)
    assert made.lines[-1].y < made.notes[0].y < made.height


@examples(40)
@given(st.lists(st.tuples(NAMES, st.integers(1, 9), st.integers(1, 9)), max_size=7))
def test_a_slope_leads_from_rank_to_rank(moves):
    made = slope("Hạng", ("2024", "2025"), moves)
    for (_, old, new), line in zip(moves, made.lines, strict=True):
        assert line.way == ("up" if new < old else "down" if new > old else "same")
    starts = sorted(zip((line.start_y for line in made.lines), (move[1] for move in moves), strict=True))
    assert [rank for _, rank in starts] == sorted(move[1] for move in moves)
    assert len({line.start_y for line in made.lines}) == len(moves) == len({line.end_y for line in made.lines})
    assert all(line.start_y < made.height and line.end_y < made.height for line in made.lines)


def test_a_picture_alone_has_a_margin_and_one_on_a_page_no_room_for_its_title():
    made = bars("Chỉ số", [PictureLine("a", "1", F(1))])
    alone, within = view_box(made, True, "svg{}"), view_box(made, False, "")
    assert (alone.x, alone.y, alone.width) == (-MARGIN, -MARGIN, made.width + 2 * MARGIN)
    assert (within.x, within.width, within.y + within.height) == (0, made.width, made.height)
    assert 0 < within.y < made.lines[0].y - 13

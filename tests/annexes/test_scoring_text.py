"""The words of decisions about points, recognised or left alone; never taken for what they do not say."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.annexes.scoring_text import recognise
from cchc_score.points import plain
from tests.strategies import examples


def settings(text, most):
    rule = recognise([text], F(most), "c")
    return None if rule is None else (rule.method, dict(rule.settings))


@pytest.mark.parametrize(
    ("text", "most", "bands"),
    [
        ("Từ 90% trở lên: 2 điểm; từ 70% đến dưới 90%: 1 điểm; dưới 70%: 0", 2, "from 90 2, from 70 1, from 0 0"),
        ("Đạt 100%: 2 điểm; từ 80% đến dưới 100%: 1 điểm; dưới 80%: 0 điểm", 2, "from 100 2, from 80 1, from 0 0"),
        ("Trên 90%: 2 điểm; từ 70% đến 90%: 1 điểm; dưới 70%: 0 điểm", 2, "above 90 2, from 70 1, from 0 0"),
        (">= 98%: 3; >= 95%: 1,5; < 95%: 0", 3, "from 98 3, from 95 1.5, from 0 0"),
        ("Dưới 50%: 0 điểm; từ 50% trở lên: 0,5 điểm", "0.5", "from 50 0.5, from 0 0"),
    ],
)
def test_bands_in_their_usual_words(text, most, bands):
    listed = ", ".join("{{ {} = {}, points = {} }}".format(*band.split()) for band in bands.split(", "))
    assert settings(text, most) == (
        "bands", {"part": '"c_part"', "whole": '"c_whole"', "bands": f"[ {listed} ]", "if_none": '"zero"'},
    )  # fmt: skip


@examples(100)
@given(st.lists(st.integers(1, 100), min_size=1, max_size=4, unique=True), st.data())
def test_any_bands_come_out_of_the_words_that_say_them(limits, data):
    limits = sorted(limits, reverse=True)
    points = sorted((F(data.draw(st.integers(1, 20)), 4) for _ in limits), reverse=True)
    said = [f"từ {limits[0]}% trở lên: {plain(points[0]).replace('.', ',')} điểm"]
    for place in range(1, len(limits)):
        said.append(f"từ {limits[place]}% đến dưới {limits[place - 1]}%: {plain(points[place]).replace('.', ',')} điểm")
    said.append(f"dưới {limits[-1]}%: 0 điểm")
    method, found = settings("; ".join(said), points[0])
    wanted = [f"{{ from = {limit}, points = {plain(given)} }}" for limit, given in zip(limits, points, strict=True)]
    assert (method, found["bands"]) == ("bands", f"[ {', '.join([*wanted, '{ from = 0, points = 0 }'])} ]")


def test_so_much_for_each_up_to_the_maximum():
    text = "Mỗi sáng kiến được công nhận được 0,25 điểm, tối đa 1 điểm"
    assert settings(text, 1) == ("count", {"count": '"c_count"', "each": "0.25"})
    assert settings(text, 2) is None


def test_a_share_of_the_maximum_with_or_without_a_floor():
    plain_share = {"part": '"c_part"', "whole": '"c_whole"', "if_none": '"zero"'}
    assert settings("b/a x điểm tối đa", 3) == ("ratio", plain_share)
    assert settings("Điểm = (b/a) x điểm tối đa; b/a < 0,7 thì 0 điểm", 3) == (
        "ratio", {"part": '"c_part"', "whole": '"c_whole"', "zero_below": "70", "if_none": '"zero"'},
    )  # fmt: skip


def test_yes_or_no():
    rule = recognise(["Ban hành kịp thời: 1 điểm; không: 0"], F(1), "c")
    assert (rule.method, rule.kind, rule.asks) == ("options", "yes_no", (("done", "Ban hành kịp thời"),))
    assert dict(rule.settings)["points"] == "{ yes = 1, no = 0 }"


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("", 1),
        ("Hội đồng xem xét, cho điểm", 2),
        ("Ban hành kịp thời: 1 điểm; ban hành muộn: 0,5 điểm; không ban hành: 0", 1),
        ("Từ 90% trở lên: 3 điểm; từ 70% đến dưới 90%: 1 điểm; dưới 70%: 0", 2),
        ("Từ 90% trở lên: 2 điểm; từ 70% đến dưới 90%: 1 điểm; dưới 60%: 0", 2),
        ("Từ 90% trở lên: 2 điểm; hoàn thành muộn: 1 điểm", 2),
        ("Ban hành: 0,5 điểm; không: 0", 1),
        ("Tỷ lệ vượt: 1 điểm + phần vượt x 0,5 điểm; không vượt: 0", 1),
        ("Có sáng kiến: 1 điểm; không phát sinh: 0", 1),
        ("Chỉ khi có kế hoạch: 1 điểm; không: 0", 1),
        ("Chỉ chấm khi có kế hoạch; trường hợp khác: 0 điểm; Đã họp: có: 1 điểm; không: 0 điểm", 1),
        ("Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm; không phát sinh: 1 điểm", 2),
        ("Từ 5 trở lên: 2 điểm; từ 50% đến dưới 90%: 1 điểm", 2),
    ],
)
def test_other_words_are_left_to_the_evaluator(text, most):
    assert settings(text, most) is None


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("Từ 4 trở lên: 0,5 điểm; dưới 4: 0 điểm", "0.5", ("bands", "value", "[ { from = 4, points = 0.5 }, { from = 0, points = 0 } ]")),
        ("A cao hơn B: 3 điểm; bằng: 1,5 điểm; thấp hơn: 0 điểm", 3, ("compared", "equal", "1.5")),
        ("Số vụ: 2 điểm, mỗi đơn vị tính trừ 0,5 điểm, từ 0 đến 2 điểm", 2, ("count", "each", "-0.5")),
        ("A / B x 2 điểm; dưới 70%: 0 điểm; từ 95% trở lên: đủ điểm; không phát sinh (B = 0): điểm tối đa", 2, ("ratio", "full_from", "95")),
        ("A / B x 2 điểm; không phát sinh (B = 0): không áp dụng", 2, ("ratio", "if_none", '"not_applicable"')),
        ("Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm; trong năm không phát sinh: 2 điểm", 2, ("bands", "if_none", '"full"')),
        ("Ngày ban hành: đến hết ngày 15/01/2023: 1 điểm; muộn hơn: 0,5 điểm; không có: 0 điểm", 1, ("deadline", "steps", "[ { by = 2023-01-15, points = 1 } ]")),
    ],
)  # fmt: skip
def test_the_words_in_which_an_annex_is_printed(text, most, found):
    method, key, value = found
    recognised, given = settings(text, most)
    assert (recognised, given[key] if key != "value" else given["bands"]) == (method, value)


def test_a_limit_that_may_be_a_thousand_or_one_is_no_band():
    assert settings("Từ 1.000 trở lên: 1 điểm; từ 500 đến dưới 1.000: 0,5 điểm; dưới 500: 0", 1) is None

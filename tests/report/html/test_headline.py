"""The sentence that a leader reads first says what is so, also of few units, of ties, of groups."""

from dataclasses import replace

import pytest

from cchc_score.report.html.area_names import short_names, within_sentence
from cchc_score.report.html.headline import figures, lede, over_line, title_sentence
from cchc_score.results.ranked_units import RankingLine, ranking
from tests.report.html.made import example
from tests.results.years import FINAL


def lines(*ranked, group=""):
    """Lines of units with ranks and indices."""
    units = FINAL.sheet.table.units
    return tuple(
        RankingLine(row, replace(units[0], name=f"Xã {row}"), group, rank, index)
        for row, (rank, index) in enumerate(ranked)
    )


def said(*ranked, lang="vi", **group):
    result = replace(ranking(FINAL), lines=lines(*ranked, **group))
    return title_sentence(result, lang).partition(";")[0]


@pytest.mark.full
def test_the_sentence_of_a_published_year():
    result = example("lam-dong-2025").ranking
    wanted = "Xã Tuyên Quang dẫn đầu với 88,98%; đơn vị đứng giữa đạt 74,8%, mất nhiều điểm nhất ở chỉ đạo điều hành"
    assert title_sentence(result, "vi") == wanted
    assert [figure.number for figure in figures(result, "vi")] == [
        "88,98%",
        "73,90%",
        "55,70%",
        "26 · 80 · 18 · 0",
        "−14,11",
    ]
    assert lede(result, "vi").endswith("2 đơn vị có mức tối đa khác 99 điểm vì có tiêu chí không tính cho đơn vị đó.")
    assert over_line(result, "en").endswith("· 124 units · final")


@pytest.mark.parametrize(
    ("ranked", "words"),
    [
        (((1, "90.5"), (2, "80.00")), "Xã 0 dẫn đầu với 90,5%"),
        (((1, "90.5"), (1, "90.5")), "Xã 0 và Xã 1 cùng dẫn đầu với 90,5%"),
        (((1, "90.5"),) * 3, "3 đơn vị cùng dẫn đầu với 90,5%"),
        (((1, "90.5"),), "Xã 0 đạt 90,5%"),
        (((None, "90.5"),), "Chưa đơn vị nào có hạng"),
        ((), "Chưa đơn vị nào có hạng"),
    ],
)
def test_who_leads(ranked, words):
    assert said(*ranked) == words


def test_groups_have_their_own_leaders():
    two = (*lines((1, "90"), (2, "80"), group="xã"), *lines((1, "70"), group="phường"))
    result = replace(ranking(FINAL), lines=two)
    assert title_sentence(result, "vi").startswith("Dẫn đầu: Xã 0 (xã), Xã 0 (phường)")


def test_names_of_areas_are_short_and_tell_each_other_apart():
    scheme = example("hoang-hoa-2023").scored.sheet.scheme
    assert list(short_names(scheme, "vi").values()) == [
        "Chỉ đạo, điều hành",
        "Thể chế",
        "Thủ tục hành chính",
        "Tổ chức bộ máy",
        "Chế độ công vụ",
        "Tài chính công",
        "Chính quyền điện tử",
    ]
    alike = replace(scheme, areas=tuple(replace(area, name="Cải cách thể chế chung") for area in scheme.areas))
    assert set(short_names(alike, "vi").values()) == {"Cải cách thể chế chung"}


def test_a_name_within_a_sentence_keeps_its_abbreviation():
    assert (within_sentence("Thể chế"), within_sentence("TTHC và cơ chế"), within_sentence("")) == (
        "thể chế",
        "TTHC và cơ chế",
        "",
    )

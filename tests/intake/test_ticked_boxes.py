"""Boxes that people tick: one answer, or none that could be meant."""

import pytest

from cchc_score.intake.printed_values import Unreadable, parse_fact
from cchc_score.intake.ticked_boxes import ticked_answer
from cchc_score.model import Answer, Indicator, Option

ANSWERS = {
    "☒": "có", "☑": "có", "✓": "có", " ✔ ": "có",
    "☒ Có ☐ Không": "Có", "☐ Có\n☒ Không": "Không", "Có ☐ Không ☒": "Không", "☐Có; ☑ Không.": "Không",
    "[x]": "có", "[ X ] Có [ ] Không": "Có", "[] Có [v] Không": "Không", "Có (x) Không ( )": "Có", "(√) Có () Không": "Có",
    "[ ]": None, "[x] Có [x] Không": None, "[ ] Có [ ] Không": None, "[5]": "[5]", "Mức (v)": "Mức (v)", "x": "x",
    "☒ Trực tuyến": "Trực tuyến", "Không": "Không", "1": "1",
    "☐": None, "☐ Có ☐ Không": None, "☒ Có ☒ Không": None, "☒ ☐": None, "Có ☒ Không": None, "✓✓": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), ANSWERS.items())
def test_the_words_of_the_one_ticked_box_are_the_answer(text, answer):
    assert ticked_answer(text) == answer


LEGEND = (Answer(0, "no", "Chưa vận hành"), Answer(1, "yes", "Đã vận hành"))


@pytest.mark.parametrize(
    ("text", "value"), [("☒", True), ("☐ Có ☒ Không", False), ("Đã vận hành", True), ("☐ Đã vận hành ☒ Chưa vận hành", False)]
)  # fmt: skip
def test_a_row_of_yes_and_no_is_ticked(text, value):
    assert parse_fact(Indicator("board", "Niêm yết", kind="yes_no"), text, LEGEND) is value


@pytest.mark.parametrize("text", ["☐", "☐ Có ☐ Không", "✗"])
def test_what_is_not_ticked_is_no_answer(text):
    with pytest.raises(Unreadable) as fault:
        parse_fact(Indicator("board", "Niêm yết", kind="yes_no"), text, LEGEND)
    assert fault.value.code == "value-yes-no"


def test_an_option_is_ticked_by_its_name_or_the_words_of_the_legend():
    way = Indicator("way", "Cách", kind="option", options=(Option("online", "Trực tuyến"), Option("paper", "Phiếu")))
    legend = (Answer(0, "online", "Qua mạng"), Answer(1, "paper", "Phát phiếu"))
    assert parse_fact(way, "☐ Trực tuyến ☒ Phiếu", legend) == "paper"
    assert parse_fact(way, "☒ Qua mạng ☐ Phát phiếu", legend) == "online"


def test_a_count_is_never_ticked():
    with pytest.raises(Unreadable):
        parse_fact(Indicator("tasks", "Nhiệm vụ"), "☒ 5")

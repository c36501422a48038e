"""Every rule of a ranking has its line in the annex, in both languages."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest

from cchc_score.annexes.ranking_words import ranking_lines
from cchc_score.model import ClassLimit, LimitByAnswer, Printed
from tests.engine.schemes import OPEN, RANKING, leaf, scheme
from tests.strategies import ref

SMALL = scheme(leaf("1.1", 2, "given", points="n1"), classes=())


def ranked(**changes):
    """The small scheme with another ranking."""
    return replace(SMALL, ranking=replace(RANKING, **changes))


@pytest.mark.parametrize(
    ("one", "vi", "en"),
    [
        (SMALL, "Làm tròn: điểm từng tiêu chí đến 2 chữ số thập phân, từ 5 trở lên thì làm tròn lên.",
         "Rounding: points of each criterion, half up to 2 decimals."),
        (replace(SMALL, rounding="never"), "Làm tròn: điểm không làm tròn khi tính, chỉ khi in.",
         "Rounding: points are rounded in print alone."),
        (SMALL, "Đơn vị được chấm: tồn tại vào ngày 31/12/2023.", "Units: those that exist on 31/12/2023."),
        (ranked(units_on=date(2023, 6, 30)), "Đơn vị được chấm: tồn tại vào ngày 30/06/2023.",
         "Units: those that exist on 30/06/2023."),
        (SMALL, "Xếp hạng: chung mọi đơn vị, theo chỉ số chính xác.",
         "Ranking: all units together, by the exact index."),
        (replace(ranked(group_by="kind", compare="published"), printed=Printed(2, 3)),
         "Xếp hạng: riêng từng loại đơn vị, theo chỉ số làm tròn đến 3 chữ số thập phân.",
         "Ranking: each kind of units by itself, by the index rounded to 3 decimals."),
        (SMALL, "Bằng nhau: cùng hạng, hạng sau bỏ cách (1, 1, 3).", "Ties: one rank, the next left out (1, 1, 3)."),
        (ranked(ties="dense"), "Bằng nhau: cùng hạng, hạng sau liền kề (1, 1, 2).",
         "Ties: one rank, then the next (1, 1, 2)."),
        (ranked(ties="list"), "Bằng nhau: theo thứ tự danh sách đơn vị.", "Ties: in the order of the list of units."),
        (SMALL, "Thiếu số liệu: xếp hạng theo điểm đã chắc chắn.",
         "Missing figures: ranked by the points that are certain."),
        (ranked(incomplete="unranked"), "Thiếu số liệu: không xếp hạng, không xếp loại.",
         "Missing figures: neither a rank nor a class."),
        (replace(SMALL, classes=(ClassLimit("Tốt", F(80), F(50), F("12.5")), OPEN)),
         "Xếp loại: Tốt: từ 80, mỗi lĩnh vực từ 50%, mỗi tiêu chí từ 12,5%; Còn lại: từ 0.",
         "Classes: Tốt: from 80, each area from 50%, each criterion from 12.5%; Còn lại: from 0."),
        (replace(SMALL, classes=(ClassLimit("Tốt", F(70), by_answer=LimitByAnswer(ref("flag"), {"yes": F(70), "no": F(80)})),)),
         "Xếp loại: Tốt: từ có 70, không 80.", "Classes: Tốt: from yes 70, no 80."),
    ],
)  # fmt: skip
def test_a_rule_of_the_ranking_is_told(one, vi, en):
    assert vi in ranking_lines(one, "vi")
    assert en in ranking_lines(one, "en")


@pytest.mark.parametrize(
    ("above", "vi", "en"), [("keep", "được quá 100", "may pass"), ("cap", "không được quá 100", "may not pass")]
)
def test_a_bonus_says_whether_it_may_lead_above_100(above, vi, en):
    bonus = scheme(
        leaf("1.1", 2, "given", points="n1"), leaf("2.1", 1, "given", points="n2"), outside={2: ("bonus", F(1))}
    )
    bonus = replace(bonus, ranking=replace(RANKING, above_100=above))
    assert any(line.endswith(f"; có điểm thưởng thì {vi}.") for line in ranking_lines(bonus, "vi"))
    assert any(f"; with a bonus it {en} 100." in line for line in ranking_lines(bonus, "en"))
    assert not any("bonus" in line for line in ranking_lines(SMALL, "en"))

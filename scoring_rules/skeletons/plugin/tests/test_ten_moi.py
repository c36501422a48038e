# vi: Chạy: python -m pytest
# en: Run: python -m pytest
"""Laws and golden cases of this plugin."""

from pathlib import Path

from cchc_ten_moi import kept

from cchc_score.testing import check_laws, run_cases

SCHEME = Path(__file__).parents[1] / "thi-du.toml"


# vi: Mọi luật của một phương pháp chấm điểm, với quy tắc và số liệu ngẫu nhiên: từ 0 đến tối đa, chính xác, ...
# en: All laws of a way of giving points, with random rules and figures: from 0 to the maximum, exact, ...
def test_laws():
    check_laws(kept)


# vi: Mọi trường hợp mẫu trong thi-du.cases.toml.
# en: All golden cases in thi-du.cases.toml.
def test_cases():
    assert run_cases(SCHEME) == 6

"""The word most like another one is found among thousands as among few, by looking at a bounded number of them."""

import pytest

from cchc_score.intake.near_words import FEW, MOST_COMPARED, MOST_SEEN, NearWords
from cchc_score.text import nearest

MANY = [f"Phường Số {number} Một" for number in range(5_000)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Phương Số 4321 Một", "Phường Số 4321 Một"),
        ("phường số 77 môt", "Phường Số 77 Một"),
        ("Phường Số 1234", "Phường Số 1234 Một"),
        ("Hoằng Cat", "Hoằng Cát"),
        ("10O27", "10027"),
        ("something else", ""),
        ("", ""),
    ],
)
def test_a_misspelt_name_is_found_among_thousands(written, meant):
    assert NearWords([*MANY, "Hoằng Cát", "10027"]).nearest(written) == meant


def test_few_words_are_all_compared():
    # Half alike without two letters in a row in common: only a comparison with every word finds it.
    words = ["abcdefghi", *("z" * count for count in range(20, 20 + FEW - 1))]
    assert nearest("axcxexgxi", words) == ""
    assert [NearWords(words).nearest(word) for word in ("abcdefghj", "zz")] == ["abcdefghi", nearest("zz", words)]


def test_of_words_equally_near_the_same_one_is_offered_in_every_order_of_letters():
    words = NearWords([f"{name} {number}" for name in ("An", "Bình") for number in range(500)])
    assert {words.nearest("An 1234") for _ in range(3)} == {words.nearest("An 1234")}


def test_words_that_all_share_every_piece_cost_no_more_than_a_bounded_number():
    words = NearWords(["Xã Một"] * (MOST_SEEN + 1))
    assert list(words._seen("Xã Một")) == []
    assert len(set(NearWords(MANY)._seen("Phương Số 4321 Một"))) <= MOST_SEEN
    assert MOST_COMPARED < MOST_SEEN

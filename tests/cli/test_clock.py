"""What people write for a day or an hour on the command line."""

from datetime import date, datetime

import pytest

from cchc_score.cli.clock import moment_asked
from cchc_score.cli.command import WrongWord

HOUR = datetime(2023, 12, 15, 16, 5)


@pytest.mark.parametrize(
    ("word", "moment"),
    [
        ("15/12/2023", date(2023, 12, 15)),
        ("2023-12-15", date(2023, 12, 15)),
        ("15/12/2023 16:05", HOUR),
        ("2023-12-15T16:05", HOUR),
        ("2023-12-15 16:05:00", HOUR),
        ("16:05 15/12/2023", HOUR),
        ("16h05 ngày 15/12/2023", HOUR),
        ("16 giờ 05 15/12/2023", HOUR),
        ("17h 15/12/2023", datetime(2023, 12, 15, 17)),
    ],
)
def test_a_moment(word, moment):
    assert moment_asked(word) == moment
    assert type(moment_asked(word)) is type(moment)


@pytest.mark.parametrize("word", ["mai", "25:00 15/12/2023", "15/12/2023 16:60", "16:05", "31/02/2023 16:05", "h"])
def test_what_is_no_moment_is_a_wrong_word(word):
    with pytest.raises(WrongWord):
        moment_asked(word)


def test_without_a_word_it_is_now():
    assert isinstance(moment_asked(""), datetime)
    assert moment_asked("").tzinfo is None

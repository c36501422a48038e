"""What counts as read in a cell: of two engines that disagree the first is kept, and in doubt."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.scans.cell_reading import NOTHING, PictureReading, reading_of

SIGNS = st.text("0123456789.,% ", max_size=6).map(str.strip)


def cell(**said):
    """A cell as the other process tells it."""
    return {"png": "", **said}


def test_engines_that_agree_are_believed_whatever_spaces_they_see():
    assert reading_of(cell(line=["1 340", 99.0], digits=["1340", 50.0])).doubt == ""


def test_a_disagreement_names_both():
    reading = reading_of(cell(line=["81,36", 99.0], digits=["61,36", 95.0]))
    assert (reading.text, reading.doubt) == ("81,36", "scan-differs")
    assert reading.args == {"text": "81,36", "other": "61,36"}


def test_a_figure_that_only_one_engine_reads_is_in_doubt():
    assert reading_of(cell(line=["1", 99.0], digits=["", 0.0])).args["other"] == NOTHING


def test_an_engine_that_is_not_sure_leaves_a_doubt():
    assert reading_of(cell(line=["7", 60.0], digits=["7", 95.0])).doubt == "scan-unsure"
    assert reading_of(cell(words=["một dòng dài", 40.0])).doubt == "scan-unsure"


def test_words_are_compared_without_accents_and_kept_with_them():
    assert reading_of(cell(line=["Khong", 95.0], words=["Không", 95.0])) == PictureReading(
        "Không", "", {"text": "Không"}
    )
    assert reading_of(cell(line=["Co", 95.0], words=["Không", 95.0])).doubt == "scan-differs"


def test_ink_that_nobody_can_read_is_no_text():
    assert reading_of(cell(words=["", 0.0])).text == ""


@given(SIGNS, SIGNS, st.floats(0, 100))
def test_what_is_believed_was_read_by_both_and_surely(first, second, sure):
    reading = reading_of(cell(line=[first, sure], digits=[second, sure]))
    agreed = first.replace(" ", "") == second.replace(" ", "") and sure >= 90
    assert (reading.doubt == "") is agreed
    assert reading.text == first

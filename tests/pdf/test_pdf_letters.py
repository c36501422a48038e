"""Letters of a page as text: marks find their letters, words their spaces, whatever order they were drawn in."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_score.pdf.pdf_letters import Letter, brightness, composed, letter_of, text_lines, text_of, upright
from cchc_score.pdf.pdf_seen import struck_letters

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
WORDS = st.text(st.sampled_from(VIETNAMESE + VIETNAMESE.upper()), min_size=1, max_size=8)


def drawn(text, marks="after", turn=0):
    """A line of text as letters of 6 points width, marks apart; at the end of the line where they come 'late'."""
    found, late = [], []
    for at, char in enumerate(text):
        base, *own = unicodedata.normalize("NFD", char)
        x = 6.0 * at
        found.append((base, x, x + 6))
        (late if marks == "late" else found).extend(
            (mark, x + 2, x + 4) for mark in (reversed(own) if marks == "mixed" else own)
        )
    return [
        Letter(text=text, x0=x0, top=10, x1=x1, bottom=20, size=10, order=order, turn=turn)
        for order, (text, x0, x1) in enumerate([*found, *late], 1)
    ]


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["after", "late", "mixed"]))
def test_split_letters_are_whole_again(words, marks):
    text = " ".join(words)
    assert text_of(drawn(text, marks))[0] == text
    assert unicodedata.is_normalized("NFC", text_of(drawn(text, marks))[0])


@given(WORDS, st.permutations(range(3)))
def test_marks_are_composed_in_any_order(word, order):
    apart = "".join(
        base + "".join(marks[at] for at in order if at < len(marks))
        for base, *marks in (unicodedata.normalize("NFD", char) for char in word)
    )
    assert composed(apart) == word


@given(WORDS, st.integers(0, 3))
def test_text_in_any_direction_reads_the_same(word, turn):
    def back(letter):
        left, top, right, bottom = letter.x0, letter.top, letter.x1, letter.bottom
        box = {
            0: (left, top, right, bottom),
            1: (top, -right, bottom, -left),
            2: (-right, -bottom, -left, -top),
            3: (-bottom, left, -top, right),
        }[turn]
        return Letter(letter.text, *box, letter.size, letter.order, turn)

    letters = [back(letter) for letter in drawn(word)]
    assert text_of(letters)[0] == word
    assert [upright(letter).x0 for letter in letters] == [letter.x0 for letter in drawn(word)]


def test_gaps_part_words_and_far_ones_part_texts():
    near = [Letter("a", 0, 0, 5, 10, 10, 1), Letter("b", 5.5, 0, 10, 10, 10, 2), Letter("c", 13, 0, 18, 10, 10, 3)]
    far = Letter("d", 80, 0, 85, 10, 10, 4)
    (line,) = text_lines([*near, far])
    assert line.text == "ab c d"
    assert [piece.text for piece in line.pieces()] == ["ab c", "d"]


def test_how_bright_ink_is():
    assert [brightness(colour) for colour in (None, (0,), (1,), 1, (1, 1, 1), (1, 0, 0), (0, 0, 0, 0), (0, 0, 0, 1))] == [
        0, 0, 1, 1, 1, 0, 1, 0,
    ]  # fmt: skip
    assert brightness(("/P1",)) == 0


@given(st.floats(-2, 2), st.floats(-0.5, 1.2))
def test_a_line_strikes_a_letter_by_where_the_letter_stands_whatever_box_its_font_gives(lift, high):
    # Fonts of some programs say that their letters go nowhere below the line on which they stand.
    one = Letter("5", 10, 90 + lift, 16, 101 + lift, 11, 1, base=100)
    y = 100 - 11 * high
    edge = {"orientation": "h", "x0": 9, "x1": 17, "top": y}
    struck, striking = struck_letters([one], [edge])
    assert bool(struck) == bool(striking) == (0.1 * 11 <= 100 - y <= 0.55 * 11)


def test_a_letter_of_a_page_stands_on_its_line():
    char = {
        "text": "a",
        "x0": 1,
        "x1": 5,
        "top": 40,
        "bottom": 50,
        "y0": 742,
        "y1": 752,
        "matrix": (1, 0, 0, 1, 1, 744),
    }
    assert letter_of(char).base == 48

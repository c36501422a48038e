"""Letters of TCVN3 and VNI: each Vietnamese letter comes back, and Unicode is never taken for either."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.legacy_text import (
    CODES,
    ENCODINGS,
    decode,
    encode,
    font_encoding,
    guess,
    is_coded,
    looks_coded,
    shows_capitals,
)

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
CAPITALS = [letter.upper() for letter in SMALL]
PLAIN = "bcdfghjklmnpqrstvwxz0123456789 .,;:()/%-+"
words = st.text(st.sampled_from([*SMALL, *PLAIN]), max_size=60)
# A vowel of Unicode that is also a sign of the encoding makes a text that may be either.
TEXT = "Tổng số hồ sơ tiếp nhận trong kỳ; số người tham dự hội nghị; đã ban hành kế hoạch"


def test_all_vietnamese_letters_are_meant():
    assert len(set(SMALL)) == 73
    assert set(CODES["vni"]) >= {letter for letter in (*SMALL, *CAPITALS) if not letter.isascii()}
    assert set(CODES["tcvn3"]) == {letter for letter in SMALL if not letter.isascii()} | set("ĂÂĐÊÔƠƯ")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_two_letters_are_written_alike(encoding):
    assert len(set(CODES[encoding].values())) == len(CODES[encoding])


@given(st.sampled_from(sorted(ENCODINGS)), words)
def test_a_text_in_small_letters_comes_back(encoding, text):
    assert decode(encode(text, encoding), encoding) == text


@given(st.text(st.sampled_from([*CAPITALS, *PLAIN.upper()]), max_size=60))
def test_a_text_in_capitals_comes_back_from_vni(text):
    assert decode(encode(text, "vni"), "vni") == text


@given(words)
def test_a_text_in_capitals_comes_back_from_a_font_of_capitals(text):
    """TCVN3 has no capitals with a tone: .VnTimeH shows small letters as capitals."""
    assert decode(encode(text, "tcvn3"), "tcvn3", capitals=True) == text.upper()
    for letter in "ĂÂĐÊÔƠƯ":
        assert decode(encode(letter, "tcvn3"), "tcvn3") == letter


def test_letters_that_some_keyboards_wrote_in_two_signs_are_read():
    assert decode("KIØ, kyï, chiùnh", "vni") == "KÌ, kỵ, chính"


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=words)
def test_letters_of_symbol_fonts_are_the_same(encoding, text):
    coded = encode(text, encoding)
    symbols = "".join(chr(0xF000 + ord(char)) if "\xa1" <= char <= "\xff" else char for char in coded)
    assert decode(symbols, encoding) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_is_known_by_its_words(encoding):
    coded = encode(TEXT, encoding)
    assert is_coded(coded)
    assert guess([coded]) == encoding
    assert looks_coded(coded.split(";")[0], encoding)
    assert decode(coded, encoding) == TEXT


@pytest.mark.parametrize(
    "text",
    [TEXT, TEXT.upper(), unicodedata.normalize("NFD", TEXT), "Có, không, là, và, cá, quý, hòa", "Résumé à Genève, naïve, garçon",
     "", "1.340", "ÁÀÃ", "ß", "Müller & Söhne, Köln"],
)  # fmt: skip
def test_unicode_is_taken_for_neither(text):
    assert guess([text] * 5) is None


@given(st.lists(words))
def test_whatever_is_in_unicode_stays(texts):
    for text in texts:
        unicode = [word for word in text.split() if any(char > "\xff" for char in word)]
        assert [decode(word, "tcvn3") for word in unicode] == unicode


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [(".VnTime", "tcvn3", False), (".VnTimeH", "tcvn3", True), (".vnArial", "tcvn3", False), ("VNI-Times", "vni", False),
     ("VNI Times", "vni", False), ("VNI-Helve-CondenseH", "vni", False), ("Times New Roman", None, False),
     ("Vnitimes", None, False), ("", None, False)],
)  # fmt: skip
def test_fonts_are_known_by_their_names(font, encoding, capitals):
    assert (font_encoding(font), shows_capitals(font)) == (encoding, capitals)

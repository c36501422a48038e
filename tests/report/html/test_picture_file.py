"""Pictures alone: whole, of one size, with every letter of Vietnamese, the same on every machine."""

import io
import sys
import unicodedata
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageFont

from cchc_score.errors import WriteError
from cchc_score.report.html.picture_file import FIRST, ZOOM, picture_png, picture_svg
from cchc_score.results.year_report import PICTURES
from tests.report.html.made import example

SVG = "{http://www.w3.org/2000/svg}"
TONES = "\u0300\u0309\u0303\u0301\u0323"


def one_unit(name="lam-dong-2025", row=0):
    return replace(example(name), rows=(row,))


def drawn(picture, lang="vi"):
    report = one_unit() if picture == "commune" else example("lam-dong-2025")
    return picture_svg(report, picture, lang), picture_png(report, picture, lang)


@pytest.mark.full
@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_whole_and_its_png_twice_as_large(picture):
    svg, png = drawn(picture)
    root = ElementTree.fromstring(svg)
    width, height = int(root.get("width")), int(root.get("height"))
    assert root.get("viewBox").split()[2:] == [str(width), str(height)]
    assert root.get("aria-label")
    image = Image.open(io.BytesIO(png))
    assert image.size == (width * ZOOM, height * ZOOM)
    assert image.convert("L").getextrema()[0] < 80
    assert (svg, png) == drawn(picture)


@pytest.mark.full
def test_texts_lie_within_the_picture():
    root = ElementTree.fromstring(drawn("ranking")[0])
    left, top, width, height = map(int, root.get("viewBox").split())
    for text in root.iter(f"{SVG}text"):
        assert left <= float(text.get("x")) <= left + width
        assert top <= float(text.get("y")) <= top + height


@pytest.mark.full
def test_of_many_units_the_first_are_shown_and_of_chosen_ones_all():
    names = [text.text for text in ElementTree.fromstring(drawn("ranking")[0]).iter(f"{SVG}text")]
    assert sum(name is not None and ". " in name for name in names) == FIRST
    some = replace(example("lam-dong-2025"), rows=tuple(range(30)))
    names = [text.text for text in ElementTree.fromstring(picture_svg(some, "ranking", "vi")).iter(f"{SVG}text")]
    assert sum(name is not None and ". " in name for name in names) == 30


def test_every_letter_of_vietnamese_is_in_the_letters():
    from importlib.resources import files

    import fontpkg_be_vietnam_pro

    vowels = "aăâeêioôơuưy"
    letters = {"đ"} | {unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in ("", *TONES)}
    letters |= {letter.upper() for letter in letters}
    assert len(letters) == 2 * (12 * 6 + 1)
    for weight in ("Regular", "SemiBold"):
        with files(fontpkg_be_vietnam_pro).joinpath("files", f"BeVietnamPro-{weight}.ttf").open("rb") as file:
            font = ImageFont.truetype(io.BytesIO(file.read()), 30)
        absent = bytes(font.getmask("\ue123"))
        assert not [letter for letter in letters if bytes(font.getmask(letter)) == absent]


@pytest.mark.full
def test_without_what_draws_it_a_png_is_refused_in_words(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(WriteError) as refused:
        picture_png(one_unit(), "commune", "vi")
    assert "cchc-score[html]" in refused.value.findings[0].words("vi")

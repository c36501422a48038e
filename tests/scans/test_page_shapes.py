"""What numpy alone can show: skew is found and taken out, lines become cells, specks are no writing."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from cchc_score.scans.cell_pictures import cell_pictures, inked_page, png
from cchc_score.scans.ruled_cells import ruled_tables, rules_of
from cchc_score.scans.straight_page import flattened, ink_of, skew_of, straightened

SIZE = (1400, 1000)


def drawn(columns=(100, 400, 1200), rows=(100, 200, 320, 420), skip=(), paper=255, marks=()):
    """A page with a ruled table; `skip` are lines that are left out, as ('row', 1, from, to)."""
    page = Image.new("L", SIZE, paper)
    draw = ImageDraw.Draw(page)
    for x in columns:
        draw.line((x, rows[0], x, rows[-1]), fill=0, width=4)
    for y in rows:
        draw.line((columns[0], y, columns[-1], y), fill=0, width=4)
    for left, top, right, bottom in skip:
        draw.rectangle((left, top, right, bottom), fill=paper)
    for left, top, right, bottom in marks:
        draw.rectangle((left, top, right, bottom), fill=0)
    return np.asarray(page)


def tables(page):
    """The tables of a page."""
    return ruled_tables(rules_of(ink_of(page)))


def test_lines_make_cells_in_rows_and_columns():
    (table,) = tables(drawn())
    assert table.cells == ((0, 0, 0, 0), (0, 1, 0, 1), (1, 0, 1, 0), (1, 1, 1, 1), (2, 0, 2, 0), (2, 1, 2, 1))


def test_a_merged_cell_spans_the_rows_that_no_line_parts():
    (table,) = tables(drawn(skip=((104, 190, 395, 210),)))
    assert table.cells[0] == (0, 0, 1, 0)
    assert len(table.cells) == 5


def test_a_line_that_is_interrupted_a_little_is_one():
    (table,) = tables(drawn(skip=((700, 190, 712, 210),)))
    assert len(table.cells) == 6


def test_a_box_is_no_table_and_an_empty_page_has_none():
    assert tables(drawn(columns=(100, 1200), rows=(100, 400))) == []
    assert tables(np.full((1000, 1400), 255, np.uint8)) == []
    assert skew_of(ink_of(np.full((1000, 1400), 255, np.uint8))) == 0


@pytest.mark.full
@given(st.floats(-4, 4))
def test_a_page_askew_is_straightened_to_the_same_cells(askew):
    page = Image.fromarray(drawn()).rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    level, _ = straightened(flattened(np.asarray(page)))
    assert [len(table.cells) for table in tables(level)] == [6]


@given(st.integers(120, 255))
def test_grey_paper_is_white(paper):
    page = flattened(drawn(paper=paper))
    assert (page >= 250).mean() > 0.95


def test_ink_is_told_from_specks_and_its_lines_are_counted():
    digit, dot, second = (450, 130, 458, 155), (462, 152, 466, 156), (450, 170, 458, 192)
    page = drawn(marks=(digit, dot, second, (150, 140, 152, 142)))
    ink = ink_of(page)
    rules = rules_of(ink)
    blank, written, *others = cell_pictures(inked_page(page, ink, rules), ruled_tables(rules)[0])
    assert blank is None
    assert others == [None] * 4
    assert written.lines == 2
    # The dot that belongs to a figure is kept: without it 81.36 would be 8136.
    assert (written.writing[:, -26:-20] < 128).any()
    assert Image.open(io.BytesIO(png(written.shown))).format == "PNG"

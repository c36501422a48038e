"""What people see on a page and a program cannot be sure of: no figure, and a finding that says so."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.pdf.appendices import PLAIN, RIGHT, VALUES, appendix, document, figures, findings, wrong, year_of
from tests.pdf_files import Manner


def picture(size=(8, 8)):
    """A small grey picture."""
    stream = io.BytesIO()
    Image.new("RGB", size, (90, 90, 90)).save(stream, "PNG")
    return ImageReader(io.BytesIO(stream.getvalue()))


def struck(printer):
    left, _, right, top = printer.values["1.2"]
    printer.canvas.line(left + 2, top - 10, right - 2, top - 10)


def painted_over(printer):
    left, bottom, right, top = printer.values["1.2"]
    printer.canvas.setFillGray(1)
    printer.canvas.rect(left + 1, bottom + 1, right - left - 2, top - bottom - 2, stroke=0, fill=1)


def small_sign(printer):
    left, _, _, top = printer.values["1.2"]
    printer.canvas.setFont("Roboto", 5)
    printer.canvas.drawString(left + 15, top - 9, "1")


def white_digits(printer):
    left, _, _, top = printer.values["1.2"]
    printer.canvas.setFillGray(1)
    printer.canvas.drawString(left + 16, top - 13, "00")


def printed_over(printer):
    left, _, _, top = printer.values["1.2"]
    printer.canvas.drawString(left + 4.5, top - 13, "68")


def with_picture(printer):
    left, bottom, right, top = printer.values["1.2"]
    printer.canvas.drawImage(picture(), left + 20, bottom + 2, right - left - 24, top - bottom - 4)


def with_remark(printer):
    printer.canvas.freeTextAnnotation("31", "/Helv 9 Tf", Rect=list(printer.values["1.2"]))


@pytest.mark.full
@pytest.mark.parametrize(
    ("draw", "code"),
    [
        (struck, "cell-marked"),
        (painted_over, "cell-marked"),
        (small_sign, "cell-marked"),
        (white_digits, "cell-marked"),
        (printed_over, "cell-marked"),
        (with_picture, "cell-picture"),
        (with_remark, "cell-covered"),
    ],
)
def test_what_nobody_can_be_sure_of_is_no_figure(draw, code):
    gathered = year_of(document(appendix(draw=draw)))
    assert not wrong(gathered)
    assert RIGHT.keys() - figures(gathered).keys() == {"1.2"}
    assert findings(gathered) == [code]


def test_text_without_ink_is_not_on_the_page():
    def behind(printer):
        left, _, _, top = printer.values["3.2"]
        text = printer.canvas.beginText(left + 16, top - 13)
        text.setTextRenderMode(3)
        text.textOut("99")
        printer.canvas.drawText(text)

    assert not wrong(year_of(document(appendix(draw=behind))))


def test_a_figure_that_runs_into_the_next_cell_is_none_of_either():
    gathered = year_of(document(appendix(PLAIN, {**VALUES, "1.2": "123456789012"})))
    assert not wrong(gathered)
    assert "1.2" not in figures(gathered)
    assert findings(gathered) == ["cell-cut"]


@pytest.mark.parametrize("height", [352, 363, 374, 385])
def test_a_figure_on_both_sides_of_a_page_is_none(height):
    # A value of as many lines as its label is cut wherever that is.
    values = {code: "\n".join("12345"[:5]) if code == "2.1/3" else value for code, value in VALUES.items()}
    gathered = year_of(document(appendix(Manner(size=(420, height), cut=True), values)))
    assert not wrong(gathered)
    assert "2.1/3" not in figures(gathered)
    assert findings(gathered)


def test_a_blank_cell_is_no_0():
    gathered = year_of(document(appendix(values={**VALUES, "1.2": ""})))
    assert "1.2" not in figures(gathered)
    assert findings(gathered) == ["row-blank"]


def test_a_table_that_goes_on_in_other_columns_is_told():
    def more(printer):
        printer.end_page()
        printer.table((), [("3.9", "Một dòng", "không ai biết", "5", "")])

    gathered = year_of(document(appendix(draw=more)))
    assert not wrong(gathered)
    assert "pdf-table" in findings(gathered)


def test_other_units_of_measure_and_labels_are_told_as_in_any_document():
    gathered = year_of(document(appendix(values={**VALUES, "1.1": "khoảng 27", "3.2": "16."})))
    assert {"1.1", "3.2"} == RIGHT.keys() - figures(gathered).keys()
    assert findings(gathered) == ["value-unreadable"]


@pytest.mark.full
def test_text_that_is_clipped_away_is_not_read_and_what_is_left_of_a_figure_is_none():
    def clipped(printer):
        left, bottom, _, top = printer.values["1.2"]
        canvas = printer.canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(left, bottom, 22, top - bottom)
        canvas.clipPath(path, stroke=0)
        # Of '25' and three digits more the last two are outside.
        canvas.drawString(left + 4 + 2 * 5.06, top - 13.7, "678")
        canvas.restoreState()

    gathered = year_of(document(appendix(draw=clipped)))
    assert "1.2" not in figures(gathered)
    assert not wrong(gathered)
    assert findings(gathered) == ["cell-cut"]


def test_a_clipped_heading_does_not_stand_in_the_row_below():
    def clipped(printer):
        left, _, _, top = printer.values["1.2"]
        canvas = printer.canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(left, top + 20, 100, 20)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(left + 16, top - 13, "99")
        canvas.restoreState()

    assert figures(year_of(document(appendix(draw=clipped)))).keys() == RIGHT.keys()


def test_a_form_field_that_somebody_filled_in_is_told():
    def filled(printer):
        left, bottom, right, top = printer.values["1.2"]
        printer.canvas.acroForm.textfield(value="31", x=left, y=bottom, width=right - left, height=top - bottom)

    gathered = year_of(document(appendix(values={**VALUES, "1.2": ""}, draw=filled)))
    assert "1.2" not in figures(gathered)
    assert findings(gathered) == ["cell-covered"]

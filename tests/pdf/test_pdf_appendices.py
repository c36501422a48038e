"""An appendix printed as PDF in more than sixty manners: every figure at its code, each a draft with page and cell."""

import pytest

from tests.pdf.appendices import PLAIN, RIGHT, appendix, document, figures, findings, wrong, year_of
from tests.pdf_files import Manner

LANDSCAPE = {"size": (595, 420), "widths": (40, 250, 90, 60, 80)}
LETTERS = ("lines", "words", "glyphs", "marks", "marks-late", "accents", "twice")
RULES = ("lines", "boxes", "thin", "dotted", "double", "shaded", "open-sides")
# Heights at which each row in turn is the one that meets the end of the page.
HEIGHTS = (330, 341, 352, 363, 374, 385, 396)
BREAKS = [
    # A few of them are enough for the quick run.
    pytest.param(
        Manner(size=(420, height), cut=cut, open_end=open_end, repeat=repeat, value_at=value_at),
        marks=[pytest.mark.full] if height not in (352, 385) else [],
    )
    for height in HEIGHTS
    for cut, open_end, value_at in ((False, False, "top"), (True, False, "top"), (True, True, "middle"), (True, False, "bottom"))
    for repeat in (True, False)
]  # fmt: skip
MANNERS = [
    *(Manner(letters=letters) for letters in LETTERS),
    *(Manner(rules=rules) for rules in RULES),
    *(Manner(turned=turned) for turned in (90, 180, 270)),
    *(Manner(**LANDSCAPE, letters=letters) for letters in ("lines", "words", "marks")),
    *(Manner(sideways=True, letters=letters) for letters in ("lines", "marks")),
    *(Manner(align=align) for align in ("middle", "right")),
    Manner(points=12, widths=(46, 160, 66, 50, 40)),
    Manner(numbered=True, size=(420, 300)),
]


def told(manner):
    """The manner as a name of a test."""
    return "-".join(f"{key}={value}" for key, value in vars_of(manner).items()) or "plain"


def vars_of(manner):
    """What differs from the plain manner."""
    return {
        key: getattr(manner, key) for key in Manner.__dataclass_fields__ if getattr(manner, key) != getattr(PLAIN, key)
    }


@pytest.mark.full
@pytest.mark.parametrize("manner", MANNERS, ids=told)
def test_every_figure_is_read_at_its_code(manner):
    gathered = year_of(document(appendix(manner)))
    assert not wrong(gathered)
    assert figures(gathered).keys() == RIGHT.keys()
    assert findings(gathered) == []


@pytest.mark.full
@pytest.mark.parametrize("manner", BREAKS, ids=told)
def test_rows_that_a_page_cuts_are_put_together(manner):
    for upright in (False, True):
        found = document(appendix(manner, upright=upright))
        gathered = year_of(found)
        assert not wrong(gathered)
        assert figures(gathered).keys() == RIGHT.keys()
        assert findings(gathered) == []
    assert len({table.page for table in found.tables}) > 1


@pytest.mark.full
def test_each_figure_stands_on_a_page_and_in_a_cell_and_is_a_draft():
    gathered = year_of(document(appendix(Manner(size=(420, 330)))))
    origin = gathered.table.origins[0, "f3_2"]
    assert (origin.page, origin.cell, origin.draft) == (3, "D3", True)
    assert origin.place("Xã Hoằng Cát").words() == "15865.pdf: trang 3, ô D3: Xã Hoằng Cát, dòng 3.2"
    assert origin.place().words("en") == "15865.pdf: page 3, cell D3: row 3.2"


def test_of_two_tables_on_a_page_each_is_named():
    found = document(
        appendix(
            Manner(size=(420, 900)), draw=lambda printer: printer.table((), [("Người lập", "Chủ tịch", "", "", "")])
        )
    )
    assert [(table.page, table.number) for table in found.tables] == [(1, 1), (1, 2)]
    origin = year_of(found).table.origins[0, "f1_1"]
    assert origin.place().words().startswith("15865.pdf: trang 1, bảng 1, ô D")


@pytest.mark.full
def test_a_title_over_several_lines_and_a_letterhead_say_whose_report_it_is():
    found = document(appendix(Manner(size=(340, 700), widths=(36, 110, 60, 50, 24))))
    texts = [text for _, text in found.lines]
    assert "ỦY BAN NHÂN DÂN" in texts
    assert any(text.endswith("CỦA UBND XÃ HOẰNG CÁT") for text in texts)
    assert figures(year_of(found, name="bao-cao.pdf"))

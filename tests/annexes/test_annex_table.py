"""Annexes as tables: columns by their headings, numbers, continued rows, sums; and the draft that comes of them."""

import csv
from fractions import Fraction as F

import pytest
import tomli

from cchc_score.annexes.annex_table import check_sums, read_annex
from cchc_score.annexes.draft import draft_scheme
from cchc_score.app.import_annex import import_annex
from cchc_score.documents import CellTable, Grid, Lines, Tables, as_cells
from cchc_score.errors import SchemeError
from cchc_score.schemes import read_scheme
from tests.running import ROOT

HEAD = ("TT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Cách chấm", "Tài liệu kiểm chứng")
ROWS = (
    ("1", "Chỉ đạo", "3", "", ""),
    ("1.1", "Kế hoạch", "2", "", ""),
    ("1.1.1", "Ban hành", "0,5", "Ban hành đúng hạn: 0,5 điểm; không: 0", "Kế hoạch"),
    ("1.1.2", "Thực hiện", "1,5", "", "Báo cáo"),
    ("", "Từ 90% trở lên", "1,5", "", ""),
    ("", "Dưới 90%", "0", "", ""),
    ("1.3", "Sáng kiến", "1", "Hội đồng xem xét", ""),
    ("", "Tổng cộng", "3", "", ""),
)


def grid(*rows, head=HEAD):
    return Grid(tuple((line, tuple(cells)) for line, cells in enumerate((head, *rows), 1)))


def codes(document):
    annex = read_annex(document, "annex.csv")
    return [finding.code for finding in (*annex.findings, *check_sums(annex))]


def test_rows_without_a_number_say_how_the_criterion_above_is_scored():
    annex = read_annex(grid(*ROWS), "annex.csv")
    assert [(row.number, row.points) for row in annex.rows] == [
        ("1", 3), ("1.1", 2), ("1.1.1", F("0.5")), ("1.1.2", F("1.5")), ("1.3", 1),
    ]  # fmt: skip
    assert annex.rows[3].rule == ("Từ 90% trở lên: 1,5 điểm", "Dưới 90%: 0 điểm")
    assert annex.total == 3
    assert codes(grid(*ROWS)) == ["annex-gap"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (("1.1.1", "0,5"), ("1.1.1", "0,75"), "annex-sum"),
        (("", "Tổng cộng", "3"), ("", "Tổng cộng", "100"), "annex-sum"),
        (("1.1.1", "Ban hành"), ("1.1.2", "Ban hành"), "annex-twice"),
        (("1.1", "Kế hoạch"), ("a.", "Kế hoạch"), "annex-row"),
    ],
)
def test_what_does_not_hold_together_is_named(old, new, found):
    rows = []
    for row in ROWS:
        hit = all(part in row for part in old)
        rows.append(tuple(dict(zip(old, new, strict=True)).get(cell, cell) if hit else cell for cell in row))
    assert found in codes(grid(*rows))


def test_a_maximum_that_is_no_number_and_one_that_is_absent():
    assert set(codes(grid(("1", "A", "2", "", ""), ("1.1", "B", "hai", "", "")))) == {
        "annex-points", "annex-unpointed",
    }  # fmt: skip


def test_areas_in_roman_numerals_give_their_number_to_what_stands_below():
    rows = [("I", "Chỉ đạo", "2", "", ""), ("1", "Kế hoạch", "2", "", ""), ("1.1", "Ban hành", "2", "", "")]
    rows += [("II", "Thể chế", "1", "", ""), ("1", "Văn bản", "1", "", "")]
    assert [row.number for row in read_annex(grid(*rows), "x").rows] == ["1", "1.1", "1.1.1", "2", "2.1"]


def test_a_table_that_goes_on_after_a_page_is_one():
    first, second = as_cells(grid(*ROWS[:4])), as_cells(grid(*ROWS[5:], head=ROWS[4]))
    whole = read_annex(Tables((first, second)), "x")
    assert [row.number for row in whole.rows] == ["1", "1.1", "1.1.1", "1.1.2", "1.3"]
    assert whole.rows[3].rule[0].startswith("Từ 90%")
    again = read_annex(Tables((first, as_cells(grid(*ROWS[4:])))), "x")
    assert [row.rule for row in again.rows] == [row.rule for row in whole.rows]


@pytest.mark.parametrize(
    "document", [Lines(((1, "x"),)), Grid(()), Tables((CellTable(()),)), grid(*ROWS, head=("a",) * 5)]
)
def test_a_document_without_such_a_table_is_told(document):
    assert codes(document) == ["annex-nowhere"] if not isinstance(document, Grid) or document.rows else True
    assert [finding.code for finding in read_annex(document, "x").findings] == ["annex-nowhere"]


def confirmed(text):
    """A draft as it is when an evaluator has confirmed every rule."""
    return "\n".join(line for line in text.split("\n") if not line.startswith("draft "))


def test_a_draft_scores_only_when_every_rule_is_confirmed(registry):
    text = draft_scheme(read_annex(grid(*ROWS), "annex.csv"), "nhap", "Bản nháp", 2026, "annex.csv").text
    with pytest.raises(SchemeError) as error:
        read_scheme(text.encode(), "nhap.toml", registry.methods, registry.indicators)
    assert [(finding.code, finding.place.criterion) for finding in error.value.findings] == [
        ("criterion-draft", number) for number in ("1.1.1", "1.1.2", "1.3")
    ]
    scheme = read_scheme(confirmed(text).encode(), "nhap.toml", registry.methods, registry.indicators)
    assert {number: leaf.method for number, leaf in scheme.criteria.items() if leaf.is_leaf} == {
        "1.1.1": "options", "1.1.2": "bands", "1.3": "given",
    }  # fmt: skip
    assert "# Từ 90% trở lên: 1,5 điểm" in text


def test_hostile_cells_stay_text():
    rows = [("1", 'A"\n[scheme]', "1", "", ""), ("1.1", "B]\u202e", "1", '"""\n[area.x]\n', "'")]
    text = import_annex(grid(*rows), "x.csv", "nhap", 'T"', 2026).text
    data = tomli.loads(text)
    assert set(data["area"]) == {"area_1"}
    assert data["scheme"]["title"] == 'T"'


SAID = {">=": "từ", "<": "dưới"}


def annex_of_lam_dong():
    """The decision's table as an annex prints it, its bands in the usual words."""
    with (ROOT / "tests" / "lam-dong-2025-criteria.csv").open(encoding="utf-8", newline="") as file:
        table = [row for row in csv.DictReader(file) if row["level"] != "part outside the table"]
    rows = []
    for row in table:
        clauses = [part.strip() for part in row["rule"].split("|")] if row["kind"] == "step bands" else []
        said = []
        for clause in clauses:
            when, _, points = clause.partition(": ")
            when = when.replace(" and <", " đến dưới ").replace(">=", "từ ").replace("<", "dưới ").replace("=", "đạt ")
            said.append(f"{when}{' trở lên' if when.startswith('từ') and 'đến' not in when else ''}: {points} điểm")
        rows.append((row["code"], row["title"], row["max_points"], "; ".join(said), ""))
    return rows


def test_the_annex_of_a_real_decision_becomes_its_tree_and_bands(registry):
    rows = annex_of_lam_dong()
    draft = import_annex(grid(*rows), "annex.csv", "nhap", "Bản nháp", 2025)
    assert (draft.leaves, draft.findings) == (77, ())
    own = read_scheme(confirmed(draft.text).encode(), "nhap.toml", registry.methods, registry.indicators)
    path = ROOT / "scoring_rules" / "lam-dong-1234-2025.toml"
    real = read_scheme(path.read_bytes(), path.name, registry.methods, registry.indicators)
    assert own.max_points == 75
    bands = 0
    for number, criterion in own.criteria.items():
        assert (criterion.title, criterion.max_points) == (
            real.criteria[number].title,
            real.criteria[number].max_points,
        )
        if criterion.method == "bands":
            bands += 1
            # The scheme gives the top of 1.1.2 a criterion of its own.
            same = number == "1.1.2" or criterion.settings.bands == real.criteria[number].settings.bands
            assert same, number
    assert bands == draft.recognised == 17

"""Rows without codes: met by their labels, and repeated labels by the rows above them, in every kind of document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.builtin.readers import read_text
from cchc_score.errors import SchemeError
from cchc_score.intake.read_document import reports_of
from cchc_score.model import Indicator
from cchc_score.registry.registry import load_registry
from cchc_score.schemes.form_file import read_form
from tests.running import ROOT
from tests.strategies import examples
from tests.written_tables import READ

INDICATORS = {f"f{number}": Indicator(f"f{number}", f"Số liệu {number}", unit="việc") for number in range(40)}
HEAD = '[form]\ncode = "mau"\ntitle = "Mẫu"\ntitle_before_unit = "CỦA ỦY BAN NHÂN DÂN"\ncodes = false\n'
TITLE = ("THỐNG KÊ CỦA ỦY BAN NHÂN DÂN XÃ AN LỘC",)
HEADINGS = ["Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"]
each_kind = pytest.mark.parametrize("kind", READ)


def form_of(*rows):
    """A form of rows as (code, label, fact, or '' for a header)."""
    text = HEAD
    for code, label, fact in rows:
        what = f'indicator = "{fact}"' if fact else 'kind = "header"'
        text += f'\n[row."{code}"]\nlabel = "{label}"\nunit = "Việc"\n{what}\n'
    return read_form(text.encode(), "mau.toml", INDICATORS)


ROWS = (
    ("1", "Hồ sơ tiếp nhận", "f1"),
    ("1.1", "Trực tuyến", "f2"),
    ("1.2", "Quá hạn", "f3"),
    ("2", "Hồ sơ đã giải quyết", ""),
    ("2.1", "Trực tuyến", "f4"),
    ("2.2", "Quá hạn", "f5"),
    ("3", "Văn bản", "f6"),
)
FORM = form_of(*ROWS)
PRINTED = [[label, "Việc", str(10 + at) if fact else "", ""] for at, (_, label, fact) in enumerate(ROWS)]
ALL = {"f1": 10, "f2": 11, "f3": 12, "f4": 14, "f5": 15, "f6": 16}


def read(kind, rows, form=FORM, headings=HEADINGS):
    (report,) = reports_of(READ[kind]([(TITLE, [headings, *rows])]), "x", form, INDICATORS, 2025)
    return report


def told(report):
    return {one.code: one.value for one in report.facts}


def codes(report):
    return [one.code for one in report.findings]


@each_kind
def test_rows_are_met_by_their_labels_and_those_above(kind):
    report = read(kind, PRINTED)
    assert (told(report), codes(report)) == (ALL, [])
    assert report.unit == "XÃ AN LỘC"
    assert {fact.code: fact.origin.row for fact in report.facts}["f5"] == "2.2"


@each_kind
def test_a_column_of_running_numbers_changes_nothing(kind):
    rows = [[str(at), *row] for at, row in enumerate(PRINTED, 1)]
    report = read(kind, rows, headings=["STT", *HEADINGS])
    assert (told(report), codes(report)) == (ALL, [])


@each_kind
def test_dashes_before_labels_do_not_matter(kind):
    rows = [[("- " if "." in code else "") + row[0], *row[1:]] for (code, _, _), row in zip(ROWS, PRINTED, strict=True)]
    report = read(kind, rows)
    assert (told(report), codes(report)) == (ALL, [])


@pytest.mark.full
@each_kind
def test_another_label_is_another_row(kind):
    rows = [list(row) for row in PRINTED]
    rows[6][0] = "Văn bản số 2"
    report = read(kind, rows)
    assert told(report) == {code: value for code, value in ALL.items() if code != "f6"}
    assert codes(report) == ["text-unmatched", "text-rows-absent"]


@each_kind
def test_below_a_row_that_is_unknown_repeated_labels_belong_to_nobody(kind):
    rows = [list(row) for row in PRINTED]
    rows[3][0] = "Hồ sơ đã xong"
    # The first of two is gone, so that the second could be taken for it.
    report = read(kind, [*rows[:1], *rows[2:]])
    assert told(report) == {"f1": 10, "f3": 12, "f6": 16}
    assert codes(report).count("text-unmatched") == 2


@each_kind
def test_a_repeated_label_below_its_own_row_is_told(kind):
    report = read(kind, [*PRINTED[:2], PRINTED[1], *PRINTED[2:]])
    assert told(report) == ALL
    assert codes(report) == ["text-row-twice"]


def test_a_table_without_any_row_of_the_form_is_no_table_of_it():
    report = read("docx", [["Nội dung khác", "", "5", ""]])
    assert (told(report), codes(report)) == ({}, ["text-no-rows"])


def test_two_units_in_two_tables_are_two_reports():
    tables = [
        ((f"THỐNG KÊ CỦA ỦY BAN NHÂN DÂN {name}",), [HEADINGS, *PRINTED]) for name in ("XÃ AN LỘC", "XÃ BÌNH MINH")
    ]
    found = reports_of(READ["docx"](tables), "x", FORM, INDICATORS, 2025)
    assert [report.unit for report in found if report.facts] == ["XÃ AN LỘC", "XÃ BÌNH MINH"]


ALIKE = {
    "two rows of one parent": (("1", "A", "f1"), ("1.1", "B", "f2"), ("1.2", "B", "f3")),
    "a row and a part of another": (("1", "A", "f1"), ("1.1", "B", "f2"), ("2", "B", "f3")),
    "a row and its own part": (("1", "A", "f1"), ("1.1", "A", "f2")),
    "a part and its part": (("1", "A", "f1"), ("1.1", "B", "f2"), ("1.1.1", "C", "f3"), ("1.2", "C", "f4")),
    "case and spaces": (("1", "Hồ sơ", "f1"), ("2", "HỒ  SƠ:", "f2")),
}


@pytest.mark.parametrize("name", ALIKE)
def test_labels_that_nobody_could_tell_apart_are_refused(name):
    with pytest.raises(SchemeError) as error:
        form_of(*ALIKE[name])
    assert {finding.code for finding in error.value.findings} == {"form-label-twice"}


@st.composite
def random_forms(draw):
    """Rows with random labels at random depths, in which labels may come again under other rows."""
    labels = st.text("abcdeđêôơ ", min_size=1, max_size=6).map(lambda text: f"Số {text.strip() or 'x'}")
    rows, used = [], set()
    for first in range(1, draw(st.integers(1, 4)) + 1):
        label = draw(labels.filter(lambda text: fold(text) not in used))
        used.add(fold(label))
        rows.append((f"{first}", label))
    parts, own = [], draw(st.lists(labels, max_size=4, unique_by=fold))
    for code, label in rows:
        parts.append((code, label))
        parts += [(f"{code}.{at}", part) for at, part in enumerate(own, 1) if fold(part) not in used]
    return [(code, label, f"f{at}") for at, (code, label) in enumerate(parts)]


def fold(text):
    return "".join(text.casefold().split())


@examples(40)
@given(random_forms(), st.sampled_from(["csv", "txt with tabs"]), st.data())
def test_a_written_table_gives_the_form_its_figures_back(rows, kind, data):
    figures = data.draw(st.lists(st.integers(0, 10**6), min_size=len(rows), max_size=len(rows)))
    printed = [[label, "Việc", str(value), ""] for (_, label, _), value in zip(rows, figures, strict=True)]
    report = read(kind, printed, form_of(*rows))
    assert told(report) == {fact: value for (_, _, fact), value in zip(rows, figures, strict=True)}
    assert codes(report) == []


REGISTRY = load_registry()
DASHED = read_form(
    (ROOT / "scoring_rules" / "forms" / "mau-gach-dau-dong.toml").read_bytes(), "mau.toml", REGISTRY.indicators
)
FIGURES = {code: str(at) for at, code in enumerate(DASHED.rows, 10)} | {"1/1": "25"}


def dashed(cell):
    """The rows of the form with dashes, in the column of codes (`cell`) or before the labels."""
    rows = [["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"]]
    for code, row in DASHED.rows.items():
        sign = ("", "-", "+")[code.count("/")]
        first, label = (sign or code, row.label) if cell else ("" if sign else code, f"{sign} {row.label}".strip())
        rows.append([first, label, row.unit, FIGURES[code], ""])
    return rows


@each_kind
@pytest.mark.parametrize("cell", [True, False])
def test_parts_with_dashes_belong_to_the_row_above(kind, cell):
    title = ("THỐNG KÊ CỦA ỦY BAN NHÂN DÂN XÃ AN LỘC", "Báo cáo năm 2025")
    (report,) = reports_of(READ[kind]([(title, dashed(cell))]), "x", DASHED, REGISTRY.indicators, 2025)
    assert told(report) == {row.indicator: int(FIGURES[code]) for code, row in DASHED.rows.items() if row.indicator}
    assert codes(report) == []


@pytest.mark.parametrize("cell", [True, False])
@pytest.mark.parametrize("between", ["  ", "\n"])
def test_parts_with_dashes_in_a_text(cell, between):
    lines = [*TITLE, *(between.join(filter(None, row)) for row in dashed(cell))]
    (report,) = reports_of(read_text("\n".join(lines).encode(), "x.txt"), "x", DASHED, REGISTRY.indicators, 2025)
    known = {row.indicator: int(FIGURES[code]) for code, row in DASHED.rows.items() if row.indicator}
    assert told(report).items() <= known.items()
    if between == "  ":
        assert told(report) == known


def test_of_two_parts_of_one_label_none_is_taken_from_a_text():
    text = (ROOT / "scoring_rules" / "forms" / "mau-gach-dau-dong.toml").read_text(encoding="utf-8")
    text = text.replace(
        '[row."2"]', '[row."1/2/1"]\nlabel = "Trực tuyến"\nindicator = "land_dossiers_received"\n\n[row."2"]'
    )
    form = read_form(text.encode(), "mau.toml", REGISTRY.indicators)
    lines = [
        "1 Tổng số hồ sơ tiếp nhận  Hồ sơ  9",
        "- Trong kỳ    5",
        "+ Trực tuyến  Hồ sơ  5",
        "- Từ kỳ trước chuyển sang  Hồ sơ  4",
        "+ Trực tuyến  Hồ sơ  3",
    ]
    (report,) = reports_of(read_text("\n".join(lines).encode(), "x.txt"), "x", form, REGISTRY.indicators, 2025)
    assert told(report) == {"dossiers_at_hand": 9, "dossiers_carried_over": 4}
    assert "text-rows-absent" in codes(report)

"""Form files: the shipped ones are read, and every fault is told with its line and row."""

import pytest
import tomli

from cchc_score.catalogue.scheme_findings import SCHEMES
from cchc_score.errors import SchemeError
from cchc_score.model import Answer, FormSection, Indicator, Option, Prose, row_code
from cchc_score.schemes.form_file import read_form
from tests.running import ROOT
from tests.schemes.form_columns import COLUMN_MUTATIONS, COLUMNS

INDICATORS = {
    one.code: one
    for one in (
        Indicator("tasks", "Nhiệm vụ"),
        Indicator("tasks_done", "Hoàn thành"),
        Indicator("on_time", "Đúng hạn"),
        Indicator("share", "Tỷ lệ", kind="percent", decimals=2),
        Indicator("board", "Niêm yết", kind="yes_no"),
        Indicator(
            "mode",
            "Hình thức",
            kind="option",
            options=(Option("online", "Trực tuyến"), Option("paper", "Giấy")),
        ),
    )
}
GOOD = """\
[form]
code = "mau-nho"
title = "Mẫu nhỏ"
title_before_unit = "CỦA UBND"
headings = ["STT", "Chỉ tiêu"]
groups = ["Trong đó"]
dittos = ["nt"]
columns = { value = ["Số đạt được"] }

[prose.given]
find = ["được giao ... {number} nhiệm vụ"]
indicator = "tasks"

[row."1"]
label = "Chỉ đạo"
kind = "area"

[row."1.1"]
label = "Nhiệm vụ"
kind = "header"
same_as = "1.1.1"

[row."1.1.1"]
label = "Được giao"
unit = "Nhiệm vụ"
indicator = "tasks"

[row."1.1.2"]
label = "Hoàn thành"
indicator = "tasks_done"

[row."1.2"]
label = "Tổng"
kind = "header"
sum_of = ["1.1.1", "1.1.2"]

[row."1.3"]
label = "Niêm yết"
indicator = "board"
legend = [{ number = 0, option = "no", text = "Không" }, { number = 1, option = "yes", text = "Có" }]

[row."1.4"]
label = "Hình thức"
indicator = "mode"
legend = [{ number = 1, option = "online", text = "Mạng" }, { number = 2, option = "paper", text = "Phiếu" }]

[row."1.4/1"]
label = "Không tính"
"""


def read(text):
    return read_form(text.encode(), "mau.toml", INDICATORS)


def faults(text):
    """What is told about a form: (code, line, row)."""
    with pytest.raises(SchemeError) as error:
        read(text)
    assert all(told.place.file == "mau.toml" for told in error.value.findings)
    return {(told.code, told.place.line, told.place.row) for told in error.value.findings}


def line_of(marker, text):
    lines = [number for number, line in enumerate(text.split("\n"), 1) if marker in line]
    assert len(lines) == 1, f"{marker!r} stands on the lines {lines}"
    return lines[0]


def test_the_sample_is_read_whole_and_in_order():
    form = read(GOOD)
    assert list(form.rows) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.3", "1.4", "1.4/1"]
    assert (form.title_before_unit, form.title_year, form.headings) == ("CỦA UBND", "", ("STT", "Chỉ tiêu"))
    assert (form.groups, form.dittos) == (("Trong đó",), ("nt",))
    assert form.rows["1.1"].same_as == "1.1.1"
    assert form.rows["1.2"].sum_of == ("1.1.1", "1.1.2")
    assert form.rows["1.4"].legend[1] == Answer(2, "paper", "Phiếu")
    assert form.rows["1.4/1"].indicator is None
    assert form.columns["value"] == ("Số đạt được",)
    assert "STT" in form.columns["code"]
    assert form.prose == (Prose("given", ("được giao ... {number} nhiệm vụ",), "tasks"),)


@pytest.mark.parametrize("path", sorted((ROOT / "scoring_rules" / "forms").glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_forms_are_read(path, registry):
    assert read_form(path.read_bytes(), path.name, registry.indicators).rows


MUTATIONS = {
    "no title": ('title = "Mẫu nhỏ"\n', "", {("key-missing", "[form]", "")}),
    "accented code": ('code = "mau-nho"', 'code = "mẫu"', {("value-slug", "mẫu", "")}),
    "misspelt key of the form": ("dittos", "ditos", {("key-unknown-near", "ditos", "")}),
    "misspelt key of a row": ('unit = "Nh', 'unti = "Nh', {("key-unknown-near", "unti", "1.1.1")}),
    "strange table": ("[form]\n", "zzz = 1\n[form]\n", {("key-unknown", "zzz", "")}),
    "unknown kind": ('kind = "area"', 'kind = "region"', {("value-choice", "region", "1")}),
    "text for a number": ("{ number = 2,", '{ number = "2",', {("value-whole", 'number = "2"', "1.4")}),
    "number of three digits": ("{ number = 2,", "{ number = 100,", {("value-limit", "number = 100", "1.4")}),
    "header with an indicator": (
        'kind = "area"',
        'kind = "area"\nindicator = "zz"',
        {("form-header-indicator", 'indicator = "zz"', "1"), ("fact-unknown", 'indicator = "zz"', "1")},
    ),
    "leaf with a relation": (
        'label = "Không tính"',
        'label = "Không tính"\nsame_as = "1.1.1"',
        {("form-leaf-relation", '[row."1.4/1"]', "1.4/1")},
    ),
    "two relations": (
        'same_as = "1.1.1"',
        'same_as = "1.1.1"\nsum_of = ["1.1.2"]',
        {("form-two-relations", '[row."1.1"]', "1.1")},
    ),
    "row that is absent": ('same_as = "1.1.1"', 'same_as = "zzz"', {("row-unknown", '[row."1.1"]', "1.1")}),
    "misspelt row": ('same_as = "1.1.1"', 'same_as = "1.1.7"', {("row-unknown-near", '[row."1.1"]', "1.1")}),
    "row of a sum": ('"1.1.1", "1.1.2"]', '"1.1.1", "zzz"]', {("row-unknown", '[row."1.2"]', "1.2")}),
    "indicator twice": ('"tasks_done"', '"tasks"', {("form-indicator-twice", '[row."1.1.2"]', "1.1.2")}),
    "unknown indicator": ('"tasks_done"', '"zzzzz"', {("fact-unknown", "zzzzz", "1.1.2")}),
    "misspelt indicator": ('"tasks_done"', '"task_done"', {("fact-unknown-near", "task_done", "1.1.2")}),
    "legend of a number": (
        'indicator = "tasks_done"',
        'indicator = "tasks_done"\nlegend = [{ number = 3, option = "yes", text = "Có" }]',
        {("form-legend-kind", "number = 3", "1.1.2")},
    ),
    "unknown option": ('option = "paper"', 'option = "zzzzz"', {("answer-unknown", "zzzzz", "1.4")}),
    "misspelt option": ('option = "paper"', 'option = "papr"', {("answer-unknown-near", "papr", "1.4")}),
    "prose with two aims": (
        "[prose.given]",
        '[prose.given]\nwhole = "tasks"',
        {("form-prose-aim", "[prose.given]", "")},
    ),
    "prose that looks for nothing": ("{number} nhiệm", "một nhiệm", {("form-prose-slot", "một nhiệm", "")}),
    "prose that looks for something strange": ("{number} nhiệm", "{digit} nhiệm", {("form-prose-slot", "{digit}", "")}),
    "prose about an unknown indicator": (
        'vụ"]\nindicator = "tasks"',
        'nhiệm vụ"]\nindicator = "zzzzz"',
        {("fact-unknown", "[prose.given]", "")},
    ),
    "rows outside the tables": (
        "[form]\n",
        '[[table]]\nname = "Biểu 1"\n[table.row."1"]\nlabel = "Một"\n[form]\n',
        {("form-row-outside", '[row."1"]', "")},
    ),
    "two meanings": ("{ number = 2,", "{ number = 1,", {("form-legend-twice", "Phiếu", "1.4")}),
}
HALF_READ = {
    "row of a relation": ('label = "Được giao"\n', "", {("key-missing", '[row."1.1.1"]', "1.1.1")}),
    "header": ('label = "Tổng"\n', "", {("key-missing", '[row."1.2"]', "1.2")}),
    "form": ('title = "Mẫu nhỏ"\n', "", {("key-missing", "[form]", "")}),
}


@pytest.mark.parametrize("name", [*MUTATIONS, *HALF_READ])
def test_each_fault_is_told_with_its_line_and_row_and_nothing_else_is(name):
    old, new, wanted = {**MUTATIONS, **HALF_READ}[name]
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    assert faults(text) == {(code, line_of(marker, text), row) for code, marker, row in wanted}


TABLES = """\
[form]
code = "mau-nho"
title = "Mẫu nhỏ"

[[table]]
name = "Biểu mẫu 1"
title = "Chỉ đạo"

[table.row."1"]
label = "Tổng"
kind = "header"
sum_of = ["1.1", "1.2"]

[table.row."1.1"]
label = "Được giao"
indicator = "tasks"

[table.row."1.2"]
label = "Hoàn thành"
indicator = "tasks_done"

[[table]]
name = "Biểu mẫu 2"
title = "Công khai"

[table.row."1"]
label = "Niêm yết"
indicator = "board"
legend = [{ number = 0, option = "no", text = "Không" }]

[table.row."1.2"]
label = "Hình thức"
indicator = "mode"
"""


def test_rows_of_two_tables_may_have_one_code():
    form = read(TABLES)
    first, second = "Biểu mẫu 1", "Biểu mẫu 2"
    assert form.sections == (FormSection(first, "Chỉ đạo"), FormSection(second, "Công khai"))
    assert [(row.section, row.printed_code) for row in form.rows.values()] == [
        (first, "1"), (first, "1.1"), (first, "1.2"), (second, "1"), (second, "1.2"),
    ]  # fmt: skip
    assert list(form.rows) == [row_code(row.section, row.printed_code) for row in form.rows.values()]
    assert form.rows["Biểu mẫu 1: 1"].sum_of == ("Biểu mẫu 1: 1.1", "Biểu mẫu 1: 1.2")


TABLE_MUTATIONS = {
    "name twice": ('"Biểu mẫu 2"', '"BIỂU MẪU 1."', {("form-table-twice", '"BIỂU MẪU 1."', "")}),
    "title for a name": ('"Biểu mẫu 2"', '"Chỉ đạo"', {("form-table-twice", 'name = "Chỉ đạo"', "")}),
    "name and title as another's": (
        'name = "Biểu mẫu 2"\ntitle = "Công khai"', 'name = "Biểu"\ntitle = "mẫu 1 – chỉ đạo"',
        {("form-table-twice", 'name = "Biểu"', "")},
    ),
    "name with a slash": ('"Biểu mẫu 2"', '"Biểu 1/2"', {("form-table-name", '"Biểu 1/2"', "")}),
    "name of signs": ('"Biểu mẫu 2"', '"..."', {("form-table-name", '"..."', "")}),
    "no name": ('name = "Biểu mẫu 1"\n', "", {("key-missing", "[[table]]\ntitle", "")}),
    "misspelt key of a table": ('title = "Công', 'tilte = "Công', {("key-unknown-near", "tilte", "")}),
    "row without a label": ('label = "Niêm yết"\n', "", {("key-missing", '[table.row."1"]\nindicator', "Biểu mẫu 2: 1")}),
    "row of another table": ('sum_of = ["1.1", "1.2"]', 'sum_of = ["1.1", "9.9"]',
        {("row-unknown", '[table.row."1"]\nlabel = "Tổng"', "Biểu mẫu 1: 1")}),
    "indicator of two tables": ('"mode"', '"tasks"', {("form-indicator-twice", '[table.row."1.2"]\nlabel = "Hình', "Biểu mẫu 2: 1.2")}),
    "unknown option": ('option = "no"', 'option = "zzzzz"', {("answer-unknown", "zzzzz", "Biểu mẫu 2: 1")}),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE_MUTATIONS)
def test_each_fault_in_a_table_is_told_with_its_line_and_row(name):
    old, new, wanted = TABLE_MUTATIONS[name]
    assert TABLES.count(old) == 1
    text = TABLES.replace(old, new)
    assert faults(text) == {(code, text[: text.index(marker)].count("\n") + 1, row) for code, marker, row in wanted}


@pytest.mark.parametrize("name", COLUMN_MUTATIONS)
def test_each_fault_of_columns_and_lines_is_told_with_its_line_and_row(name):
    old, new, wanted = COLUMN_MUTATIONS[name]
    assert COLUMNS.count(old) == 1
    text = COLUMNS.replace(old, new)
    assert faults(text) == {(code, text[: text.index(marker)].count("\n") + 1, row) for code, marker, row in wanted}


def test_columns_and_lines_are_read():
    form = read(COLUMNS)
    first, second = form.sections
    assert dict(first.figures) == {"Kế hoạch": ("Kế hoạch năm",), "Thực hiện": ()}
    assert (first.coded, second.lines.blank_is_zero, second.lines.totals) == (False, True, ("Cộng",))
    assert {code: row.indicator for code, row in form.rows.items()} == {
        "Biểu 1: 1 [Kế hoạch]": None,
        "Biểu 1: 1 [Thực hiện]": None,
        "Biểu 1: 1.1 [Kế hoạch]": "tasks",
        "Biểu 1: 1.1 [Thực hiện]": "tasks_done",
        "Biểu 1: 1.2": None,
        "Biểu 2: Σ [Đúng hạn]": "on_time",
    }
    row = form.rows["Biểu 1: 1.1 [Thực hiện]"]
    assert (row.line_code, row.printed_code) == ("Biểu 1: 1.1", "1.1")
    assert form.rows["Biểu 1: 1 [Kế hoạch]"].same_as == "Biểu 1: 1.1 [Kế hoạch]"


def test_what_a_table_does_not_say_is_what_the_form_says():
    head = '[form]\ncode = "a"\ntitle = "A"\ncodes = false\nfigures = { "Kế hoạch" = [] }\n'
    row = '[table.row."1"]\nlabel = "Một"\n'
    form = read(f'{head}[[table]]\nname = "Một"\n{row}[[table]]\nname = "Hai"\ncodes = true\n{row}')
    assert [(table.coded, dict(table.figures)) for table in form.tables] == [
        (False, {"Kế hoạch": ()}),
        (True, {"Kế hoạch": ()}),
    ]


def test_every_fault_that_only_a_form_can_have_is_provoked():
    mutations = {**MUTATIONS, **TABLE_MUTATIONS, **COLUMN_MUTATIONS}
    provoked = {code for _, _, wanted in mutations.values() for code, _, _ in wanted}
    known = {code for code in SCHEMES if code.startswith(("form-", "row-unknown")) and "unknown" not in code[:12]}
    assert known | {"row-unknown", "row-unknown-near"} <= provoked


def test_faults_in_one_form_are_all_told_at_once():
    text, wanted = GOOD, set()
    for name in ("misspelt key of the form", "two relations", "misspelt indicator", "unknown option"):
        old, new, more = MUTATIONS[name]
        text, wanted = text.replace(old, new), wanted | more
    assert faults(text) == {(code, line_of(marker, text), row) for code, marker, row in wanted}


def test_broken_toml_is_a_fault_of_the_form():
    assert faults(GOOD.replace('label = "Tổng"', "label = ")) == {("toml-value-absent", line_of('"Tổng"', GOOD), "")}


@pytest.mark.parametrize("table", ["form", "row"])
def test_a_form_without_one_of_its_tables_says_which(table):
    text = GOOD.split("\n[row", 1)[0] if table == "row" else "[row" + GOOD.split("\n[row", 1)[1]
    with pytest.raises(SchemeError) as error:
        read(text)
    assert {(told.code, told.args["key"]) for told in error.value.findings} == {("key-missing", table)}


def test_the_form_that_copies_none_says_so():
    path = ROOT / "scoring_rules" / "forms" / "phu-luc-01b-2025.toml"
    text = path.read_text(encoding="utf-8")
    assert "tự đặt để minh họa, không chép mẫu nào" in text.split("\n\n")[0]
    assert tomli.loads(text)["form"]["title"].endswith("(minh họa)")

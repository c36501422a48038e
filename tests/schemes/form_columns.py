"""A form with columns of figures and a table of lines, and every way of getting it wrong: (old, new, what is told)."""

COLUMNS = """\
[form]
code = "mau-nho"
title = "Mẫu nhỏ"

[[table]]
name = "Biểu 1"
codes = false

[table.figures]
"Kế hoạch" = ["Kế hoạch năm"]
"Thực hiện" = []

[table.row."1"]
label = "Chung"
kind = "header"
same_as = "1.1"

[table.row."1.1"]
label = "Được giao"
indicators = { "Kế hoạch" = "tasks", "Thực hiện" = "tasks_done" }

[table.row."1.2"]
label = "Không tính"

[[table]]
name = "Biểu 2"

[table.figures]
"Đúng hạn" = []
"Quá hạn" = []

[table.lines]
names = ["Lĩnh vực"]
totals = ["Cộng"]
blank = "zero"
sum = { "Đúng hạn" = "on_time" }
items = { "Quá hạn" = "board" }
"""

COLUMN_MUTATIONS = {
    "name with a bracket": (
        '"Thực hiện" = []', '"Thực hiện" = []\n"Quý [I]" = []', {("form-column-name", '"Quý [I]"', "")},
    ),
    "name of signs": ('"Quá hạn" = []', '"Quá hạn" = []\n"..." = []', {("form-column-name", '"..."', "")}),
    "heading of two columns": (
        '"Thực hiện" = []', '"Thực hiện" = ["KẾ HOẠCH  NĂM:"]', {("form-column-twice", '"Thực hiện" = ["KẾ', "")},
    ),
    "unknown column": (
        '"Thực hiện" = "tasks_done"', '"Zzzzzzz" = "tasks_done"', {("form-column-unknown", '"Zzzzzzz"', "Biểu 1: 1.1")},
    ),
    "misspelt column": (
        '"Thực hiện" = "tasks_done"', '"Thực hiên" = "tasks_done"',
        {("form-column-unknown-near", '"Thực hiên"', "Biểu 1: 1.1")},
    ),
    "columns of a table with one": (
        '"Kế hoạch" = ["Kế hoạch năm"]\n"Thực hiện" = []\n', "",
        {("form-column-unknown", 'indicators = { "Kế', "Biểu 1: 1.1")},
    ),
    "no column said": (
        'label = "Không tính"', 'label = "Không tính"\nindicator = "on_time"',
        {("form-column-unsaid", 'indicator = "on_time"', "Biểu 1: 1.2"),
         ("form-indicator-twice", "sum = {", "Biểu 2: Σ [Đúng hạn]")},
    ),
    "header with facts": (
        'same_as = "1.1"', 'indicators = { "Kế hoạch" = "board" }',
        {("form-header-indicator", 'indicators = { "Kế hoạch" = "board"', "Biểu 1: 1")},
    ),
    "unknown fact of a column": ('"tasks_done"', '"zzzzz"', {("fact-unknown", 'indicators = {', "Biểu 1: 1.1 [Thực hiện]")}),
    "fact of two columns": (
        '"tasks_done"', '"tasks"', {("form-indicator-twice", '[table.row."1.1"]', "Biểu 1: 1.1")},
    ),
    "labels alike": (
        'label = "Không tính"', 'label = "- ĐƯỢC GIAO:"', {("form-label-twice", 'label = "- ĐƯỢC', "Biểu 1: 1.2")},
    ),
    "lines that give nothing": (
        'sum = { "Đúng hạn" = "on_time" }\nitems = { "Quá hạn" = "board" }\n', "",
        {("form-lines-empty", "[table.lines]", "")},
    ),
    "rows beside lines": (
        'items = { "Quá hạn" = "board" }', '[table.row."1"]\nlabel = "Một"', {("form-lines-rows", "[table.lines]", "")},
    ),
    "sum of shares": ('"on_time"', '"share"', {("form-sum-kind", "sum = {", "")}),
    "sum of answers": ('"on_time"', '"board"', {("form-sum-kind", "sum = {", "")}),
    "unknown fact of a sum": ('"on_time"', '"zzzzz"', {("fact-unknown", "sum = {", "")}),
    "unknown column of items": (
        '"Quá hạn" = "board"', '"Zzzzz" = "board"', {("form-column-unknown", "items = {", "")},
    ),
    "sum of a fact that a row gives": (
        '"on_time"', '"tasks"', {("form-indicator-twice", "sum = {", "Biểu 2: Σ [Đúng hạn]")},
    ),
    "strange word for a blank": ('"zero"', '"none"', {("value-choice", "blank", "")}),
    "lines without names": ('names = ["Lĩnh vực"]\n', "", {("key-missing", "[table.lines]", "")}),
    "neither rows nor lines": (
        '[table.lines]\nnames = ["Lĩnh vực"]\ntotals = ["Cộng"]\nblank = "zero"\nsum = { "Đúng hạn" = "on_time" }\n'
        'items = { "Quá hạn" = "board" }\n', "",
        {("key-missing", '[[table]]\nname = "Biểu 2"', "")},
    ),
}  # fmt: skip

"""Slips in TOML are told by name at their lines, several at once; a right text is never told anything."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.errors import ReportError
from cchc_score.files.toml_file import read_toml
from cchc_score.files.toml_slips import find_slips
from cchc_score.files.toml_words import MOST_TOLD
from tests.files.test_toml_file import documents
from tests.strategies import examples

ROOT = Path(__file__).parents[2]
RIGHT = [
    path.read_text(encoding="utf-8")
    for folder in ("scoring_rules", "examples", "tests/rule_forms", "docs/cookbook")
    for path in sorted((ROOT / folder).rglob("*.toml"))
]
SCHEME = (ROOT / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")


def told(text):
    """The codes of all slips with their lines, as a reader of any TOML file gets them."""
    with pytest.raises(ReportError) as caught:
        read_toml(text.encode(), "x.toml")
    return [(finding.code, finding.place.line) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("a = 1,5", "toml-number"),
        ("a = { b = 1,5, c = 2 }", "toml-number"),
        ("a = 1.234,5 # điểm", "toml-number"),
        ("a = 1.340.000", "toml-number"),
        ("a = 12 345", "toml-number"),
        ("a = 99,5%", "toml-number"),
        ("a = 50%", "toml-number"),
        ("a = [15/01/2023]", "toml-value"),
        ("a = 1-2-2023", "toml-value"),
        ("a = TRUE", "toml-value"),
        ("a =", "toml-value-absent"),
        ("a = { b = , c = 1 }", "toml-value-absent"),
        ("a = “Ban hành, kế hoạch [1]”", "toml-quote-curly"),
        ("a = „Ban hành“", "toml-quote-curly"),
        ('a = "Ban hành”', "toml-quote-curly"),
        ("a = [‘có’, ‘không’]", "toml-quote-curly"),
        ('a = "Ban hành', "toml-quote"),
        ('a = Ban hành"', "toml-quote"),
        ("a = Ban hành", "toml-quote"),
        ('a = ["có", không]', "toml-quote"),
        ("a = [có, không]", "toml-quote"),
        ("a = 01", "toml-quote"),
        ('a = "Mô hình "một cửa" mới"', "toml-quote-inside"),
        (r'a = "D:\Xã"', "toml-backslash"),
        ("a = [1, 2", "toml-bracket"),
        ("a = { b = 1", "toml-bracket"),
        ("a = 1, 2]", "toml-bracket"),
        ("a = [{ b = 1 ]", "toml-bracket"),
        ('[criterion."1.1"', "toml-bracket"),
        ('criterion."1.1"]', "toml-bracket"),
        ("[[class]", "toml-bracket"),
        ("a = { b = 1 c = 2 }", "toml-comma"),
        ("a = [{ b = 1 } { b = 2 }]", "toml-comma"),
        ('a = ["có" "không"]', "toml-comma"),
        ("a 1", "toml-equals"),
        ('a: "Ban hành"', "toml-equals"),
        ("Phần của tỉnh", "toml-equals"),
        ("điểm = 1", "toml-key-bare"),
        ("max points = 1", "toml-key-bare"),
        ("a = { Đạt = 1, Không_đạt = 0 }", "toml-key-bare"),
        ("[area.thủ_tục]", "toml-key-bare"),
        ("a ＝ 1", "toml-character"),
        ("a =\u00a01", "toml-character"),
        ("a = \u22121", "toml-character"),
        ("\ufeffa = 1", "toml-character"),
        ("a = ［1, 2］", "toml-character"),
        ("a = １", "toml-character"),
    ],
)
def test_a_slip_is_told_by_name_at_its_line(line, code):
    text = f'first = "một"\n\n{line}\n[last]\nlast = 2\n'
    assert set(told(text)) == {(code, 3)}


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("1,5", "1.5"),
        ("1.234,56", "1234.56"),
        ("1.340.000", "1340000"),
        ("-0,5", "-0.5"),
        ("12 345", "12345"),
        ("7%", "7"),
    ],
)
def test_a_number_is_told_as_it_should_be_written(written, near):
    (finding,) = find_slips(f"a = {written}", "x.toml")
    assert finding.args["near"] == near


@pytest.mark.parametrize("value", ["1,5,2", "1.34.5", "2023-02-30", "= 5", "99999999999999999999-01-01"])
def test_what_has_no_name_is_told_with_its_line(value):
    assert told(f"first = 1\na = {value}\nb = 1,5\n") == [("toml-broken", 2), ("toml-number", 3)]


def test_a_line_that_has_lost_its_key_is_told_with_its_line():
    assert told("first = 1\n= x\n") == [("toml-broken", 2)]


def test_several_slips_are_told_together_also_within_one_value():
    text = (
        '[criterion."1.1"]\nmax_points = 1,5\ntitle = “Kế hoạch”\nbands = [\n  { from = 90, points = 1,5 },\n'
        '  { from = 80 points = 1 },\n  { from = 70, points = 0,5,\n]\nmax_points = 1\n[criterion."1.1"]\n'
    )
    assert told(text) == [
        ("toml-number", 2), ("toml-quote-curly", 3), ("toml-number", 5), ("toml-comma", 6), ("toml-bracket", 7), ("toml-number", 7),
        ("toml-key-twice", 10),
    ]  # fmt: skip


def test_a_second_key_or_table_is_told_with_the_line_of_the_first():
    text = '[a]\nb = 1\n"b" = 2\n[[c]]\nd = 1\n[[c]]\nd = 1\n[ "a" ]\n'
    assert told(text) == [("toml-key-twice", 3), ("toml-key-twice", 8)]
    assert [finding.args["earlier"] for finding in find_slips(text, "x.toml")] == [2, 1]


def test_below_a_header_that_cannot_be_read_no_key_is_taken_for_one_of_the_table_before():
    assert told("[a]\nx = 1\n[b\nx = 1\n[c]\nx = 1\n") == [("toml-bracket", 3)]


@pytest.mark.full
def test_only_the_first_of_very_many_are_told_and_soon():
    assert len(told("a = [1,\n" * 50_000)) == MOST_TOLD


@pytest.mark.full
@pytest.mark.parametrize(
    "text",
    [
        'a = "' + '\\"' * 50_000,
        'a = """' + '\\"""\n' * 20_000,
        "a = 1" + " " * 50_000 + "x",
        "[a" + " " * 50_000 + "x = 1",
        'a = ["x"' + " " * 50_000 + "y",
    ],
    ids=["quotes", "long", "value", "header", "comma"],
)
def test_what_is_never_closed_is_looked_through_once(text):
    """As the square of its length each would take minutes."""
    assert find_slips(text, "x.toml")


@examples(200)
@given(document=documents())
def test_no_statement_of_a_right_text_is_ever_told(document):
    assert find_slips(document[0], "x.toml") == []


@pytest.mark.full
def test_no_statement_of_a_shipped_file_is_ever_told():
    for text in RIGHT:
        assert find_slips(text, "x.toml") == []


SLIPS = {
    "number": lambda line: f"{line.partition('=')[0]}= 1,5" if "=" in line else None,
    "curly": lambda line: line.replace('"', "”") if '= "' in line else None,
    "quote": lambda line: line.rpartition('"')[0] if line.endswith('"') else None,
    "equals": lambda line: line.replace(" = ", " ", 1) if " = " in line and "{" not in line else None,
    "value": lambda line: f"{line.partition('=')[0]}=" if "=" in line else None,
    "key": lambda line: f"điểm tối đa {line}" if "=" in line else None,
    "bracket": lambda line: line[:-1] if line.endswith("]") else None,
    "brace": lambda line: line.replace("}", "", 1) if "{" in line else None,
    "space": lambda line: line.replace(" = ", " =\u00a0", 1) if " = " in line else None,
    "twice": lambda line: f"{line}\n{line}" if "=" in line else None,
}
BEGINS = [
    number
    for number, line in enumerate(SCHEME.split("\n"))
    if line and line[0] not in " #]}" and line.count("[") == line.count("]") and '"""' not in line
]


@examples(300)
@given(at=st.sets(st.sampled_from(BEGINS), min_size=1, max_size=6), data=st.data())
def test_slips_in_a_right_file_are_told_at_their_lines_and_no_others(at, data):
    written, wanted = [], set()
    for number, line in enumerate(SCHEME.split("\n")):
        slipped = {slip(line) for slip in SLIPS.values()} - {None} if number in at else set()
        if slipped:
            line = data.draw(st.sampled_from(sorted(slipped)))
            wanted.add(len("\n".join(written).split("\n")) + 1 + line.count("\n") if written else 1 + line.count("\n"))
        written.append(line)
    assert {line for _, line in told("\n".join(written))} == wanted

"""TOML files: the line of every key, exact numbers, NFC text, and no crash on any bytes."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.errors import ReportError
from cchc_score.files.toml_file import read_toml
from cchc_score.text import nfc
from tests.strategies import examples

NASTY = "ab \"'[]{}#=.,\\ệé"
WORDS = st.text(NASTY, max_size=8)
LITERAL = st.text(NASTY.replace("'", ""), max_size=8)


def basic(text):
    """A basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)


COMMENTS = WORDS.map(lambda text: f" # {text}")
SINGLE = st.one_of(
    st.integers(-99, 99).map(str),
    st.sampled_from(["1.50", "true", "2023-01-15", "2023-01-15T07:00:00", "inf", "''", '""', "''''''", '""""""']),
    WORDS.map(basic),
    LITERAL.map(lambda text: f"'{text}'"),
)


@st.composite
def long_strings(draw):
    """Strings over several lines, with quotes at their very end."""
    lines = draw(st.lists(WORDS, min_size=1, max_size=4))
    extra = draw(st.integers(0, 2))
    if draw(st.booleans()):
        return '"""' + "\n".join(basic(line)[1:-1] for line in lines) + '"' * extra + '"""'
    return "'''" + "\n".join(line.replace("'", "") for line in lines) + "'" * extra + "'''"


@st.composite
def arrays(draw, items):
    """Arrays over several lines, with comments between the items."""
    text = "["
    for item in draw(st.lists(items, max_size=4)):
        comment = draw(st.none() | COMMENTS)
        text += item + "," + (f"{comment}\n" if comment else draw(st.sampled_from(["", " ", "\n", "\n\n"])))
    return text + "]"


@st.composite
def inline(draw, items):
    """Inline tables."""
    return "{ " + ", ".join(f"k{place} = {item}" for place, item in enumerate(draw(st.lists(items, max_size=3)))) + " }"


VALUES = st.recursive(SINGLE | long_strings(), lambda items: arrays(items) | inline(items), max_leaves=6)


class Writer:
    """Writes a document and remembers on which line each key stands."""

    def __init__(self, draw):
        self.draw, self.text, self.wanted, self.count = draw, "", {}, 0

    def key(self):
        """A key that is new, as it means and as it is written."""
        self.count += 1
        style = self.draw(st.sampled_from(["bare", "basic", "literal"]))
        if style == "bare":
            return (name := f"k-{self.count}_"), name
        if style == "basic":
            name = self.draw(WORDS) + str(self.count)
            return name, basic(name)
        name = self.draw(LITERAL) + str(self.count)
        return name, f"'{name}'"

    def here(self):
        return self.text.count("\n") + 1

    def remember(self, path):
        self.wanted[tuple(map(nfc, path))] = self.here()

    def noise(self):
        """Empty lines and comments."""
        for comment in self.draw(st.lists(st.none() | COMMENTS, max_size=2)):
            self.text += f"{comment or ''}\n"

    def end(self):
        self.text += (self.draw(st.none() | COMMENTS) or "") + "\n"

    def statements(self, table):
        """Some keys of a table, plain or dotted."""
        for _ in range(self.draw(st.integers(0, 3))):
            self.noise()
            keys = [self.key() for _ in range(self.draw(st.sampled_from([1, 1, 2, 3])))]
            for depth in range(1, len(keys) + 1):
                self.remember((*table, *(name for name, _ in keys[:depth])))
            dot, sign = (
                self.draw(st.sampled_from([".", " . "])),
                self.draw(st.sampled_from(["=", " = ", "\t=\t"])),
            )
            self.text += self.draw(st.sampled_from(["", "  "])) + dot.join(written for _, written in keys) + sign
            self.text += self.draw(VALUES)
            self.end()

    def header(self, written, path, array=False):
        """A table's header and its keys."""
        self.noise()
        self.remember(path)
        dot = self.draw(st.sampled_from([".", " . "]))
        self.text += f"[[{dot.join(written)}]]" if array else f"[ {dot.join(written)} ]"
        self.end()
        self.statements(path)

    def sections(self):
        """Tables and arrays of tables, and the same within the elements of arrays."""
        for _ in range(self.draw(st.integers(0, 3))):
            name, written = self.key()
            if self.draw(st.booleans()):
                below = [self.key() for _ in range(self.draw(st.integers(0, 2)))]
                self.header([written, *(text for _, text in below)], (name, *(text for text, _ in below)))
                continue
            parts, items = self.key(), self.key()
            for place in range(self.draw(st.integers(1, 3))):
                element = (name, str(place))
                self.header([written], element, array=True)
                if self.draw(st.booleans()):
                    self.header([written, parts[1]], (*element, parts[0]))
                for inner in range(self.draw(st.integers(0, 2))):
                    self.header([written, items[1]], (*element, items[0], str(inner)), array=True)


@st.composite
def documents(draw):
    """A TOML text and the line of each of its keys."""
    writer = Writer(draw)
    writer.statements(())
    writer.sections()
    return writer.text, writer.wanted


def holds(data, path):
    """Whether a path leads somewhere in the data."""
    for step in path:
        if isinstance(data, list):
            data = data[int(step)]
        elif step in data:
            data = data[step]
        else:
            return False
    return True


@examples(300)
@given(document=documents(), ends=st.sampled_from(["\n", "\r\n"]), mark=st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_every_key_is_recorded_with_the_line_it_stands_on(document, ends, mark):
    text, wanted = document
    file = read_toml(mark + text.replace("\n", ends).encode(), "x.toml")
    assert dict(file.lines) == wanted
    assert all(holds(file.data, path) for path in wanted)


def test_a_place_without_a_line_of_its_own_is_that_of_the_table_around_it():
    file = read_toml(b"[a]\nb = [\n { c = 1 },\n { c = 2 },\n]\n", "x.toml")
    assert file.line(("a", "b", "1", "c")) == 2
    assert file.line(("a", "z")) == 1
    assert file.line(("z",)) == 0
    assert file.place(("a", "b"), criterion="1.1").criterion == "1.1"


def test_numbers_stay_as_they_are_written():
    data = read_toml(b"a = 0.10\nb = 1_000.5\nc = 7\nd = 2023-01-15\ne = 1e3", "x.toml").data
    assert data == {
        "a": Decimal("0.10"),
        "b": Decimal("1000.5"),
        "c": 7,
        "d": date(2023, 1, 15),
        "e": Decimal(1000),
    }
    assert str(data["a"]) == "0.10"
    assert isinstance(data["c"], int)


def test_texts_and_keys_are_composed_at_every_depth():
    text = '"e\u0323" = ["e\u0302", { "o\u031b" = "a\u0306" }]'
    assert read_toml(text.encode(), "x.toml").data == {"\u1eb9": ["\u00ea", {"\u01a1": "\u0103"}]}


@pytest.mark.parametrize("first", ["\u1eb9", "e\u0323"])
def test_keys_that_look_the_same_are_told_where_the_second_stands(first):
    other = {"\u1eb9": "e\u0323", "e\u0323": "\u1eb9"}[first]
    with pytest.raises(ReportError) as error:
        read_toml(f'[t]\n"{first}" = 1\n\n"{other}" = 2\n'.encode(), "x.toml")
    (told,) = error.value.findings
    assert (told.code, told.place.line, told.args["key"]) == ("toml-key-twice", 4, "\u1eb9")
    assert told.args["earlier"] == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = " + "[" * 9000 + "]" * 9000, "toml-deep"),
        ("a = " + "{ b = " * 5000 + "1" + " }" * 5000, "toml-deep"),
        ("a = 1\na = 2", "toml-key-twice"),
        ("a = ", "toml-value-absent"),
        ("a = " + "9" * 5000, "toml-broken"),
        ("a = 2023-02-30", "toml-broken"),
        ("a = \x00", "toml-broken"),
    ],
    ids=lambda text: text[:24],
)
def test_what_cannot_be_read_is_a_finding(text, code):
    with pytest.raises(ReportError) as error:
        read_toml(f"{text}\n".encode(), "x.toml")
    assert {told.code for told in error.value.findings} == {code}


@pytest.mark.parametrize("number", ["1e99999999999999999999", "-1e-99999999999999999999", "0e99999999999999999999"])
def test_an_exponent_beyond_all_bounds_is_no_crash(number):
    try:
        value = read_toml(f"a = {number}".encode(), "x.toml").data["a"]
    except ReportError:
        return
    assert isinstance(value, Decimal)


@examples(300)
@given(
    data=st.one_of(st.binary(max_size=60), st.text("ab=.[]{}\"'#\\\n\t 01eE+-_:TZx\u0323", max_size=40).map(str.encode))
)
def test_any_bytes_are_read_or_refused_with_findings(data):
    try:
        file = read_toml(data, "x.toml")
    except ReportError:
        return
    assert all(holds(file.data, path) for path in file.lines)

"""Scheme files: a good one is read, and every fault is told with its line and criterion, all of them at once."""

import re
import unicodedata
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cchc_score.catalogue.scheme_findings import SCHEMES
from cchc_score.errors import PluginError, SchemeError
from cchc_score.methods import Settings, per_commune
from cchc_score.registry.registry import load_registry
from cchc_score.schemes import read_scheme
from tests.json_schema.files import FRAMES
from tests.running import EXAMPLES, ROOT
from tests.schemes.mutations import HALF_READ, MUTATIONS, TOGETHER, Wanted
from tests.schemes.sample import GOOD
from tests.strategies import examples

ELSEWHERE = (
    "form-",
    "units-",
    "case",
    "scheme-un",
    "row-",
    "limits-",
    "title-",
    "deadline",
    "class-above",
    "value-zone",
)
"""How the codes begin that are about forms, units, golden cases, the configuration, hours, and doubtful limits."""


class Strict(Settings):
    """Settings that refuse a level with a word that the catalogue does not have."""

    level: int
    pair: tuple[int, int] = (0, 0)

    def model_post_init(self, context):
        """Refuse 6 without a word and 7 in both languages, and break at 8."""
        if self.level == 6:
            raise ValueError
        if self.level == 7:
            raise ValueError("số xui", "unlucky")
        if self.level == 8:
            raise RuntimeError("broken")


@per_commune("test.strict", Strict)
def strict(rule):
    """Nothing."""
    return 0


@per_commune("test.unknown_fact")
def unknown_fact(rule, qqqqq):
    """Nothing."""
    return 0


@pytest.fixture(scope="session")
def methods(registry):
    return {**registry.methods, strict.name: strict, unknown_fact.name: unknown_fact}


@pytest.fixture(scope="session")
def read(registry, methods):
    """Read a scheme from text or bytes."""

    def reading(text, name="mau.toml"):
        data = text if isinstance(text, bytes) else text.encode()
        return read_scheme(data, name, methods, registry.indicators)

    return reading


@pytest.fixture(scope="session")
def faults(read):
    """What is told about a scheme: (code, line, criterion or area) of each finding."""

    def told(text):
        return {(one.code, one.place.line, one.place.criterion or one.place.area) for one in findings(read, text)}

    return told


def findings(read, text):
    with pytest.raises(SchemeError) as error:
        read(text)
    assert all(one.place.file == "mau.toml" for one in error.value.findings)
    return error.value.findings


def test_the_sample_is_good_and_read_whole(read):
    scheme = read(GOOD)
    assert [area.code for area in scheme.areas] == ["work", "people", "extra"]
    assert [area.criteria for area in scheme.areas] == [
        ("1.1", "1.2", "1.3"),
        ("2.1", "2.2", "2.3"),
        ("3.1",),
    ]
    assert {leaf.method for leaf in scheme.leaves} == {
        "deadline",
        "options",
        "ratio",
        "bands",
        "count",
        "best",
        "target",
        "given",
    }
    assert scheme.criteria["2.2"].parts == ("2.2.1", "2.2.2")
    assert scheme.criteria["1.1.1"].max_points == Fraction(3, 2)
    assert scheme.criteria["1.2"].settings.part.terms == ((1, "t_received"), (-1, "t_overdue"))
    assert scheme.criteria["1.1.2"].factor.values["light"] == Fraction(1, 2)
    assert scheme.criteria["2.1.1"].line == GOOD[: GOOD.index('[criterion."2.1.1"]')].count("\n") + 1
    assert scheme.ranking.above_100 == "keep"
    assert [context.indicator for context in scheme.context] == ["t_whole"]


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_each_fault_is_told_with_its_line_and_criterion_and_nothing_else_is(name, faults):
    mutation = MUTATIONS[name]
    text = mutation.applied()
    assert faults(text) == {wanted.found_in(text) for wanted in mutation.wanted}


@pytest.mark.parametrize("name", sorted(HALF_READ))
def test_a_table_that_cannot_be_read_brings_no_second_fault(name, faults):
    mutation = HALF_READ[name]
    text = mutation.applied()
    assert faults(text) == {wanted.found_in(text) for wanted in mutation.wanted}


def test_every_fault_that_a_scheme_can_have_is_provoked():
    faults = [*MUTATIONS.values(), *HALF_READ.values()]
    provoked = {wanted.code for mutation in faults for wanted in mutation.wanted}
    assert {code for code in SCHEMES if not code.startswith(ELSEWHERE)} == provoked


@examples(60)
@given(names=st.sets(st.sampled_from(TOGETHER), min_size=2))
def test_faults_in_one_file_are_all_told_at_once(names, faults):
    text = GOOD
    for name in sorted(names):
        text = MUTATIONS[name].applied(text)
    wanted = {wanted.found_in(text) for name in names for wanted in MUTATIONS[name].wanted}
    assert faults(text) == wanted


@pytest.mark.parametrize(
    "settings_fault",
    ["misspelt key", "misspelt method", "misspelt fact in a sum"],
)
def test_faults_of_a_criterion_and_of_its_settings_are_told_at_once(settings_fault, faults):
    mutation = MUTATIONS[settings_fault]
    text = mutation.applied().replace('title = "Đúng hạn"\n', "title = 7\n")
    own = Wanted("value-text", "title = 7", "1.2")
    assert faults(text) >= {one.found_in(text) for one in (own, *mutation.wanted)}


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ('method = "ratio"', 'method = "ratios"', "ratio"),
        ('value = "t_share"', 'value = "t_shore"', "t_share"),
        ("zero_below", "zero_bellow", "zero_below"),
        ("light = 0.5", "ligth = 0.5", "light"),
        ("decision =", "decisoin =", "decision"),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_what_was_meant(old, new, meant, read):
    told = findings(read, GOOD.replace(old, new))
    assert meant in {one.args["near"] for one in told if one.code.endswith("-near")}
    assert any(f"did you mean '{meant}'?" in one.message("en") for one in told)


HUGE = f"0x{'F' * 5000}"
NUMBERS = [
    "1e999999999",
    "-1e999999999",
    "1e-999999999",
    "inf",
    "-inf",
    "+nan",
    "nan",
    "true",
    "1" + "0" * 400,
    HUGE,
]


@pytest.mark.parametrize("number", [*NUMBERS, "1e99999999999999999999"], ids=lambda text: text[:24])
@pytest.mark.parametrize("key", ["max_points = 20", "zero_below = 80", "each = 0.5", "from = 70", "period = 2023"])
def test_no_number_however_strange_gets_past_its_key(key, number, faults):
    old = GOOD[: GOOD.index(key)]
    line = old.count("\n") + 1
    told = faults(GOOD.replace(key, f"{key.partition('=')[0]}= {number}"))
    assert line in {place for _, place, _ in told}
    assert {code for code, _, _ in told} <= {
        "number",
        "number-range",
        "value-whole",
        "value-limit",
        "negative",
        "toml-broken",
    }


def test_an_integer_of_too_many_digits_is_a_fault_of_the_file(faults):
    told = faults(GOOD.replace("max_points = 20", f"max_points = {'9' * 5000}"))
    assert [code for code, _, _ in told] == ["toml-broken"]


def test_zero_may_be_written_with_any_exponent(read):
    scheme = read(GOOD.replace("never = 0\n", "never = 0e999999\n"))
    assert scheme.criteria["1.1.1"].settings.never == 0


def test_keys_that_are_equal_in_nfc_are_one_key(faults):
    composed = unicodedata.normalize("NFC", "thẩm")
    decomposed = unicodedata.normalize("NFD", composed)
    text = f'{GOOD}\n[area."{composed}"]\nnumber = 4\n\n[area."{decomposed}"]\nnumber = 5\n'
    assert faults(text) == {("toml-key-twice", text.count("\n") - 1, "")}


def test_texts_are_read_in_nfc(read):
    scheme = read(unicodedata.normalize("NFD", GOOD))
    assert scheme.title == unicodedata.normalize("NFC", "Bộ tiêu chí nhỏ")


def test_byte_order_mark_and_line_ends_of_windows_change_nothing(read, faults):
    assert read(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()).criteria == read(GOOD).criteria
    for mutation in (MUTATIONS["misspelt method"], MUTATIONS["points of a band between steps"]):
        text = mutation.applied()
        assert faults(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == faults(text)


def test_only_the_fingerprint_tells_bytes_apart(read):
    assert read(GOOD).sha256 != read(GOOD + "\n").sha256


def test_deep_nesting_is_told_and_no_crash(faults):
    assert faults(f"{GOOD}\ndeep = {'[' * 5000}{']' * 5000}\n") == {("toml-deep", 0, "")}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("version = ", "toml-value-absent"),
        ('version = "1', "toml-quote"),
        ("version 1", "toml-equals"),
        ("version = [1, 2", "toml-bracket"),
        ("code = 'mau'", "toml-key-twice"),
        ("version = = 1", "toml-broken"),
    ],
)
def test_broken_toml_is_told_with_its_line(line, code, faults):
    before = GOOD[: GOOD.index('version = "1"')]
    assert faults(GOOD.replace('version = "1"', line)) == {(code, before.count("\n") + 1, "")}


def test_other_encodings_are_told_with_their_line(faults):
    assert faults(GOOD.encode().replace("Chỉ đạo".encode(), b"Ch\xcc d\xf5o")) == {
        ("file-not-utf8", GOOD[: GOOD.index("Chỉ đạo")].count("\n") + 1, "")
    }


@pytest.mark.parametrize("table", ["scheme", "ranking", "area", "criterion"])
def test_a_scheme_without_one_of_its_tables_says_which(table, read):
    text = re.sub(rf"(?ms)^\[{table}[.\]].*?(?=^\[(?!{table}[.\]])|\Z)", "", GOOD)
    assert {(one.code, one.args.get("key")) for one in findings(read, text)} >= {("key-missing", table)}


def test_what_a_plugin_refuses_is_told_in_its_own_words(read):
    text = GOOD.replace('method = "count"\ncount = "t_whole"\neach = 0.5\n', 'method = "test.strict"\nlevel = 7\n')
    (told,) = findings(read, text)
    assert "không dùng được: số xui; sửa lại" in told.words("vi")
    assert "cannot be used: unlucky; correct it" in told.words("en")


def test_settings_that_fail_name_their_method(read):
    text = GOOD.replace('method = "count"\ncount = "t_whole"\neach = 0.5\n', 'method = "test.strict"\nlevel = 8\n')
    with pytest.raises(PluginError) as error:
        read(text)
    (told,) = error.value.findings
    assert (told.code, told.args["method"], told.args["function"]) == (
        "method-extra",
        "test.strict",
        "Strict",
    )


KEY = re.compile(r"(?:^|[{,] ?)([a-z_0-9]+) = ", re.MULTILINE)
CODE = re.compile(r'"-?(t_[a-z_]+)"')
METHOD = re.compile(r'^method = "([a-z]+)"', re.MULTILINE)
RULES_FROM = GOOD.index('[criterion."1.1"]')
SITES = sorted(
    {match.span(1) for pattern in (KEY, CODE, METHOD) for match in pattern.finditer(GOOD, RULES_FROM)}
    | {match.span(1) for match in re.finditer(r"^([a-z_0-9]+) = ", GOOD, re.MULTILINE)}
)


def table_around(at):
    """The lines of the table of the sample in which a place stands."""
    borders = [*(match.start() for match in re.finditer(r"^\[", GOOD, re.MULTILINE)), len(GOOD)]
    begin, end = max(one for one in borders if one <= at), min(one for one in borders if one > at)
    return range(GOOD[:begin].count("\n") + 1, GOOD[:end].count("\n") + 1)


@examples(400)
@given(site=st.sampled_from(SITES), data=st.data())
def test_a_single_wrong_letter_is_refused_where_it_stands(site, data, faults):
    start, end = site
    at = data.draw(st.integers(start, end - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789_"))
    assume(letter != GOOD[at])
    line = GOOD[:start].count("\n") + 1
    headers = re.findall(r'^\[criterion\."([0-9.]+)"\]', GOOD[:start], re.MULTILINE)
    told = faults(GOOD[:at] + letter + GOOD[at + 1 :])
    number = headers[-1] if headers else None
    # A key that becomes one of its neighbours is noticed where the second of the two stands.
    table = table_around(start)
    assert any(
        place == line or (number and named == number) or (code in ("toml-broken", "toml-key-twice") and place in table)
        for code, place, named in told
    )


def schemes():
    """Every scheme that is shipped, shown as an example, or used in a test; those of plugins are read where they are installed."""
    of_plugins = {EXAMPLES / "plugins", ROOT / "scoring_rules" / "skeletons" / "plugin"}
    for folder in (ROOT / "scoring_rules", EXAMPLES, ROOT / "tests" / "rule_forms"):
        for path in sorted(folder.rglob("*.toml")):
            if (
                of_plugins.isdisjoint(path.parents)
                and not path.name.endswith(".cases.toml")
                and "\n[scheme]\n" in f"\n{path.read_text(encoding='utf-8')}"
                and path not in FRAMES
            ):
                yield path


@pytest.mark.parametrize("path", list(schemes()), ids=lambda path: path.stem)
def test_shipped_schemes_and_examples_are_without_fault(path):
    folders = {"huyen": [EXAMPLES / "my_methods"]}
    known = load_registry(folders.get(path.stem, ()))
    assert read_scheme(path.read_bytes(), path.name, known.methods, known.indicators).criteria

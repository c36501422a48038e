"""Help and mistakes of the command line: whole sentences, and the right form of the command in both languages."""

import click
import pytest

from cchc_score.cli.command import Group
from cchc_score.cli.main import program
from tests.running import EXAMPLES, command

LANGUAGES = ("vi", "en")
YEAR = EXAMPLES / "gop-hai-thu-muc" / "chung"
# A terminal of 80 letters, less the longest name of a command and the space around it.
ONE_LINE = 64


def commands(group, path="cchc-score"):
    """Every command below a group with its path, groups too."""
    for name, one in group.commands.items():
        yield f"{path} {name}", one
        if isinstance(one, Group):
            yield from commands(one, f"{path} {name}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_of_commands_has_one_whole_sentence_for_each(lang):
    for path, one in commands(program(lang)):
        short = one.get_short_help_str()
        assert short.endswith("."), path
        assert not short.endswith("..."), path
        assert short.count(". ") == 0, path
        assert len(short) <= ONE_LINE, path
    assert "..." not in command("--help", "--lang", lang).out.partition("\n\n")[2]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("group", ["export", "scheme"])
def test_groups_know_the_language(group, lang):
    assert "--lang vi|en" in command(group, "--help", "--lang", lang).out


def needed(one):
    """The arguments that a command cannot do without."""
    return [param for param in one.params if isinstance(param, click.Argument) and param.required]


@pytest.mark.full
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mistake_shows_the_right_form_of_the_command(lang):
    form = {"vi": "Cách viết: ", "en": "Write it so: "}[lang]
    for path, one in commands(program(lang)):
        words = path.split()[1:]
        mistakes = [[*words, "--nope"], [*words, "--lang", lang, "--debug=5"]]
        if not isinstance(one, Group):
            mistakes += [[*words, "--plugins"]] * ("--plugins" in [opt for param in one.params for opt in param.opts])
            mistakes += [words] * bool(needed(one))
        for mistake in mistakes:
            result = command(*mistake, CCHC_LANG=lang)
            fault, shown, hint = result.err.splitlines()
            assert result.code == 2
            assert fault.startswith("lỗi: " if lang == "vi" else "error: ")
            assert shown.startswith(f"{form}{path} "), mistake
            assert f"{path} --help" in hint


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rank", "--debug=5"), "tùy chọn '--debug' không nhận giá trị"),
        (("rank", "--format"), "tùy chọn '--format' cần một giá trị: --format NAME"),
        (("merge", "a"), "Cách viết: cchc-score merge [TÙY CHỌN] A B -o DIR"),
        (("appraise", "a.xlsx"), "[ĐƯỜNG_DẪN]... --round N -o FILE.toml"),
        (("explain", YEAR, "15865"), "là một thư mục hoặc tệp; ghi đơn vị trước"),
        (("explain", "1.2", "15865", YEAR), "'1.2' là số của một tiêu chí; ghi đơn vị trước"),
    ],
)
def test_what_is_wrong_is_said_with_the_words_that_are_right(words, told):
    result = command(*words)
    assert (result.code, told in result.err) == (2, True), result.err


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The folder that `init` makes, with two rounds of appraisal."""
    folder = tmp_path_factory.mktemp("year") / "nam"
    assert command("init", folder).code == 0
    return folder


@pytest.mark.full
@pytest.mark.parametrize(
    ("vietnamese", "english"), [("bao-cao", "reported"), ("vong-1", "round-1"), ("cuoi-cung", "final")]
)
def test_stages_have_vietnamese_names(vietnamese, english, year):
    one, other = (command("rank", year, "--stage", name, "--format", "csv") for name in (vietnamese, english))
    assert one == other
    assert one.out
    compared = [command("compare", "tu-cham", name, year) for name in (vietnamese, english)]
    assert compared[0] == compared[1]
    assert compared[0].out


def test_an_unknown_stage_lists_both_names(year):
    result = command("rank", year, "--stage", "vong-9")
    assert result.code == 2
    assert "'vong-9'" in result.err
    assert "final (cuoi-cung), round-1 (vong-1), round-2 (vong-2)" in result.err

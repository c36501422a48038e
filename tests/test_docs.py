"""README and docs are true: their commands run, their Python and TOML work, their links lead somewhere."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from cchc_score.catalogue.law_findings import LAWS
from tests.appraisal.filling import filled
from tests.layers import PACKAGES
from tests.review.kit import filled as reviewed
from tests.running import ROOT, command
from tests.web.server import running

TUTORIALS = [ROOT / "docs" / "tutorial.md", ROOT / "docs" / "vi" / "tutorial.md"]
"""Followed from their first line to their last, in tests/docs."""
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
CANNOT = {"law-settings-type", "law-settings-refused", "law-indicators"}
"""What keeps laws from being asked."""
RUN_ELSEWHERE = [["python", "-m", tool] for tool in ("pip", "pytest", "sphinx")]
"""By the check of the whole project, and in tests/docs."""
ARCHITECTURE = [ROOT / "docs" / "architecture.md", ROOT / "docs" / "vi" / "architecture.md"]
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")


def name_of(page):
    """A page's name among all pages."""
    return page.relative_to(ROOT).as_posix()


def blocks(kind):
    return [
        pytest.param(page, body, id=f"{name_of(page)}-{number}")
        for page in PAGES
        for number, (language, body) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
        if language == kind and page not in TUTORIALS
    ]


@pytest.mark.parametrize("page", [page for page in PAGES if page not in TUTORIALS], ids=name_of)
@pytest.mark.full
def test_every_command_runs(page, tmp_path):
    """In their order: what one writes, a later one may read."""
    made = {}
    for line in "".join(
        body for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == "sh"
    ).splitlines():
        for words in (shlex.split(part) for part in line.split("&&")):
            if words[0] != "cchc-score":
                assert words[:3] in RUN_ELSEWHERE, line
                continue
            if words[1] == "serve":
                with running(*words[2:], home=tmp_path / "may-chu") as (address, browser):
                    assert browser.open(address).status == 200
                continue
            if "-o" in words:
                # What a command writes, it writes beside nothing of the project.
                name = words[words.index("-o") + 1]
                made[name] = tmp_path / name
            if words[1] == "init":
                made |= {words[2] + stage: f"{tmp_path / words[2]}{stage}" for stage in ("", "@reported", "@final")}
            if "--review" in words:
                name = words[words.index("--review") + 1]
                made[name] = tmp_path / name
            if words[1] == "appraise":
                fill_in(made[words[2]])
            if words[1] == "correct":
                look_through(made[words[2]])
            result = command(*(made.get(word, word) for word in words[1:]))
            assert result.code == 0, f"{line}\n{result.err}"
            assert result.out


def fill_in(path):
    """Fill a workbook as a council would between the two commands."""
    cells = {"new": 0.5, "reason": "Chậm 10 ngày", "evidence": "Kế hoạch 02/KH-UBND"}
    path.write_bytes(filled(path.read_bytes(), {("criterion", "M01", "1.1.1"): cells}))


def look_through(path):
    """Fill the workbook of a review as somebody would between the two commands."""
    path.write_bytes(reviewed(path.read_bytes(), {"procedures_abolished": {"new": "1.250", "reason": "hỏi lại"}}))


@pytest.mark.parametrize(("page", "body"), blocks("python"))
def test_every_plugin_in_the_docs_loads_beside_the_others(page, body, tmp_path):
    (tmp_path / "shown.py").write_text(body, encoding="utf-8")
    result = command("plugins", "--plugins", tmp_path)
    assert result.code == 0, result.err
    assert "shown" in result.out


@pytest.mark.parametrize(("page", "body"), [one for one in blocks("python") if "cchc_readers" in one.values[1]])
def test_the_reader_in_the_docs_reads_a_report_with_its_lines(page, body, tmp_path):
    (tmp_path / "my").mkdir()
    (tmp_path / "my" / "shown.py").write_text(body, encoding="utf-8")
    (tmp_path / "01.kv").write_text("unit: 01\nyear: 2023\n\ndossiers_received: 1.340\nzzz: 1\n", encoding="utf-8")
    told = command("check", "01.kv", "--scheme", "minh-hoa-2023", "--plugins", "my", "--format", "json", cwd=tmp_path)
    (place,) = (one["place"] for one in json.loads(told.out)["findings"] if one["code"] == "fact-unknown")
    assert "01.kv" in str(place)
    assert "5" in str(place)
    ranked = command("score", "01.kv", "--scheme", "minh-hoa-2023", "--plugins", "my", cwd=tmp_path)
    assert "1.340" in ranked.out


def test_the_lines_for_a_virtual_environment_name_what_python_puts_there():
    """On Windows too, as far as the files that Python copies into an environment tell."""
    import venv

    scripts = Path(venv.__file__).parent / "scripts"
    known = {path.name: path.parent.name for path in scripts.rglob("*") if path.is_file()}
    for page in TUTORIALS:
        text = page.read_text(encoding="utf-8")
        lines = {kind: body.splitlines() for kind, body in BLOCK.findall(text) if kind in ("powershell", "bat", "bash")}
        assert lines["powershell"] == ["py -m venv .venv", ".venv\\Scripts\\Activate.ps1"]
        assert lines["bat"] == ["py -m venv .venv", ".venv\\Scripts\\activate.bat"]
        assert lines["bash"] == ["python3 -m venv .venv", ". .venv/bin/activate"]
    # `activate.bat` comes with Python for Windows alone.
    assert {known["Activate.ps1"], known["activate"]} == {"common"}


@pytest.mark.parametrize(("page", "body"), blocks("py"))
@pytest.mark.full
def test_every_test_in_the_docs_passes_beside_the_plugin_of_its_page(page, body, tmp_path):
    plugin = next(one.values[1] for one in blocks("python") if one.values[0] == page)
    (name,) = re.findall(r"^from (\w+) import", body, re.MULTILINE)[:1]
    (tmp_path / f"{name}.py").write_text(plugin, encoding="utf-8")
    (tmp_path / "test_shown.py").write_text(body, encoding="utf-8")
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    result = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout


def test_the_page_on_plugins_names_every_law():
    text = (ROOT / "docs" / "writing-a-plugin.md").read_text(encoding="utf-8")
    table = text.partition("| law |")[2].partition("\n\n")[0]
    told = {code.removeprefix("law-") for code in LAWS if code not in CANNOT}
    assert set(re.findall(r"`(\w+)`", "".join(row.split("|")[1] for row in table.splitlines()[2:]))) == told


@pytest.mark.parametrize(("page", "body"), blocks("toml"))
def test_every_toml_in_the_docs_can_be_read(page, body):
    assert tomli.loads(body)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page):
    for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


def test_the_readme_speaks_both_languages_and_shows_the_shipped_example():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.count("cchc-score rank examples/lam-dong-2025") >= 2
    assert text.count("cchc-score rank examples/hoang-hoa-2023") >= 2
    assert text.count('python -m pip install ".[dev]" && python -m pytest') == 2
    for words in ("65,97", "93,84", "65.97", "93.84"):
        assert words in text


def test_the_worked_criterion_is_on_the_sheet():
    sheet = command("score", "examples/hoang-hoa-2023", "--unit", "15865", "--format", "csv", "-q").out
    line = next(line for line in sheet.splitlines() if line.startswith("1.3.1;"))
    for words in ("14 [1.3.2]", "1 [1.3.3]", "15 [1.3.1]", '"2,50"', '"2,5"'):
        assert words in line


def test_every_text_file_is_nfc():
    import unicodedata

    for path in ROOT.rglob("*"):
        hidden = any(part.startswith(".") and part != ".ci" for part in path.relative_to(ROOT).parts)
        if hidden or not path.is_file() or path.suffix not in (".py", ".md", ".toml", ".csv", ".txt", ""):
            continue
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), path


def test_the_docs_name_every_method_and_no_other(registry):
    text = (ROOT / "docs" / "writing-a-scheme.md").read_text(encoding="utf-8")
    table = text.partition("## Methods")[2].partition("\n\n`if_none`")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(registry.methods)


def test_the_changelog_knows_this_version():
    from cchc_score.version import VERSION

    assert f"## {VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert Path(ROOT / "LICENSE").exists()


def test_the_picture_of_the_architecture_names_rooms_that_exist():
    picture = (ROOT / "docs" / "architecture.svg").read_text(encoding="utf-8")
    rooms = [room for line in re.findall(r'fill="#555">([^<]+)<', picture) for room in re.findall(r"[\w/*.]+", line)]
    homes = (ROOT / "cchc_score", ROOT / "plugins", ROOT)
    known = [
        room for room in rooms if any([*home.glob(room), *home.glob(f"{room}.py")] for home in homes if room != "...")
    ]
    assert set(rooms) - set(known) == {"docx", "xlsx", "txt", "csv", "toml", "..."}


@pytest.mark.parametrize("page", ARCHITECTURE, ids=name_of)
def test_the_table_of_rooms_is_in_the_order_of_imports(page):
    rows = re.findall(r"^\| (`[^|]+) \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert [re.findall(r"`(\w+)`", row) for row in rows] == [
        [name or "cchc_score" for name in line] for line in PACKAGES
    ]


@pytest.mark.parametrize("page", ARCHITECTURE, ids=name_of)
def test_every_module_on_the_page_of_the_architecture_exists(page):
    named = re.findall(r"`(\w+(?:/\w+)+)(?:\.py)?`", page.read_text(encoding="utf-8"))
    homes = (ROOT, ROOT / "cchc_score")
    assert len(named) > 20
    assert not [
        name for name in named if not any((home / name).is_dir() or (home / f"{name}.py").is_file() for home in homes)
    ]

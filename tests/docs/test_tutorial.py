"""The tutorial, followed word by word from an empty folder: its files, its commands, and what they are said to print."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running import ROOT, command

PAGES = {"vi": ROOT / "docs" / "vi" / "tutorial.md", "en": ROOT / "docs" / "tutorial.md"}
STEP = re.compile(
    r"^```(?:\{code-block\} \w+\n:caption: (?P<file>[^\n]+)\n\n|(?P<kind>sh|text)\n)(?P<body>.*?)^```", re.M | re.S
)


@dataclass
class Reader:
    """Somebody who does what a page says."""

    folder: Path
    printed: str = ""

    def write(self, caption, body):
        """A file; one that stands after a comma in its caption is added to."""
        name, more, _ = caption.partition(", ")
        path = self.folder / name
        before = path.read_text(encoding="utf-8") + "\n" if more else ""
        path.write_text(before + body, encoding="utf-8")

    def run(self, line):
        """One line; the number after '#' is what the command ends with."""
        words, _, code = line.partition("#")
        match words.split():
            case ["mkdir", name]:
                (self.folder / name).mkdir()
            case ["cd", name]:
                self.folder /= name
            case ["cchc-score", *rest]:
                result = command(*rest, cwd=self.folder)
                assert result.code == int(code or 0), f"{line}\n{result.err}{result.out}"
                assert result.err == "" or code or "xem-thu" in line, result.err
                self.printed = result.out + result.err
            case other:
                assert other[:4] == ["python", "-m", "pip", "install"], line

    def sees(self, text):
        """Every line stands in what the last command printed, however wide its columns are."""
        shown = " ".join(self.printed.split())
        for line in text.strip().splitlines():
            assert " ".join(line.split()) in shown, f"{line}\n---\n{self.printed}"


@pytest.mark.full
@pytest.mark.parametrize("lang", PAGES)
def test_somebody_who_does_what_it_says_gets_what_it_shows(lang, tmp_path):
    reader = Reader(tmp_path)
    for step in STEP.finditer(PAGES[lang].read_text(encoding="utf-8")):
        if step["file"]:
            reader.write(step["file"], step["body"])
        elif step["kind"] == "sh":
            for line in step["body"].splitlines():
                reader.run(line)
        else:
            reader.sees(step["body"])
    assert (reader.folder / "xep-hang.csv").exists()
    assert (reader.folder / "phieu-diem.md").exists()


def test_both_languages_write_the_same_files_and_run_the_same_commands():
    steps = {}
    for lang, page in PAGES.items():
        found = [step for step in STEP.finditer(page.read_text(encoding="utf-8")) if step["kind"] != "text"]
        steps[lang] = [
            ((step["file"] or "").partition(",")[0], step["body"].replace(" --lang en", "")) for step in found
        ]
    assert len(steps["vi"]) > 15
    assert steps["vi"] == steps["en"]

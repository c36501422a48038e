"""Small folders of one year, written from what they hold."""

import shutil

from cchc_score.merging.versions import load_side
from tests.year.test_work import ENTRY, FILES

ROOT_FILES = FILES | {"units.csv": "code,name\n" + "".join(f"{code},Xã {code}\n" for code in "ABCDE")}
ROOT_FILES["reports/nam-2023.csv"] = "unit,tin\n" + "".join(f"{code},{n}\n" for n, code in enumerate("ABCDE"))


def entry(unit, new, old="0", id="", round=1, **other):
    """An entry about criterion 1.1 of a unit; unit X has X reports of news, each half a point."""
    values = {"id": id or f"{unit}-{round}", "round": round, "unit": unit, "old": old, "new": new} | other
    text = ENTRY.format('"KH"')
    for key, value in values.items():
        line = next((one for one in text.splitlines() if one.startswith(f"{key} =")), None)
        shown = value if key in ("old", "new", "round", "on") else f'"{value}"'
        text = text.replace(line, f"{key} = {shown}") if line else f"{text}{key} = {shown}\n"
    return text


def write(root, files=()):
    """A folder of the year with these files beside, or in place of, its usual ones; None takes one away."""
    shutil.rmtree(root, ignore_errors=True)
    for name, text in (ROOT_FILES | dict(files)).items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def side(root, files=()):
    """A folder as one side of a merge."""
    return load_side(write(root, files), lambda *_: None)


def content(merged):
    """What the files of a merged folder hold."""
    return {
        name: one.content if isinstance(one.content, bytes) else one.content.read_bytes()
        for name, one in merged.files.items()
    }


def held(root):
    """What the files of a folder hold."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}

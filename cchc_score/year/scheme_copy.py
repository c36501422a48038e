"""The real scheme as a draft to begin with: its text under another name, without any claim to be the decision's."""

import re

from cchc_score.schemes.next_year import next_year
from cchc_score.text import Lang
from cchc_score.year.packaged import folder, shipped
from cchc_score.year.skeletons import SCHEMES, skeleton

_HEAD = re.compile(r"\A(?:#[^\n]*\n|\n)+")
_EXAMPLE = {"units.csv": "units.csv", "reports/": "vi-du/", "survey/": ""}
"""What of the year that `init` makes tries the copy, and under which paths."""


def scheme_copy(name: str, year: int, lang: Lang) -> dict[str, bytes]:
    """The real scheme as a draft called `name` for a year, with its golden cases and made-up figures to try it on.

    For another year than its own every date and year is moved as `scheme next-year` does, and has to be confirmed.
    """
    origin = SCHEMES["lam-dong"]
    text, cases = (_without_head(shipped(file) or b"") for file in (origin, f"{origin}.cases"))
    period = int(_value(text, "period"))
    bodies = {f"{name}.toml": _as_draft(text, name, period), f"{name}.cases.toml": cases}
    if year != period:
        bodies = {path: next_year(body, period, year - period).text for path, body in bodies.items()}
    files = skeleton("scheme-copy", name, lang)
    for path, body in bodies.items():
        files[path] = files.pop(path.replace(".toml", ".head.txt")) + body.encode()
    return files | _example(period, year)


def _without_head(data: bytes) -> str:
    """A file without the comments above its first table: they say what it is."""
    return _HEAD.sub("", data.decode())


def _as_draft(text: str, name: str, period: int) -> str:
    """The text of a scheme as that of a draft which says on which decision it rests."""
    decision = _value(text, "decision")
    paper = decision.partition(" ngày ")[0]
    changed = {
        "code": name,
        "title": f"Chỉ số CCHC cấp xã năm {period} (bản nháp, dựa trên quyết định {paper})",
        "decision": f"bản nháp, chưa ban hành; dựa trên quyết định {decision}",
    }
    for key, value in changed.items():
        # The first of each is that of [scheme], which comes before areas and criteria.
        text = re.sub(rf"^({key} *= *)\"[^\"]*\"", rf'\g<1>"{value}"', text, count=1, flags=re.MULTILINE)
    # A paragraph stays worth naming, as that of the decision which the criterion was taken from.
    return re.sub(r"^(reference *= *\")(Quyết định )", r"\1Dựa theo \2", text, flags=re.MULTILINE)


def _value(text: str, key: str) -> str:
    found = re.search(rf"^{key} *= *\"?([^\"\n]*)", text, flags=re.MULTILINE)
    assert found is not None, key
    return found[1].strip()


def _example(period: int, year: int) -> dict[str, bytes]:
    """The made-up figures of three units, as figures of a year."""
    files = {}
    for path, data in folder("starters/lam-dong").items():
        for begins, target in _EXAMPLE.items():
            if path.startswith(begins):
                moved = data.decode().replace(f"\nyear = {period}\n", f"\nyear = {year}\n")
                files[target + path.removeprefix(begins)] = moved.encode()
    return files

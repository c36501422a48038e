"""Folders to begin with: a year, and skeletons of what people write themselves (a scheme, a form, a plugin)."""

import re

from cchc_score.text import Lang, bare
from cchc_score.year.packaged import folder, shipped

KINDS = ("scheme", "form", "plugin")
PREFIX = "cchc-"
"""How the package of a plugin is named, so that its module shadows no other."""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
MAX_NAME = 40
_COMMENT = re.compile(r"^( *# )(vi|en): ")
_STANDS_FOR_THE_NAME = "ten-moi"


def skeleton(kind: str, name: str, lang: Lang) -> dict[str, bytes]:
    """The files of a skeleton by their paths in its folder; `name` is a good one."""
    found = folder(f"skeletons/{kind}")
    return {
        _named(path.replace(f".{lang}.md", ".md"), name): _named(_in_language(data.decode(), lang), name).encode()
        for path, data in found.items()
        if path.endswith(f".{lang}.md") or not path.endswith((".vi.md", ".en.md"))
    }


def is_name(word: str) -> bool:
    """Whether a word can name a file, a code and a package: small unaccented letters, digits, single dashes."""
    return len(word) <= MAX_NAME and _NAME.fullmatch(word) is not None


def likely_name(word: str) -> str:
    """The name that a word was probably meant to be, or nothing."""
    made = re.sub(r"[^a-z0-9]+", "-", bare(word)).strip("-")
    return made if is_name(made) else ""


def in_code(name: str) -> str:
    """A name as it stands in Python."""
    return name.replace("-", "_")


def _named(text: str, name: str) -> str:
    # As it stands in Python too, where a dash would be a minus.
    return text.replace(in_code(_STANDS_FOR_THE_NAME), in_code(name)).replace(_STANDS_FOR_THE_NAME, name)


def _in_language(text: str, lang: Lang) -> str:
    """A text with the comments of one language, '# vi: ...' or '# en: ...', as plain comments."""
    lines = []
    for line in text.splitlines(keepends=True):
        comment = _COMMENT.match(line)
        if comment is None:
            lines.append(line)
        elif comment[2] == lang:
            lines.append(comment[1] + line[comment.end() :])
    return "".join(lines)


SCHEMES = {"lam-dong": "lam-dong-1234-2025", "minh-hoa": "minh-hoa-2023"}
"""What a year or a scheme can begin with: the real scheme of a province, or one that is made up to illustrate."""
_FORM = "phu-luc-01b-2023"
_RULE_FILES = ("bo-tieu-chi.toml", "bo-tieu-chi.cases.toml", "mau-bao-cao.toml")


def starter(origin: str) -> dict[str, bytes]:
    """The files of the folder of a year by their paths in it; `origin` is one of SCHEMES."""
    own = folder(f"starters/{origin}")
    # The real scheme is used as it is shipped: a copy could be changed and still bear the decision's name.
    if origin == "lam-dong":
        return own
    scheme = SCHEMES[origin]
    rules = {
        name: data
        for name, data in zip(
            _RULE_FILES, (shipped(scheme), shipped(f"{scheme}.cases"), shipped(_FORM, "forms")), strict=True
        )
        if data is not None
    }
    return own | rules


EMPTY_FOLDERS = ("so-xa", "bao-cao", "tu-cham", "tham-dinh", "dieu-tra")
"""The folders of a year into which nothing has come yet."""
_OWN_RULES = (
    'scheme      = "bo-tieu-chi.toml"        # bộ tiêu chí\nform        = "mau-bao-cao.toml"        # mẫu báo cáo'
)
"""What a configuration says of rules that lie in the year's own folder."""


def empty_starter(origin: str) -> dict[str, bytes]:
    """The files of a year into which nothing has come yet, with the rules of one of SCHEMES."""
    own = folder("starters/trong")
    if origin == "lam-dong":
        return own
    config = own["cchc.toml"].decode()
    # Its examples of periods are those of the real scheme's year.
    config = config.replace("2025-", "2023-").replace("2026-", "2024-")
    config = re.sub(r"(?m)^scheme .*$", lambda _: _OWN_RULES, config, count=1)
    rules = {name: data for name, data in starter(origin).items() if name in _RULE_FILES}
    return own | {"cchc.toml": config.encode()} | rules

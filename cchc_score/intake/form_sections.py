"""Which of a form's tables a table in a document is: by the titles above it and by its rows, or nobody can tell."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from cchc_score.intake.folded_text import fold
from cchc_score.intake.label_rows import label_key
from cchc_score.model import Form, FormRow, FormSection


def title_letters(text: str) -> str:
    """The letters and digits of a title: people part a name and what follows it by a colon, a dash or a line."""
    return "".join(char for char in fold(text) if char.isalnum())


class FormSections:
    """The tables of a form by their titles and their rows; a form of one table has no titles, and '' is its name.

    `rows` are the rows of each table by their codes in the form, `lines` the same by those of the printed rows, `keys`
    their printed codes and labels as folded.
    """

    def __init__(self, form: Form) -> None:
        self.tables = {table.name: table for table in form.tables}
        self.rows: dict[str, dict[str, FormRow]] = {name: {} for name in self.tables}
        self.lines: dict[str, dict[str, list[FormRow]]] = {name: {} for name in self.tables}
        for code, row in form.rows.items():
            self.rows[row.section][code] = row
            self.lines[row.section].setdefault(row.line_code, []).append(row)
        self.keys = {name: {_key(row) for row in rows.values()} for name, rows in self.rows.items()}
        self._labels = {
            name: {label_key(row.label) for row in self.rows[name].values()}
            for name, table in self.tables.items()
            if not table.coded
        }
        self._groups = {"", *map(fold, form.groups)}
        self._names: dict[str, frozenset[str]] = {}
        self._titles: dict[str, frozenset[str]] = {}
        for section in form.sections:
            own = frozenset({section.name})
            self._names |= dict.fromkeys(_names(section), own)
            if section.title:
                letters = title_letters(section.title)
                self._titles[letters] = self._titles.get(letters, frozenset()) | own

    def has(self, name: str, key: tuple[str, str]) -> bool:
        """Whether a row with a code and a label, as folded, is one of a table."""
        return key in self.keys[name] or (name in self._labels and label_key(key[1]) in self._labels[name])

    def is_part(self, name: str, key: tuple[str, str]) -> bool:
        """Whether a row without a code of its own, or with the words before parts in its place, is a part of a row."""
        return key[0] in self._groups and bool(key[1]) and key[1] in {label for _, label in self.keys[name]}

    def named(self, text: str) -> bool:
        """Whether a line is nothing but the title of a table."""
        # Asked about every cell of every report, most of them on forms of one table.
        if not self._names:
            return False
        letters = title_letters(text)
        return bool(letters) and (letters in self._names or letters in self._titles)

    def heads(self, texts: Iterable[str]) -> bool:
        """Whether the cells of a row are nothing but titles of tables."""
        filled = [text for text in texts if text.strip()]
        return bool(filled) and all(map(self.named, filled))

    def titled(self, lines: Iterable[str]) -> frozenset[str]:
        """The tables that the lines above one name, several where they contradict each other or leave it open."""
        found: frozenset[str] = frozenset()
        for letters in map(title_letters, lines):
            if letters in self._names:
                # A name begins anew: the table of the one before it is not there.
                found = self._names[letters]
            elif letters in self._titles:
                found = found & self._titles[letters] or found | self._titles[letters]
        return found


def _key(row: FormRow) -> tuple[str, str]:
    return fold(row.printed_code), fold(row.label).rstrip(".:;")


@dataclass(frozen=True, slots=True)
class Told:
    """Which table of the form one in a document is: its name, or '' and the code and values of the finding why not."""

    section: str
    fault: str = ""
    args: Mapping[str, object] = field(default_factory=dict)


def tell_section(titled: Set[str], matches: Mapping[str, Set[object]]) -> Told:
    """The table of a form that titles and rows agree on; `matches` are, for each table, the rows that could be its own.

    One title decides unless the rows of another table are more; without it only a table that explains every row does.
    """
    most = max(map(len, matches.values()), default=0)
    every: set[object] = set().union(*matches.values())
    if len(titled) == 1:
        (name,) = titled
        if len(matches[name]) == most:
            return Told(name)
        others = tuple(other for other, rows in matches.items() if len(rows) == most)
        return Told("", "table-title-differs", {"title": name, "names": others})
    possible = [name for name, rows in matches.items() if (not titled or name in titled) and rows == every]
    if len(possible) == 1 and every:
        return Told(possible[0])
    shown = possible if every and possible else [name for name in matches if not titled or name in titled]
    return Told("", "table-unclear", {"names": tuple(shown)})


def same_titles(sections: Iterable[FormSection]) -> Iterator[tuple[str, str]]:
    """The tables whose name, with its title or without, is another's name or title: (name, the other's name)."""
    own = [(section, _names(section), title_letters(section.title)) for section in sections]
    for at, (section, names, _) in enumerate(own):
        for other_at, (other, others, title) in enumerate(own):
            # Of two tables of one name the later is told; a title alone may be that of several, for names part them.
            said = {title} | (others if other_at < at else set())
            if other_at != at and names & (said - {""}):
                yield section.name, other.name


def _names(section: FormSection) -> set[str]:
    return {title_letters(section.name), title_letters(section.name + section.title)}

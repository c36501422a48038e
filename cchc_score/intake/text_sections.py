"""The rows of a form of several tables in a text: each table between its title and the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_score.intake.folded_text import FoldedText, fold_lines
from cchc_score.intake.form_rows import PrintedRow
from cchc_score.intake.form_sections import FormSections, tell_section
from cchc_score.intake.report_titles import unit_before, year_in
from cchc_score.intake.text_rows import TextAppendix, coded_keys, find_rows, spans, table_headings
from cchc_score.model import Form

Lines = Sequence[tuple[int, str]]


def find_section_rows(lines: Lines, form: Form) -> TextAppendix:
    """The rows of all tables of a form that a text shows; a table that cannot be told is a fault, and none is read."""
    sections = FormSections(form)
    starts = _starts(lines, form, sections)
    found = _Found(form, sections)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found.read(lines[start:end])
    before = lines[: starts[0]]
    whole = fold_lines(before)
    return TextAppendix(
        rows=tuple(found.rows[code] for code in form.rows if code in found.rows),
        unit=unit_before(whole, form, len(whole.text)),
        year=year_in(before, form),
        unmatched=tuple(found.unmatched),
        twice=tuple(found.twice),
        first_line=lines[starts[0]][0] if lines else 0,
        faults=tuple(found.faults),
    )


def _starts(lines: Lines, form: Form, sections: FormSections) -> list[int]:
    """The lines with which tables begin: titles, each with those right under it, and headings above the first."""
    runs, within = [], False
    for at, (_, text) in enumerate(lines):
        named = sections.named(text)
        if named and not within:
            runs.append(at)
        within = named or (within and not text.strip())
    whole = fold_lines(lines)
    first = next((whole.lines[start] for start, _, _ in table_headings(whole, form)), None)
    if first is None:
        return runs or [0]
    # What stands above the headings is prose, which may have such titles too; only the last is that of a table.
    headed = next(at for at, (number, _) in enumerate(lines) if number == first)
    above = [at for at in runs if at <= headed]
    return [above[-1] if above else headed, *(at for at in runs if at > headed)]


@dataclass(slots=True)
class _Found:
    """What the tables read so far hold."""

    form: Form
    sections: FormSections
    rows: dict[str, PrintedRow] = field(default_factory=dict)
    unmatched: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, str]] = field(default_factory=list)
    faults: list[tuple[int, str, Mapping[str, object]]] = field(default_factory=list)
    keys: Mapping[str, Sequence[str]] = field(init=False)
    """Codes and labels of the rows of each table."""

    def __post_init__(self) -> None:
        coded = {
            name: [row for code, row in rows.items() if "/" not in code] for name, rows in self.sections.rows.items()
        }
        self.keys = {name: [key for row in rows for key in coded_keys(row)] for name, rows in coded.items()}

    def read(self, lines: Lines) -> None:
        """One table, its titles among its lines."""
        # Without its titles, which belong to no row.
        bare = [(number, "" if self.sections.named(text) else text) for number, text in lines]
        text = fold_lines(bare)
        matches = {name: _places(text, keys) for name, keys in self.keys.items()}
        titled = self.sections.titled(line for _, line in lines)
        # Words that are neither title nor row are no table that anybody could look for.
        if not titled and not any(matches.values()):
            return
        told = tell_section(titled, matches)
        if told.fault:
            self.faults.append((lines[0][0], told.fault, told.args))
        # Asked first, for reading takes longer, and a text may have many titles and nothing under them.
        elif matches[told.section]:
            self._keep(find_rows(bare, replace(self.form, rows=self.sections.rows[told.section])))

    def _keep(self, read: TextAppendix) -> None:
        self.unmatched += read.unmatched
        self.twice += read.twice
        for row in read.rows:
            # The first is kept, as within one table.
            if row.row in self.rows:
                self.twice.append((row.line, row.row))
            else:
                self.rows[row.row] = row


def _places(text: FoldedText, keys: Sequence[str]) -> frozenset[object]:
    """Where any of some rows begins."""
    return frozenset(at for key in keys for at, _ in spans(text, key, 0, len(text.text)))

"""The sheet of figures as a page shows it: the tables of the form, line by line, with their fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_score.appraisal.moments import moment_words
from cchc_score.forms.figure_tables import FigureTable, answer_words, value_text
from cchc_score.model import NUMBERS, FormRow
from cchc_score.text import number, pick
from cchc_web.commune import Commune
from cchc_web.drafts import KnownDraft
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class FigureField:
    """The field of a figure: its text as typed, what it shows where nothing is typed any more, and what is beside it.

    `choices` are the answers of a question, each its code and its words; `column` numbers the column it stands in.
    """

    name: str
    label: str
    text: str
    shown: str
    choices: tuple[tuple[str, str], ...]
    is_number: bool
    column: str
    last: str
    check: str


@dataclass(frozen=True, slots=True)
class FigureRowView:
    """One printed line: code, label, unit of measure, and a field for each column of figures that asks for one."""

    code: str
    label: str
    kind: str
    unit: str
    fields: tuple[FigureField | None, ...]

    @property
    def asks(self) -> bool:
        """Whether it has any field."""
        return any(self.fields)


@dataclass(frozen=True, slots=True)
class FigureTableView:
    """One table of the form; `columns` are the headings of its figures, with the name under which one is pasted.

    A free one has many lines alike: here it has what they add up to, or nothing where nothing is summed.
    """

    title: str
    headings: tuple[str, str, str]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[FigureRowView, ...]
    has_last: bool
    is_free: bool


def figure_views(commune: Commune) -> list[FigureTableView]:
    """The tables of the unit's form."""
    return [_table(commune, table, at) for at, table in enumerate(commune.plan.tables)]


def _table(commune: Commune, table: FigureTable, at: int) -> FigureTableView:
    plan = commune.plan
    code, label, unit, _ = table.headings(plan.year.form, plan.lang)
    paths = table.paths(plan.year.form, plan.scheme.period, plan.lang)
    rows = tuple(_row(commune, table, at, line) for line in range(len(table.lines)))
    title = " – ".join(filter(None, dict.fromkeys((table.section.name, table.section.title))))
    names = [paste_name(at, column) for column in range(len(table.columns))]
    return FigureTableView(
        title=title,
        headings=(code, label, unit),
        columns=tuple(zip((" ".join(path) for path in paths), names, strict=True)),
        rows=rows,
        has_last=any(field.last for row in rows for field in row.fields if field),
        is_free=table.section.lines is not None,
    )


def paste_name(table: int, column: int) -> str:
    """The name of the field into which a column of a table is pasted."""
    return f"paste:{table}:{column}"


def pasted_rows(table: FigureTable, column: str) -> Sequence[str]:
    """The figures of a column of a table, line by line; '' where a line asks for none."""
    rows = [line.cells.get(column) for line in table.lines]
    return [row.indicator or "" if row is not None and row.kind == "leaf" else "" for row in rows]


def _row(commune: Commune, table: FigureTable, at: int, index: int) -> FigureRowView:
    line = table.lines[index]
    fields = tuple(
        _field(commune, own, line.label, f"{at}-{column}")
        if (own := line.cells.get(name)) is not None and own.kind == "leaf" and own.indicator
        else None
        for column, name in enumerate(table.columns)
    )
    return FigureRowView("" if table.listed else line.code, line.label, line.kind, line.unit, fields)


def _field(commune: Commune, row: FormRow, label: str, column: str) -> FigureField:
    code, lang = str(row.indicator), commune.plan.lang
    indicator = commune.plan.scheme.indicators[code]
    text = commune.figures_draft.fields.get(code, "")
    choices: tuple[tuple[str, str], ...] = ()
    if indicator.kind in ("yes_no", "option"):
        words = answer_words(indicator, row, lang)
        choices = (("", "–"), *words.items())
        # Whatever was pasted stays to be seen, and says beside it that it is no answer.
        choices = choices if text in words or not text else (*choices, (text, text))
    last = commune.before.get(code)
    return FigureField(
        name=code,
        label=label,
        text=text,
        shown=dict(choices).get(text, text),
        choices=choices,
        is_number=indicator.kind in NUMBERS,
        column=column,
        last="" if code not in commune.before else value_text(indicator, row, last, lang),
        check=commune.checks.get(code, ""),
    )


def figure_words(commune: Commune) -> Iterator[tuple[str, str]]:
    """What changes beside the fields while somebody types: the checks, by the ids of their places."""
    yield from ((f"k-{code}", commune.checks.get(code, "")) for code in commune.asked)
    yield "progress", figure_progress(commune)


def figure_progress(commune: Commune) -> str:
    """How many figures are typed, of how many."""
    lang = commune.plan.lang
    done, whole = number(len(commune.figures.values), 0, lang), number(len(commune.asked), 0, lang)
    return pick(lang, f"{done} trên {whole} số liệu đã điền", f"{done} of {whole} figures are filled in")


def saved_at(draft: KnownDraft, visit: Visit) -> str:
    """When a draft was saved last; by whom, where that is somebody else."""
    if draft.saved is None:
        return ""
    when = moment_words(draft.saved.replace(microsecond=0, tzinfo=None))
    other = "" if draft.by == visit.person.name else f", {draft.by}"
    return visit.say(f"Đã lưu lúc {when}{other}", f"Saved at {when}{other}")

"""The desk: one unit with all its criteria, or one criterion with all units; each row kept, changed or asked about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect

from cchc_score.app.appraisal_desk import CELL_FILTERS, CellFilter, CellKey, Desk, DeskCell, rounds_of
from cchc_score.app.evidence_doubts import evidence_doubts
from cchc_score.appraisal.appraisal_model import Evidence
from cchc_score.appraisal.moments import moment_words
from cchc_score.files.disk import lies_in
from cchc_score.findings import Finding, Words
from cchc_score.text import pick
from cchc_web.access import About, may
from cchc_web.appraisal_words import FILTER_WORDS, place_of_unit
from cchc_web.desk_rows import DeskRow, DeskWords, answers_of_figure, cell_evidence, figure_words
from cchc_web.notes import COLOURS, NO_NOTE, notes_of
from cchc_web.scored_years import SCORED
from cchc_web.views.evidence import download
from cchc_web.visits import Visit
from cchc_web.year_journal import year_root


@dataclass(frozen=True, slots=True)
class Arranged:
    """Which desk a page is: of one `unit`, or of one `criterion`; `wanted` is the filter, `opened` the row in full."""

    round: int
    unit: str = ""
    criterion: str = ""
    wanted: CellFilter | None = None
    opened: str = ""

    def key_of(self, unit: str, criterion: str) -> str:
        """What a row about a cell is called on this desk."""
        return criterion if self.unit else unit

    def address(self, visit: Visit, opened: str = "", row: str = "", wanted: str | None = None) -> str:
        """The address of the desk with a row in full, or at a row."""
        name, about = ("desk-unit", self.unit) if self.unit else ("desk-criterion", self.criterion)
        asked = {"loc": self.wanted or "" if wanted is None else wanted, "mo": opened}
        query = urlencode({key: value for key, value in asked.items() if value})
        at = f"#r-{row or opened}" if row or opened else ""
        return visit.address(name, self.round, about) + (f"?{query}" if query else "") + at


def desk_of(visit: Visit, round: int) -> Desk:
    """The desk of a round that the year has."""
    if round not in rounds_of(visit.working.stages):
        raise Http404
    return visit.working.desk(round)


def arranged(visit: Visit, round: int, values: Mapping[str, str]) -> Arranged:
    """Which desk a form was sent from."""
    known = visit.working.stages
    unit, criterion = values.get("of_unit", ""), values.get("of_criterion", "")
    if unit not in {one.code for one in known.reported_table.units}:
        unit = ""
    if criterion not in known.scheme.criteria:
        criterion = ""
    if bool(unit) == bool(criterion):
        raise Http404
    return Arranged(round, unit, criterion, filter_named(values.get("loc", "")), values.get("mo", ""))


def filter_named(word: str) -> CellFilter | None:
    """The filter that an address names; None for any other word."""
    return next((one for one in CELL_FILTERS if one == word), None)


def show_desk_unit(visit: Visit, round: int, unit: str) -> HttpResponse:
    """All criteria of one unit."""
    return draw_desk(visit, arranged(visit, round, visit.request.GET.dict() | {"of_unit": unit}))


def show_desk_criterion(visit: Visit, round: int, criterion: str) -> HttpResponse:
    """One criterion of all units."""
    return draw_desk(visit, arranged(visit, round, visit.request.GET.dict() | {"of_criterion": criterion}))


def sees_all(visit: Visit) -> bool:
    """Whether a person sees the cells of other appraisers too."""
    return bool(visit.person.roles & {"coordinator", "leader"})


def own_keys(visit: Visit, desk: Desk) -> list[CellKey]:
    """The cells of a round that a person works with."""
    return desk.keys(None if sees_all(visit) else visit.person.name)


def draw_desk(
    visit: Visit,
    place: Arranged,
    values: Mapping[str, str] | None = None,
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    """The desk with one row in full, where one is asked for; `values` are what was typed into its form."""
    desk, lang = desk_of(visit, place.round), visit.lang
    cells = _cells(visit, desk, place)
    closed = visit.closed("appraise", About("", place.round)) if may(visit.person, "appraise") else None
    may_change = may(visit.person, "appraise") and closed is None
    words = DeskWords(desk, SCORED.last_marks(visit.working), lang, notes_of(visit.year, visit.person))
    rows = []
    for cell in cells:
        mine = may_change and desk.is_of((cell.row, cell.criterion.number), visit.person.name)
        rows.append(_row(visit, place, words, cell, mine))
    opened = next((cell for cell, row in zip(cells, rows, strict=True) if row.key == place.opened), None)
    whole = next((row for row in rows if row.key == place.opened), None)
    head = _unit_head(visit, desk, place) if place.unit else _criterion_head(visit, desk, place)
    return visit.draw_form(
        "desk.html.j2",
        values or {},
        faults,
        findings,
        place=place,
        rows=rows,
        opened=whole,
        deeds=_deeds(desk, opened, lang) if opened else (),
        doubts=_doubts(visit, opened) if opened else (),
        colours=COLOURS,
        columns={
            name: any(getattr(row, name) for row in rows) for name in ("last", "facts", "evidence", "said", "before")
        },
        closed=pick(lang, *closed) if closed else "",
        may_note=may(visit.person, "note"),
        may_change=may_change,
        can_keep=any(row.can_keep for row in rows),
        filters=[("", visit.say("Tất cả", "All")), *((one, pick(lang, *FILTER_WORDS[one])) for one in CELL_FILTERS)],
        rule=words.rules.get(place.criterion, ""),
        no_note=NO_NOTE,
        home=visit.address("appraisal", place.round),
        act=visit.address("desk-act", place.round),
        ask=visit.address("desk-ask", place.round),
        keep_note=visit.address("desk-note", place.round),
        elsewhere=_elsewhere(visit, desk, place),
        beside=_beside(visit, desk, place),
        here_at=lambda opened="", row="", wanted=None: place.address(visit, opened, row, wanted),
        **head,
    )


def _elsewhere(visit: Visit, desk: Desk, place: Arranged) -> str:
    """That cells of the unit or criterion are assigned to others, who alone see them; empty where none are."""
    own = set(own_keys(visit, desk))
    codes = {row: unit.code for row, unit in enumerate(desk.units)}
    count = sum(
        key not in own and (codes[key[0]] == place.unit if place.unit else key[1] == place.criterion)
        for key in desk.states
    )
    if not count:
        return ""
    return visit.say(
        f"{count} ô khác đã phân công cho người khác, không hiện ở đây.",
        f"{count} more cells are assigned to others, and do not stand here.",
    )


def _cells(visit: Visit, desk: Desk, place: Arranged) -> list[DeskCell]:
    own = set(own_keys(visit, desk))
    rows = {unit.code: row for row, unit in enumerate(desk.units)}
    listed = [rows[place.unit]] if place.unit else range(len(desk.units))
    leaves = desk.leaves if place.unit else [leaf for leaf in desk.leaves if leaf.number == place.criterion]
    if not leaves:
        raise Http404
    keys = [(row, leaf) for row in listed for leaf in leaves]
    shown = [
        (row, leaf)
        for row, leaf in keys
        # What nobody appraises stands among the others, so that the sheet is whole.
        if ((row, leaf.number) in own or (row, leaf.number) not in desk.states)
        and (not place.wanted or desk.passes((row, leaf.number), place.wanted))
    ]
    return [desk.cell(row, leaf) for row, leaf in shown]


def _row(visit: Visit, place: Arranged, words: DeskWords, cell: DeskCell, mine: bool) -> DeskRow:
    unit, number = cell.unit.code, cell.criterion.number
    files = [
        visit.address("desk-evidence", place.round, unit, number, at) if one.file else _outside(one)
        for at, one in enumerate(cell_evidence(cell))
    ]
    link = visit.address("reasons", unit, number)
    return words.row(cell, bool(place.unit), link, files, mine)


def _outside(evidence: Evidence) -> str:
    """The address of what stands elsewhere; nothing that is not of the web."""
    return evidence.address if evidence.address.startswith(("https://", "http://")) else ""


def _deeds(desk: Desk, cell: DeskCell, lang: Any) -> list[tuple[str, str, str]]:
    """What may be done about a cell: the word that is sent, what it is called, and what the page has seen of it."""
    found = [("points", pick(lang, "Đặt điểm", "Set points"), cell.seen)]
    for fact in cell.facts:
        if fact.correctable:
            now = figure_words(fact.indicator, fact.state, lang)
            choices = answers_of_figure(fact.indicator, lang)
            answers = f"; {choices}" if choices else ""
            called = pick(lang, "Sửa số liệu", "Correct a figure")
            present = pick(lang, "đang là", "now")
            found.append(
                (f"figure:{fact.code}", f"{called}: {fact.indicator.label(lang)} ({present} {now}{answers})", fact.seen)
            )
    found.append(("not-applicable", pick(lang, "Không áp dụng", "Not applicable"), cell.seen))
    found.append(("by-figures", pick(lang, "Theo số liệu", "By figures"), cell.seen))
    return found


def _doubts(visit: Visit, cell: DeskCell) -> list[str]:
    """What is odd about the files that the unit cites with its self-score."""
    names = {unit.code: unit.name for unit in visit.working.stages.reported_table.units}
    found = evidence_doubts(visit.working.source.journal, [cell.claim] if cell.claim else [])
    told = []
    for one in found:
        file, units = one.path.rpartition("/")[2], ", ".join(names.get(unit, unit) for unit in one.units)
        if one.kind == "shared":
            told.append(visit.say(f"{file}: {units} cũng gửi đúng tệp này", f"{file}: {units} sent the same file"))
        elif one.day and one.claimed:
            own, day = (moment_words(each) for each in (one.day, one.claimed))
            told.append(
                visit.say(
                    f"{file}: tệp có từ {own}, văn bản ghi ngày {day}", f"{file}: of {own}, the document of {day}"
                )
            )
    return told


def _unit_head(visit: Visit, desk: Desk, place: Arranged) -> dict[str, Any]:
    unit = next(one for one in desk.units if one.code == place.unit)
    lede = place_of_unit(desk.present, desk.units.index(unit), visit.lang)
    # What the desk looks at is what its round makes of the figures: a survey counts in the final result alone.
    if visit.working.stages.survey is not None:
        lede += visit.say(" (chưa gồm điều tra)", " (without the survey)")
    return {"title": unit.name, "lede": lede, "most": ""}


def _criterion_head(visit: Visit, desk: Desk, place: Arranged) -> dict[str, Any]:
    leaf = desk.scheme.criteria[place.criterion]
    most = DeskWords(desk, {}, visit.lang, {})._points(leaf.max_points)
    return {"title": f"{leaf.number} {leaf.title}", "lede": "", "most": most}


def _beside(visit: Visit, desk: Desk, place: Arranged) -> list[tuple[str, str, str]]:
    """The desks before and after: 'prev' or 'next', the address, the name."""
    own = own_keys(visit, desk)
    if place.unit:
        rows = sorted({row for row, _ in own})
        listed = [(desk.units[row].code, desk.units[row].name) for row in rows]
        now, name = place.unit, "desk-unit"
    else:
        numbers = {number for _, number in own}
        listed = [(leaf.number, f"{leaf.number} {leaf.title}") for leaf in desk.leaves if leaf.number in numbers]
        now, name = place.criterion, "desk-criterion"
    keys = [key for key, _ in listed]
    at = keys.index(now) if now in keys else -1
    found = []
    for way, other in (("prev", at - 1), ("next", at + 1)):
        if at >= 0 and 0 <= other < len(listed):
            query = f"?{urlencode({'loc': place.wanted})}" if place.wanted else ""
            found.append((way, visit.address(name, place.round, listed[other][0]) + query, listed[other][1]))
    return found


def show_evidence(visit: Visit, round: int, unit: str, criterion: str, place: int) -> HttpResponse:
    """A file that a unit cites, to be saved and not shown: what is in it is the unit's, not this server's."""
    desk = desk_of(visit, round)
    rows = {one.code: row for row, one in enumerate(desk.units)}
    leaves = {leaf.number: leaf for leaf in desk.leaves}
    if unit not in rows or criterion not in leaves:
        raise Http404
    key = rows[unit], criterion
    cited = cell_evidence(desk.cell(key[0], leaves[criterion]))
    if (key in desk.states and key not in own_keys(visit, desk)) or not place < len(cited) or not cited[place].file:
        raise Http404
    path, journal = cited[place].file, visit.working.source.journal
    root = year_root(visit.year)
    version = journal.state.newest(path)
    at = journal.kept(version.sha256, path) if version is not None and version.sha256 else root / path
    if version is None and not (lies_in(at, root) and at.is_file()):
        raise Http404
    return download(at.read_bytes(), path.rpartition("/")[2])


def to_desk(visit: Visit, place: Arranged, row: str = "") -> HttpResponse:
    """The way back to a row of the desk."""
    return HttpResponseRedirect(place.address(visit, row=row))

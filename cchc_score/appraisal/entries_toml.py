"""Entries, explanations and self-scores in our own TOML: read from a file, and entries written into one."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from cchc_score.appraisal.acts_toml import read_acts
from cchc_score.appraisal.appraisal_model import Claim, Entry, Explanation
from cchc_score.appraisal.entry_reading import EntryReader, Read, Unusable
from cchc_score.appraisal.entry_states import state_toml
from cchc_score.appraisal.entry_tables import ClaimTable, ExplanationTable, SelfScoreTable, WorkFile
from cchc_score.appraisal.marks import claimed_mark
from cchc_score.appraisal.work_context import WorkContext
from cchc_score.appraisal.work_read import WorkReading
from cchc_score.catalogue.labels import NO_EVIDENCE
from cchc_score.documents import Record
from cchc_score.facts import Origin
from cchc_score.files.toml_file import KeyPath, Plain, TomlFile, toml_tables
from cchc_score.findings import Finding
from cchc_score.model import Unit
from cchc_score.text import Lang, brief, pick, visible


def from_work_record(record: Record, name: str, context: WorkContext) -> WorkReading:
    """The self-scores, entries and explanations of a TOML file; what cannot be used is among its findings."""
    findings: list[Finding] = []
    file = TomlFile(name, record.data, record.lines, "")
    reading = _FileReading(file, context, findings)
    top = reading.reader.attempt(reading.reader.table, WorkFile, dict(record.data), ())
    if top is None:
        return WorkReading(findings=tuple(findings))
    # Each by itself: of a file with one unusable entry the others count, and all faults are told at once.
    entries = reading.each(reading.entry, "entry", top.entry)
    explanations = reading.each(reading.explanation, "explanation", top.explanation)
    claims = reading.claims(top)
    acts = read_acts(top, reading.reader, file)
    return WorkReading(
        claims=tuple(claims),
        entries=tuple(entries),
        explanations=tuple(explanations),
        findings=tuple(findings),
        acts=acts,
    )


class _FileReading:
    """One file while it is read."""

    def __init__(self, file: TomlFile, context: WorkContext, findings: list[Finding]) -> None:
        self.file, self.reader = file, EntryReader(file, context, findings)

    def each(self, read: Callable[[object, KeyPath], Read], key: str, raws: Sequence[object]) -> list[Read]:
        """The usable ones of a list of tables."""
        usable = []
        for number, raw in enumerate(raws):
            with suppress(Unusable):
                usable.append(read(raw, (key, str(number))))
        return usable

    def entry(self, raw: object, path: KeyPath) -> Entry:
        """One entry of an appraisal."""
        return self.reader.entry(raw, path, self._origin(path))

    def explanation(self, raw: object, path: KeyPath) -> Explanation:
        """One answer of a commune."""
        table = self.reader.table(ExplanationTable, raw, path)
        unit = self.reader.attempt(self.reader.unit, table.unit, (*path, "unit"))
        place = self.file.place(path, unit=unit.label if unit else "")
        evidence = self.reader.attempt(self.reader.evidence, table.evidence, place)
        if unit is None or evidence is None:
            raise Unusable
        return Explanation(
            unit=unit.code,
            entry=table.entry,
            text=table.text,
            evidence=evidence,
            by=table.by,
            on=table.on,
            origin=self._origin(path),
        )

    def claims(self, top: WorkFile) -> list[Claim]:
        """The claims of the unit that the file is about."""
        claims: list[Claim] = []
        # A file of entries alone needs no head that says whose self-score it is.
        if top.self_score is None and not top.claims:
            return claims
        reader = self.reader
        head = reader.attempt(reader.table, SelfScoreTable, top.self_score or {}, ("self_score",))
        unit = reader.attempt(reader.unit, head.unit, ("self_score", "unit")) if head else None
        for number, raw in top.claims.items():
            with suppress(Unusable):
                claims.append(self._claim(unit, head, number, raw))
        return claims

    def _claim(self, unit: Unit | None, head: SelfScoreTable | None, number: str, raw: object) -> Claim:
        """One claim; where nobody knows whose it is, only its faults are found."""
        reader, path, name = self.reader, ("claims", number), unit.label if unit else ""
        place = self.file.place(path, unit=name, criterion=number)
        criterion = reader.attempt(reader.leaf, number, place)
        # A claim without evidence may be written as its points alone.
        table = reader.table(ClaimTable, raw if isinstance(raw, dict) else {"points": raw}, path, unit=name)
        mark = reader.attempt(reader.value, claimed_mark, table.points, place)
        evidence = reader.attempt(reader.evidence, table.evidence, place)
        if mark is not None and criterion is not None:
            reader.check_mark(mark, criterion, place)
        if unit is None or head is None or criterion is None or mark is None or evidence is None:
            raise Unusable
        return Claim(
            unit=unit.code,
            criterion=number,
            mark=mark,
            evidence=evidence,
            explanation=table.explanation,
            by=head.by,
            on=head.on,
            origin=self._origin(path)._replace(printed=brief(table.points)),
        )

    def _origin(self, path: KeyPath) -> Origin:
        return Origin(self.file.name, self.file.line(path))


def entries_text(entries: Sequence[Entry], comments: Sequence[str], lang: Lang) -> str:
    """A file of entries that says the same when it is read; comments stand above them."""
    head = "".join(f"# {visible(comment)}\n" for comment in comments)
    return f"{head}\n{toml_tables('entry', [entry_keys(entry, lang) for entry in entries])}"


def explanations_text(answers: Sequence[Explanation], lang: Lang) -> str:
    """A file of explanations that says the same when it is read."""
    return toml_tables("explanation", [dict(_answer_keys(answer, lang)) for answer in answers])


def _answer_keys(answer: Explanation, lang: Lang) -> Iterator[tuple[str, Plain]]:
    yield "unit", answer.unit
    yield "entry", answer.entry
    yield "text", answer.text
    cited = [evidence.words(lang) for evidence in answer.evidence]
    if cited:
        yield "evidence", cited if len(cited) > 1 else cited[0]
    yield "by", answer.by
    yield "on", answer.on


def entry_keys(entry: Entry, lang: Lang) -> dict[str, Plain]:
    """The keys of an `[[entry]]` with what they say."""
    return dict(_keys(entry, lang))


def _keys(entry: Entry, lang: Lang) -> Iterator[tuple[str, Plain]]:
    yield "id", entry.id
    yield "round", entry.round
    yield "unit", entry.unit
    yield ("criterion", entry.criterion) if entry.criterion else ("indicator", entry.indicator)
    yield "old", state_toml(entry.old, entry.criterion, lang)
    yield "new", state_toml(entry.new, entry.criterion, lang)
    yield "reason", entry.reason
    # Evidence is mandatory in an entry: where there is none, the word for that must stand.
    cited = [evidence.words(lang) for evidence in entry.evidence]
    yield "evidence", cited if len(cited) > 1 else cited[0] if cited else pick(lang, *NO_EVIDENCE)
    yield "by", entry.by
    yield "on", entry.on
    if entry.supersedes:
        yield "supersedes", entry.supersedes

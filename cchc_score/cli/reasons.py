"""The commands that say why: one unit's points, and what makes two results differ."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from cchc_score.appraisal.nouns import STAGES
from cchc_score.cli.command import WrongWord
from cchc_score.cli.exits import Exit
from cchc_score.cli.run import Options, Worked, at_stage, ended, rows_of, scored, work_of, write_page
from cchc_score.cli.words import say
from cchc_score.findings import Finding, Place
from cchc_score.pages.compare import compare_page
from cchc_score.pages.context import Context
from cchc_score.pages.notes import stage_words
from cchc_score.pages.why import why_page
from cchc_score.plugins import Registry
from cchc_score.reasons.moves import Comparison
from cchc_score.reasons.moves import compare as moves_between
from cchc_score.text import nearest, visible
from cchc_score.year.config import NAME as CONFIG


def explain(options: Options, unit: str, criterion: str, stage: str) -> Exit:
    """Print why a unit has its index, or its points of one criterion."""
    if criterion and _is_path(criterion):
        criterion, options = "", options.with_path(criterion)
    context, registry = scored(options, stage)
    criteria = context.sheet.scheme.criteria
    if criterion and criterion not in criteria:
        near = nearest(criterion, criteria)
        phrase = "usage-criterion-near" if near else "usage-criterion"
        raise WrongWord(phrase, word=visible(criterion), near=near)
    row = rows_of(context.sheet.table.units, [unit], say(options.lang, "unit-metavar"))[0]
    write_page(why_page(context, row, criterion), options, registry)
    return ended(options, context)


def _is_path(word: str) -> bool:
    """Whether a word in the place of a criterion is a folder or a file: `explain UNIT FOLDER` means all criteria."""
    return word == "-" or Path(word).exists()


def _within(folder: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings whose files are named with the folder of their year: two years have files of one name."""
    return tuple(
        replace(one, place=replace(one.place, file=(PurePath(folder) / one.place.file).as_posix()))
        if one.place.file
        else one
        for one in findings
    )


def compare(options: Options, first: str, second: str, units: tuple[str, ...]) -> Exit:
    """Print what makes two results differ."""
    sides = _Sides(options)
    (before, one), (after, other) = sides.side(first), sides.side(second)
    found = moves_between(before.sheet, after.sheet)
    after = replace(after, findings=(*after.findings, *_unmet(found)))
    rows = rows_of(after.sheet.table.units, units) if units else []
    registry = sides.registry
    write_page(compare_page(before, after, (one, other), found, rows), options, registry)
    return ended(options, before, after)


def _unmet(found: Comparison) -> list[Finding]:
    units = found.after.table.units
    return [Finding("unit-predecessor", Place(unit=units[row].label), {"codes": codes}) for row, codes in found.unmet]


class _Sides:
    """What the words A and B of the command line mean; a year is read once, whatever stages of it are compared."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._read: dict[Options, Worked] = {}

    @property
    def registry(self) -> Registry:
        """The plugins of what was read last."""
        return list(self._read.values())[-1].year.setup.registry

    def side(self, word: str) -> tuple[Context, str]:
        """The scored sheet that a word means, and its name: a stage, the folder of a year, else a scheme."""
        lang = self._options.lang
        if word in STAGES or word.startswith("round-"):
            return self._at(self._options, word), stage_words(word, lang)
        folder, at, stage = word.rpartition("@") if "@" in word else (word, "", "")
        if (Path(folder) / CONFIG).is_file():
            context = self._at(replace(self._options, paths=(folder,)), stage or "final")
            context = replace(context, findings=_within(folder, context.findings))
            return context, f"{folder}, {stage_words(context.stage, lang)}" if at else folder
        # Entries and claims stand against one scheme: under another only the reports can be scored.
        return self._at(replace(self._options, scheme=word), "reported"), word

    def _at(self, options: Options, stage: str) -> Context:
        if options not in self._read:
            self._read[options] = work_of(options)
        return at_stage(self._read[options], options.lang, stage, "A, B")

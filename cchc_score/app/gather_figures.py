"""Forms for figures of many units: what the survey found, what the departments of a province give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cchc_score.app.choices import rows_of_units
from cchc_score.appraisal.survey import surveyed_facts
from cchc_score.engine import held_criteria
from cchc_score.facts import Table
from cchc_score.intake.answer_papers import PAPER_KINDS, paper_form
from cchc_score.intake.figure_form import figure_form
from cchc_score.intake.headings import HeadingNames
from cchc_score.methods import Method, Rule, most_of
from cchc_score.model import Criterion, Form, Indicator, Scheme, Unit
from cchc_score.office.form_sheet import FormSheet
from cchc_score.rule_words import used, with_parts
from cchc_score.text import Lang, pick
from cchc_score.year.load import load_stages, load_year, no_progress
from cchc_score.year.parallel import Progress
from cchc_score.year.source import YearRules, YearSource


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The units of a year that a form is for, by their rows, the figures that it asks for, and what is known."""

    rules: YearRules
    units: tuple[tuple[int, Unit], ...]
    indicators: tuple[Indicator, ...]
    known: Table

    def about(self, units: Sequence[Unit]) -> "YearFigures":
        """The same for some of the units."""
        codes = {unit.code for unit in units}
        return replace(self, units=tuple(one for one in self.units if one[1].code in codes))

    def sheet(self, kind: str, lang: Lang) -> FormSheet:
        """The form of a kind: 'survey', 'survey-answers' or 'targets'."""
        scheme = self.rules.scheme
        name, title, hint = (pick(lang, *words) for words in _WORDS[kind])
        lines = (f"{pick(lang, 'Bộ tiêu chí', 'Scheme')}: {scheme.title} ({scheme.code})", hint)
        title = f"{title} {scheme.period}"
        if kind == "survey-answers":
            names = HeadingNames(None, scheme.indicators)
            return paper_form(name, title, lines, self.indicators, names, [unit for _, unit in self.units], lang)
        names = HeadingNames(self.rules.form if kind == "targets" else None, scheme.indicators)
        return figure_form(name, title, lines, self.indicators, names, self.units, self.known, lang)


_WORDS = {
    "survey": (
        ("Điều tra", "Survey"),
        ("KẾT QUẢ ĐIỀU TRA XÃ HỘI HỌC NĂM", "RESULTS OF THE SURVEY OF"),
        (
            "Mỗi đơn vị một dòng; ô để trống là chưa có kết quả. Để tệp vào thư mục điều tra của năm.",
            "A line a unit; a blank cell is not known yet. Put the file into the year's folder of the survey.",
        ),
    ),
    "survey-answers": (
        ("Phiếu điều tra", "Answers"),
        ("PHIẾU ĐIỀU TRA XÃ HỘI HỌC NĂM", "ANSWERS TO THE SURVEY OF"),
        (
            "Mỗi phiếu một dòng; chương trình tự cộng theo đơn vị. Để tệp vào thư mục điều tra của năm.",
            "A line a paper; they are added up by unit. Put the file into the year's folder of the survey.",
        ),
    ),
    "targets": (
        ("Số liệu của Sở", "Targets"),
        ("SỐ LIỆU DO CÁC SỞ, HỘI ĐỒNG CUNG CẤP NĂM", "FIGURES OF THE DEPARTMENTS FOR"),
        (
            "Mỗi đơn vị một dòng; ô để trống là chưa có. Để tệp vào thư mục báo cáo của năm.",
            "A line a unit; a blank cell is not known yet. Put the file into the year's folder of reports.",
        ),
    ),
}


def survey_figures(source: YearSource, units: Sequence[str], progress: Progress = no_progress) -> YearFigures:
    """What the survey is asked about, and what it has found so far."""
    year = load_year(source, progress)
    staged = load_stages(source, year, progress)
    assert staged.stages is not None, "a year that is loaded has its stages"
    scheme, methods = staged.stages.scheme, staged.stages.methods
    codes = with_parts(
        dict.fromkeys(code for facts in surveyed_facts(scheme, methods).values() for code in facts), scheme.indicators
    )
    listed = year.gathered.table.units
    known = staged.stages.survey or Table(listed, {})
    return YearFigures(year.rules, _chosen(listed, units), _given(codes, scheme.indicators), known)


def survey_papers(source: YearSource, units: Sequence[str], progress: Progress = no_progress) -> YearFigures:
    """The same as far as single papers can answer it."""
    found = survey_figures(source, units, progress)
    asked = tuple(one for one in found.indicators if one.kind in PAPER_KINDS)
    return YearFigures(found.rules, found.units, asked, found.known)


def target_figures(source: YearSource, units: Sequence[str], progress: Progress = no_progress) -> YearFigures:
    """What the superior gives, and what is known of it."""
    year = load_year(source, progress)
    table = year.gathered.table
    return YearFigures(year.rules, _chosen(table.units, units), target_indicators(year.rules), table)


def target_indicators(rules: YearRules) -> tuple[Indicator, ...]:
    """What the superior gives: figures that criteria rest on and that communes do not report.

    How parts are combined may be said by both: it has to be known of a unit that reports nothing, too.
    """
    scheme, methods = rules.scheme, rules.registry.methods
    assessed = held_criteria(scheme)
    asked = _used(scheme, methods, [one for one in scheme.criteria.values() if one.number in assessed])
    # A commune's workbook asks for what decides points, on the form or beyond it.
    own = set(_used(scheme, methods, [leaf for leaf in scheme.leaves if leaf.number in assessed]))
    own |= set() if rules.form is None else set(_form_facts(rules.form))
    codes = [
        code
        for code in asked
        if (giver := scheme.indicators[code].source) == "appraiser" or (giver == "report" and code not in own)
    ]
    return _given(codes, scheme.indicators)


def largest_figures(rules: YearRules) -> dict[str, Fraction]:
    """The most that each single figure may be: no share is above 100, and nothing above what a rule allows for it."""
    scheme, methods = rules.scheme, rules.registry.methods
    found = {code: Fraction(100) for code, one in scheme.indicators.items() if one.kind == "percent"}
    assessed = held_criteria(scheme)
    for leaf in (leaf for leaf in scheme.leaves if leaf.number in assessed):
        method = methods[leaf.method]
        most = most_of(method, Rule(leaf.number, leaf.max_points, leaf.settings, scheme.decimals_of(leaf)))
        for asked in method.asked(leaf.settings):
            if asked.name in most and asked.ref is not None and asked.ref.terms == ((1, asked.ref.codes[0]),):
                code = asked.ref.codes[0]
                found[code] = min(most[asked.name], found.get(code, most[asked.name]))
    return found


def _used(scheme: Scheme, methods: Mapping[str, Method], criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """The figures on which some criteria rest, and what those follow from."""
    codes = dict.fromkeys(code for criterion in criteria for code in used(scheme, criterion, methods))
    return with_parts(codes, scheme.indicators)


def _form_facts(form: Form) -> Iterator[str]:
    """The indicators that a form asks for."""
    yield from (row.indicator for row in form.rows.values() if row.indicator)
    for section in form.tables:
        if section.lines is not None:
            yield from section.lines.sums.values()
            yield from section.lines.items.values()


def _chosen(listed: Sequence[Unit], words: Sequence[str]) -> tuple[tuple[int, Unit], ...]:
    rows = rows_of_units(listed, words) if words else range(len(listed))
    return tuple((row, listed[row]) for row in rows)


def _given(codes: Sequence[str], indicators: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """Those that somebody gives: what follows from other figures nobody has to type."""
    asked = [indicators[code] for code in codes]
    return tuple(one for one in asked if one.derived is None and one.last_year_of is None and one.over_items is None)

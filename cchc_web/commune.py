"""One unit as its own people see it: what it has typed and sent, and what follows from that."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from cchc_score.app.fill_forms import figures_before, unit_form_year
from cchc_score.app.missing_work import Missing, claimable_leaves, missing_claims, missing_figures
from cchc_score.app.typed_claims import FIELDS, FILES, TypedClaims, claim_texts, field_name, typed_claims
from cchc_score.app.typed_figures import TypedFigures, typed_figures
from cchc_score.app.typed_points import TypedPoints, figures_of, scored_alone, typed_points
from cchc_score.app.unit_work import SentWork, UnitWork, unit_work
from cchc_score.appraisal.acts import SentThing
from cchc_score.appraisal.work_context import WorkContext, work_context
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.figure_tables import value_text
from cchc_score.forms.typed_checks import asked_rows, typed_checks
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Criterion, FormRow, Indicator, Unit, Value
from cchc_score.sheet import ScoreSheet
from cchc_score.year.load import no_progress
from cchc_web.drafts import KnownDraft, known_draft
from cchc_web.evidence_files import named_files
from cchc_web.scored_years import Kept
from cchc_web.visits import Visit

_BEFORE: Kept[Mapping[tuple[int, str], Value]] = Kept()
"""The figures of the years before, by the state of a year: reading them takes long."""
_SCORED: Kept[ScoreSheet] = Kept(400)
"""What the figures of units give them alone, by all that this rests on; a sheet or two of each commune."""


@dataclass(frozen=True)
class Commune:
    """A unit in a visit: its row in the year's tables, and its two sheets, each as a draft or as it was handed in."""

    visit: Visit
    unit: Unit
    row: int

    def draft_key(self, thing: SentThing) -> str:
        """The key of the draft of a sheet."""
        return f"{'figures' if thing == 'report' else 'self-score'}:{self.unit.code}"

    @cached_property
    def plan(self) -> CommunePlan:
        """The forms of the unit, and where everything stands in them."""
        working = self.visit.working
        year = unit_form_year(working.year.rules, working.stages, self.row, self._all_before)
        return CommunePlan(year, self.visit.lang, summed=True)

    @property
    def _all_before(self) -> Mapping[tuple[int, str], Value]:
        working = self.visit.working
        key = (self.visit.year.pk, working.number)
        known = _BEFORE.get(key)
        if known is None:
            known = figures_before(working.source, working.stages.reported_table, no_progress)
            _BEFORE.put(key, known)
        return known

    @cached_property
    def before(self) -> Mapping[str, Value]:
        """The figures of the year before, by indicator."""
        return {code: value for (row, code), value in self._all_before.items() if row == self.row}

    @cached_property
    def asked(self) -> Mapping[str, FormRow]:
        """The rows of the form that ask for a figure, by indicator."""
        return asked_rows(self.plan)

    @cached_property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that the unit scores itself."""
        return claimable_leaves(self.visit.working.stages)

    def field_names(self, thing: SentThing) -> tuple[str, ...]:
        """The fields that a sheet sends; the files of a self-score come another way."""
        if thing == "report":
            return tuple(self.asked)
        return tuple(field_name(field, leaf.number) for leaf in self.leaves for field in FIELDS if field != FILES)

    def start(self, thing: SentThing) -> dict[str, str]:
        """What a sheet begins with: what was handed in, or read in what was."""
        stages = self.visit.working.stages
        if thing == "self-score":
            # What is handed in is seen whether it counts or not, as what came too late.
            return claim_texts(stages.sent_claims(self.row), named_files(self.visit.working.source.journal.state), "vi")
        table, indicators = stages.reported_table, stages.scheme.indicators
        return {
            code: figure_text(indicators[code], row, table.value(self.row, code))
            for code, row in self.asked.items()
            if table.known(self.row, code)
        }

    @cached_property
    def figures_draft(self) -> KnownDraft:
        """The figures as they were typed last."""
        return known_draft(self.visit.year, self.draft_key("report"), lambda: self.start("report"))

    @cached_property
    def claims_draft(self) -> KnownDraft:
        """The self-score as it was typed last."""
        return known_draft(self.visit.year, self.draft_key("self-score"), lambda: self.start("self-score"))

    def draft(self, thing: SentThing) -> KnownDraft:
        """One of the two."""
        return self.figures_draft if thing == "report" else self.claims_draft

    @cached_property
    def figures(self) -> TypedFigures:
        """What the figures say."""
        return self.read_figures(self.figures_draft.fields)

    def read_figures(self, texts: Mapping[str, str]) -> TypedFigures:
        """What some typed texts say."""
        return typed_figures(texts, self.asked, self.visit.working.stages.scheme.indicators)

    @cached_property
    def claims(self) -> TypedClaims:
        """What the self-score says."""
        return self.read_claims(self.claims_draft.fields)

    def read_claims(self, texts: Mapping[str, str], paths: Mapping[str, str] | None = None) -> TypedClaims:
        """What some typed texts claim; `paths` are where the files are that they name."""
        person, moment = self.visit.person.name, self.visit.moment
        return typed_claims(texts, self.leaves, self.context, self.unit, person, moment, paths)

    @cached_property
    def context(self) -> WorkContext:
        """What readers of self-scores must know."""
        stages = self.visit.working.stages
        units = stages.reported_table.units
        return work_context(stages.scheme, UnitLookup(units, units))

    @cached_property
    def points(self) -> TypedPoints:
        """What figures and self-score give."""
        working = self.visit.working
        stages, row = working.stages, self.row
        figures = figures_of(stages, row, self.figures.values, self.asked)
        # Who types points does not change figures: what these give is known from the last field on.
        key = self.visit.year.pk, self.unit, *working.source.rule_files.items(), *sorted(figures.items())
        sheet = _SCORED.get(key)
        if sheet is None:
            sheet = scored_alone(stages, row, figures)
            _SCORED.put(key, sheet)
        return typed_points(stages, sheet, self.claims.claims)

    @cached_property
    def checks(self) -> dict[str, str]:
        """What is wrong or odd about each figure, by indicator."""
        return typed_checks(self.plan, self.figures, self.before)

    @cached_property
    def work(self) -> UnitWork:
        """What is sent, returned, asked."""
        working = self.visit.working
        return unit_work(working.stages, self.row, working.source.handed_in(), self.visit.moment)

    def sent(self, thing: SentThing) -> SentWork:
        """How one of the two sheets stands."""
        return self.work.report if thing == "report" else self.work.self_score

    def is_open(self, thing: SentThing) -> bool:
        """Whether a sheet is being typed, rather than shown as it was handed in."""
        return self.draft(thing).is_kept or self.sent(thing).state in ("absent", "returned")

    def missing(self, thing: SentThing) -> tuple[Missing, ...]:
        """What is missing in a sheet."""
        if thing == "report":
            return tuple(missing_figures(self.figures, self.asked))
        return tuple(missing_claims(self.claims, self.leaves, self.visit.working.stages))


def commune_of(visit: Visit, code: str) -> Commune:
    """The unit with a code."""
    # By its code alone: whoever may see 'M01' need not be allowed what is called so.
    for row, unit in enumerate(visit.working.stages.reported_table.units):
        if unit.code == code:
            return Commune(visit, unit, row)
    raise Http404


def figure_text(indicator: Indicator, row: FormRow, value: Value) -> str:
    """A figure as its field holds it: an answer as its code, anything else as it is typed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if indicator.kind == "option" and isinstance(value, str):
        return value
    return value_text(indicator, row, value, "vi")

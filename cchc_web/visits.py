"""A visit: who asks what of which year, when, and in which language; every page of a year is an answer to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from cchc_score.app.show_status import status_of
from cchc_score.app.unit_work import opened_rounds
from cchc_score.app.write_acts import made_act, write_acts
from cchc_score.appraisal.acts import Act
from cchc_score.appraisal.moments import Moment
from cchc_score.findings import Finding, Words
from cchc_score.results.year_report import YearReport
from cchc_score.results.year_status import YearStatus
from cchc_score.text import Lang, pick
from cchc_web.access import About, Action, Person, closed_to, sees_others
from cchc_web.lock_words import lock_words
from cchc_web.models import KeptYear
from cchc_web.pages import draw, language
from cchc_web.scored_years import SCORED, WorkingYear
from cchc_web.typed import field_values


def server_clock() -> datetime:
    """The time of the server, with its zone, to the second: by it alone something is in time or late."""
    return timezone.localtime().replace(microsecond=0)


@dataclass(frozen=True)
class Visit:
    """A request about a year, by a person who may ask it."""

    request: HttpRequest
    year: KeptYear
    person: Person
    time: datetime = field(default_factory=server_clock)

    @property
    def moment(self) -> Moment:
        """The time as the year's work writes it: that of the place, without zone."""
        return self.time.replace(tzinfo=None)

    @property
    def lang(self) -> Lang:
        """The language of the answer."""
        return language(self.request)

    @cached_property
    def working(self) -> WorkingYear:
        """The year with its work, as its journal stands; one visit never mixes two states."""
        return SCORED.working(self.year)

    @cached_property
    def status(self) -> YearStatus:
        """How far the year has come by now."""
        working = self.working
        staged = replace(working.staged, stages=working.stages)
        return status_of(working.year, staged, working.source.handed_in(), self.moment)

    def clock(self) -> datetime:
        """The time of the visit, for what is written by it."""
        return self.time

    def write(self, kind: type[Act], said: Sequence[Mapping[str, object]]) -> None:
        """Write acts of one kind into the journal, all or none, from what the person says under their keys.

        A ReportError tells everything that is wrong with them.
        """
        working, by = self.working, self.person.name
        acts = [made_act(kind, keys, working.stages, by, self.clock) for keys in said]
        write_acts(working.source, acts, self.clock)

    def report(self, stage: str) -> YearReport:
        """A stage, ranked, as far as the person may know the year; an UnknownStage for any other word."""
        stages = self.working.stages
        known = None if sees_others(self.person, stages, self.moment) else opened_rounds(stages, self.moment)
        return SCORED.report(self.year, stage, known)

    def say(self, vi: str, en: str) -> str:
        """A text in the language of the answer."""
        return pick(self.lang, vi, en)

    def owner(self, purpose: str) -> str:
        """For whom, which year and what a sent file waits: nobody else takes it in, and nothing else does."""
        return f"{purpose}/{self.year.pk}/{self.person.key}"

    def address(self, name: str, *args: object) -> str:
        """The address of one of the year's pages."""
        return reverse(name, args=[self.year.folder, *args])

    def closed(self, action: Action, about: About | None = None) -> Words | None:
        """Why somebody who may do something cannot do it now, in a sentence; None where it can be done."""
        lock = closed_to(self.person, action, self.working.stages, self.moment, about or About())
        return lock_words(lock) if lock is not None else None

    def draw(self, template: str, status: int = 200, **values: Any) -> HttpResponse:
        """The page that a template makes of some values, with the ways to the year's other pages."""
        return draw(self.request, template, status, **values)

    def draw_form(
        self,
        template: str,
        values: Mapping[str, str],
        faults: Mapping[str, Words] | None = None,
        findings: Sequence[Finding] = (),
        **more: Any,
    ) -> HttpResponse:
        """The page of a form with the `values` of its fields, and with all that is wrong with them.

        In the template `typed` and `faults` have a text for every field, an empty one where there is nothing to say.
        """
        status = 422 if faults or findings else 200
        return self.draw(template, status, **field_values(values, faults, findings, self.lang), **more)

    def told(self, vi: str, en: str, name: str, *args: object) -> HttpResponse:
        """The way to a page after something was done, which says what."""
        messages.success(self.request, self.say(vi, en))
        return HttpResponseRedirect(self.address(name, *args))

"""A new year from the last: every date and year is shown, and confirmed one by one, before there is a new year."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_score.app.begin_year import folder_of_next, new_year_folder
from cchc_score.app.next_year_rows import plan_next_year
from cchc_score.appraisal.moments import moment_words
from cchc_score.errors import CchcError
from cchc_score.files.disk import is_device
from cchc_score.findings import Finding, Words
from cchc_score.text import brief, number
from cchc_score.year.config import Config
from cchc_score.year.skeletons import is_name
from cchc_web.database_source import DatabaseSource
from cchc_web.new_year_words import GROUPS, row_words
from cchc_web.transfer import import_new_year, is_free_name
from cchc_web.typed import Typed
from cchc_web.visits import Visit

_LETTERS = 110
"""So much of a text as it was is shown: a row of the table has two lines."""
_MOST_TOLD = 3


def show_new_year(visit: Visit) -> HttpResponse:
    """What carries a date or a year, with the proposal for the year after."""
    source = visit.working.source
    plan = plan_next_year(source, _config(visit))
    values = {row.name: row.proposed for row in plan.rows}
    return _page(visit, {**values, "folder": folder_of_next(visit.year.folder, plan.period - 1)})


def begin_year(visit: Visit) -> HttpResponse:
    """Make the new year of what was confirmed."""
    post, source, config = visit.request.POST, visit.working.source, _config(visit)
    typed, sent = Typed(post), post.dict()
    if typed.text("mark") != plan_next_year(source, config).mark:
        words = Words(
            "Quy định của năm đã đổi trong lúc này: xem lại từng dòng.",
            "The rules of the year have changed meanwhile: look at each row again.",
        )
        return _page(visit, {"folder": sent.get("folder", "")} | _proposed(visit), {"mark": words})
    name = typed.text("folder")
    if name and (not is_name(name) or is_device(name)):
        typed.faults["folder"] = Words(
            "Chỉ chữ thường không dấu, chữ số và dấu gạch ngang.", "Small plain letters, digits and dashes only."
        )
    elif name and not is_free_name(name):
        typed.faults["folder"] = Words("Đã có năm mang tên này.", "Another year has this name.")
    folder = new_year_folder(source, config, f"../{visit.year.folder}", sent, frozenset(post.getlist("ok")))
    faults = {**typed.faults, **folder.faults}
    if faults:
        return _page(visit, sent, faults)
    try:
        year, findings = import_new_year(folder.files, folder.folders, name, visit.person.name, visit.clock)
    except CchcError as error:
        return _page(visit, sent, findings=error.findings)
    # A day that was changed by hand may leave a model case behind.
    findings = (*findings, *DatabaseSource(year).failing_cases())
    told = [finding.words(visit.lang) for finding in findings[:_MOST_TOLD]]
    messages.success(visit.request, " ".join([visit.say(f"Đã mở năm {name}.", f"The year {name} has begun."), *told]))
    return HttpResponseRedirect(reverse("rules", args=[year.folder]))


def _config(visit: Visit) -> Config:
    config = visit.working.source.config
    assert config is not None, "a year of the server has its configuration"
    return config


def _proposed(visit: Visit) -> dict[str, str]:
    return {row.name: row.proposed for row in plan_next_year(visit.working.source, _config(visit)).rows}


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    source = visit.working.source
    plan, scheme = plan_next_year(source, _config(visit)), source.rules().scheme
    groups = []
    for words, kinds in GROUPS.items():
        rows = [(row, *row_words(row, scheme), brief(row.before, _LETTERS)) for row in plan.rows if row.kind in kinds]
        if rows:
            groups.append((visit.say(*words), rows))
    confirmed = frozenset(visit.request.POST.getlist("ok")) if "mark" not in (faults or {}) else frozenset()
    moved = plan.cases.moved if plan.cases else ()
    first, last = map(moment_words, plan.days)
    return visit.draw_form(
        "new_year.html.j2",
        values,
        faults,
        findings,
        title=visit.say(f"Mở năm {plan.period} từ năm {plan.period - 1}", f"{plan.period} out of {plan.period - 1}"),
        period=plan.period,
        first=first,
        last=last,
        groups=groups,
        confirmed=confirmed,
        refused=bool(faults),
        open_rows=number(sum(bool({row.name, row.tick} & set(faults or {})) for row in plan.rows), 0, visit.lang),
        cases=[(line.before, line.after) for line in moved],
        cases_count=number(len(moved), 0, visit.lang),
        mark=plan.mark,
    )

"""The rules of a year: the scheme to read, and its files, each replaced by a new version with a reason.

Before a new version is taken in, the results by the old one and by the new one stand side by side.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from django.http import Http404, HttpResponse

from cchc_score.app.compare_results import differences_of
from cchc_score.app.score_stage import score_stage
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.journal.fold import FileVersion
from cchc_score.pages.compare_page import differences_page
from cchc_score.pages.journal_page import hour_words
from cchc_score.pages.scheme_page import scheme_page
from cchc_score.results.scheme_view import scheme_view
from cchc_score.results.scored import ScoredStage
from cchc_score.schemes.golden_cases import SUFFIX
from cchc_score.text import Lang, number, pick
from cchc_web.access import may
from cchc_web.file_intake import NewFile, take_files
from cchc_web.linked_tables import linked
from cchc_web.page_heads import PageHead
from cchc_web.pending import SentFile, forget_pending, keep_pending, pending_files, sent_files
from cchc_web.trial import try_files
from cchc_web.typed import Typed
from cchc_web.views.evidence import download
from cchc_web.visits import Visit


def show_rules(visit: Visit) -> HttpResponse:
    """The scheme as an evaluator reads it, and the files of the rules."""
    return _page(visit, {})


def fetch_rules(visit: Visit, number: int) -> HttpResponse:
    """The file of the rules that was taken in by an event."""
    journal = visit.working.source.journal
    for path, versions in journal.state.files.items():
        for version in versions:
            if version.number == number and _is_rule(path, version) and version.sha256:
                return download(journal.kept(version.sha256, path).read_bytes(), path.rpartition("/")[2])
    raise Http404


def try_rules(visit: Visit) -> HttpResponse:
    """Try a new version of a file: what it would change, and what is wrong with it; nothing is written."""
    typed, sent = Typed(visit.request.POST), visit.request.POST.dict()
    path = typed.choice("path", _paths(visit))
    reason = typed.text("reason")
    files, fault = sent_files(visit.request.FILES.getlist("file")[:1])
    if fault is not None:
        typed.faults["file"] = fault
    if typed.faults:
        return _page(visit, sent, typed.faults)
    try:
        return trial_page(visit, path, reason, files[0])
    except CchcError as error:
        return _page(visit, sent, findings=error.findings)


def trial_page(visit: Visit, path: str, reason: str, file: SentFile, notes: Sequence[str] = ()) -> HttpResponse:
    """The results by the rules in use and by a new version of one of their files; nothing is written.

    A CchcError tells why it cannot be used.
    """
    tried = try_files(visit.year, visit.working, [NewFile(path, "", "rules", file.data, reason)])
    before = visit.report("final").scored
    after = score_stage(tried.year, tried.staged, "final")
    names = (visit.say("bản đang dùng", "the version in use"), visit.say("bản mới", "the new version"))
    page = differences_page(differences_of(before, after), names, visit.lang)
    lede = visit.say(f"{path}: {reason}. Chưa ghi gì.", f"{path}: {reason}. Nothing is written yet.")
    return visit.draw(
        "rules_trial.html.j2",
        title=page.title,
        head=PageHead(visit.say("Thử quy định mới", "Trying new rules"), page.title, lede, ()),
        tables=[linked(sheet) for sheet in page.sheets],
        notes=page.notes,
        kind="compare",
        path=path,
        reason=reason,
        token=keep_pending(visit.owner("quy-dinh"), [file]),
        changes=[*notes, *_class_changes(before, after, visit.lang)],
        findings=[finding.words(visit.lang) for finding in tried.findings],
    )


def _class_changes(before: ScoredStage, after: ScoredStage, lang: Lang) -> Iterator[str]:
    """How many units would have another class, from which to which."""
    old, new = (
        {unit.code: one.sheet.class_name(row) for row, unit in enumerate(one.sheet.table.units)}
        for one in (before, after)
    )
    none = pick(lang, "không xếp loại", "no class")
    moved = Counter((old[code] or none, new[code] or none) for code in old if code in new and old[code] != new[code])
    if moved:
        listed = "; ".join(f"{first} → {second}: {number(count, 0, lang)}" for (first, second), count in moved.items())
        count = number(moved.total(), 0, lang)
        yield pick(lang, f"{count} đơn vị đổi xếp loại ({listed})", f"{count} units change their class ({listed})")


def take_rules(visit: Visit) -> HttpResponse:
    """Take the version in that was tried."""
    typed = Typed(visit.request.POST)
    path, reason, token = typed.choice("path", _paths(visit)), typed.text("reason"), typed.text("token")
    files = pending_files(visit.owner("quy-dinh"), token)
    if typed.faults or not files:
        raise Http404
    new = NewFile(path, "", "rules", files[0].data, reason)
    try:
        # Tried once more: something else may have changed since it was looked at.
        try_files(visit.year, visit.working, [new])
        take_files(visit.year, [new], visit.person.name, visit.time.isoformat(), since=visit.working.number)
    except CchcError as error:
        return _page(visit, {}, findings=error.findings)
    forget_pending(token)
    return visit.told(f"Đã thay {path}.", f"{path} is replaced.", "rules")


def _paths(visit: Visit) -> list[str]:
    """The files of the rules, by their paths in the year's folder."""
    counting = visit.working.source.journal.state.counting
    return [path for path, version in counting.items() if _is_rule(path, version)]


def _is_rule(path: str, version: FileVersion) -> bool:
    """Whether a file is one of the rules, or has the model cases by which they are tried."""
    return version.kind == "rules" or path.endswith(SUFFIX)


def _page(
    visit: Visit,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    working = visit.working
    rules, state = working.year.rules, working.source.journal.state
    page = scheme_page(scheme_view(rules.scheme, rules.form, rules.registry.methods), visit.lang)
    files = [
        (path, version, number(len(state.files[path]), 0, visit.lang), hour_words(version.time))
        for path, version in state.counting.items()
        if _is_rule(path, version)
    ]
    closed = visit.closed("keep-year")
    over = visit.say("Quy định của năm", "Rules of the year")
    lede = rules.scheme.decision or visit.say("Minh họa: không phải của một quyết định nào.", "Illustrative.")
    return visit.draw_form(
        "rules.html.j2",
        values,
        faults,
        findings,
        title=page.title,
        head=PageHead(over, page.title, lede, ()),
        tables=[linked(sheet) for sheet in page.sheets],
        notes=page.notes,
        kind="scheme",
        rule_files=files,
        paths=[(path, path) for path in _paths(visit)],
        why=visit.say(*closed) if closed else "",
        may_begin=may(visit.person, "begin-year"),
    )

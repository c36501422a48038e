"""X2 and X3: the figures and the self-score of a unit, typed into drafts that save themselves."""

from collections.abc import Iterable, Iterator, Mapping

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse

from cchc_score.app.typed_claims import FILES, field_name
from cchc_score.app.typed_figures import as_choice, pasted
from cchc_score.appraisal.acts import SentThing
from cchc_score.findings import Words
from cchc_score.text import number, pick
from cchc_web.claim_rows import claim_progress, claim_rows, claim_words, figures_words, own_words
from cchc_web.commune import Commune, commune_of
from cchc_web.drafts import FieldChange, save_draft, sent_fields, wants_json
from cchc_web.evidence_files import ACCEPTED, Upload, files_in, keep_upload, upload_fault
from cchc_web.figure_rows import figure_progress, figure_views, figure_words, paste_name, pasted_rows, saved_at
from cchc_web.handing_in import closed_to_send
from cchc_web.views.differing import differing_page
from cchc_web.visits import Visit

PLACES: Mapping[SentThing, str] = {"report": "figures", "self-score": "self-score"}
"""The routes of the two sheets."""


def show_figures(visit: Visit, unit: str) -> HttpResponse:
    """The figures of a unit."""
    return _figures_page(commune_of(visit, unit))


def _figures_page(commune: Commune) -> HttpResponse:
    return _page(
        commune,
        "report",
        "figures.html.j2",
        title=commune.visit.say(f"Số liệu của {commune.unit.name}", f"Figures of {commune.unit.name}"),
        tables=figure_views(commune),
        progress=figure_progress(commune),
    )


def show_self_score(visit: Visit, unit: str) -> HttpResponse:
    """The self-score of a unit."""
    return _self_score_page(commune_of(visit, unit))


def _self_score_page(commune: Commune, faults: Iterable[Words] = ()) -> HttpResponse:
    visit, scheme = commune.visit, commune.plan.scheme
    return _page(
        commune,
        "self-score",
        "self_score.html.j2",
        faults,
        title=visit.say(f"Tự chấm của {commune.unit.name}", f"Self-score of {commune.unit.name}"),
        rows=claim_rows(commune),
        total=own_words(commune, "total"),
        most=number(scheme.max_points, lang=visit.lang),
        progress=claim_progress(commune),
        accepted=ACCEPTED,
    )


def _page(
    commune: Commune, thing: SentThing, template: str, faults: Iterable[Words] = (), **values: object
) -> HttpResponse:
    visit, unit = commune.visit, commune.unit.code
    told = [pick(visit.lang, *fault) for fault in faults]
    closed = closed_to_send(commune, thing)
    return visit.draw(
        template,
        422 if told else 200,
        faults=told,
        is_open=commune.is_open(thing),
        closed=pick(visit.lang, *closed) if closed else "",
        version=commune.draft(thing).version,
        saved=saved_at(commune.draft(thing), visit),
        home=(visit.address("commune", unit), commune.unit.name),
        here_address=visit.address(PLACES[thing], unit),
        check_address=visit.address("check", unit),
        upload_address=visit.address("read-file", unit),
        unit=unit,
        file_address=lambda sha256: visit.address("evidence", unit, sha256),
        **values,
    )


def save_figures(visit: Visit, unit: str) -> HttpResponse:
    """Save what was typed into the figures."""
    commune = commune_of(visit, unit)
    post = visit.request.POST
    columns = {
        paste_name(at, column): pasted_rows(table, name)
        for at, table in enumerate(commune.plan.tables)
        for column, name in enumerate(table.columns)
    }
    indicators = commune.plan.scheme.indicators

    def paste(fields: dict[str, str]) -> None:
        for name, rows in columns.items():
            # A column that begins with a blank cell begins with the end of a line.
            if post.get(name, "").strip():
                fields |= pasted(post[name], rows)
        fields |= {
            code: as_choice(indicators[code], row, fields[code])
            for code, row in commune.asked.items()
            if code in fields
        }

    return _saved(commune, "report", paste, ())


def save_self_score(visit: Visit, unit: str) -> HttpResponse:
    """Save what was typed into the self-score, with the files that came with it."""
    commune = commune_of(visit, unit)
    uploads = list(_uploads(commune))
    faults = [fault for _, file in uploads if (fault := upload_fault(file)) is not None]
    kept = [(name, keep_upload(visit.year, unit, file).line) for name, file in uploads if upload_fault(file) is None]
    dropped = visit.request.POST.getlist("drop")

    def change(fields: dict[str, str]) -> None:
        for leaf in commune.leaves:
            name = field_name(FILES, leaf.number)
            lines = [
                line for line in fields.get(name, "").split("\n") if line and f"{leaf.number} {line}" not in dropped
            ]
            lines += [line for to, line in kept if to == name and line not in lines]
            fields[name] = "\n".join(lines)

    return _saved(commune, "self-score", change, faults)


def _uploads(commune: Commune) -> Iterator[tuple[str, Upload]]:
    for leaf in commune.leaves:
        for file in commune.visit.request.FILES.getlist(f"upload:{leaf.number}"):
            yield field_name(FILES, leaf.number), file


def _saved(commune: Commune, thing: SentThing, change: FieldChange, faults: Iterable[Words]) -> HttpResponse:
    """The answer to what was saved: for a script what changes on its page, for anybody else the page anew."""
    visit, post, unit = commune.visit, commune.visit.request.POST, commune.unit.code
    sent = sent_fields(post, commune.field_names(thing))
    draft, differing = save_draft(
        visit.year, commune.draft_key(thing), sent, visit.person.name, lambda: commune.start(thing), change
    )
    is_script = wants_json(visit.request)
    if differing:
        names = commune.field_names(thing)
        here = visit.address(PLACES[thing], unit)
        return differing_page(visit, draft, differing, names, here, lambda name: field_label(commune, thing, name))
    # Read again: the draft is another one now.
    commune = commune_of(visit, unit)
    told = list(faults)
    if is_script:
        return JsonResponse(_changes(commune, thing))
    if told:
        return _self_score_page(commune, told)
    if post.get("then") == "check":
        return HttpResponseRedirect(visit.address("check", unit))
    mark = f"#r-{post['at']}" if post.get("at") in commune.plan.scheme.criteria else ""
    return HttpResponseRedirect(visit.address(PLACES[thing], unit) + mark)


def _changes(commune: Commune, thing: SentThing) -> dict[str, object]:
    """What a page shows of a sheet by now: its fields, and the words beside them by the ids of their places."""
    draft = commune.draft(thing)
    words = dict(figure_words(commune) if thing == "report" else claim_words(commune))
    if thing == "self-score":
        words |= {f"b-{leaf.number}": figures_words(commune, leaf) for leaf in commune.leaves}
    return {
        "version": draft.version,
        "fields": {name: draft.fields.get(name, "") for name in commune.field_names(thing)},
        "words": words | {"saved": saved_at(draft, commune.visit)},
    }


def field_label(commune: Commune, thing: SentThing, name: str) -> str:
    """What a person calls a field of a sheet."""
    if thing == "report":
        return commune.asked[name].label
    field, _, criterion = name.partition(":")
    words = {
        "points": Words("điểm tự chấm", "points"),
        "out": Words("không áp dụng", "does not apply"),
        "document": Words("tài liệu kiểm chứng", "evidence"),
        "day": Words("ngày của tài liệu", "day of the document"),
        "explanation": Words("giải trình", "explanation"),
    }
    title = commune.plan.scheme.criteria[criterion].title
    return f"{criterion} {title}: {pick(commune.visit.lang, *words[field])}"


def draft_files(commune: Commune) -> dict[str, str]:
    """The names of the files that the self-score in work cites, by their hashes."""
    return {file.sha256: file.name for text in commune.claims_draft.fields.values() for file in files_in(text)}

"""Files of a unit read before they are handed in: what was read from where, and what is in doubt."""

from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from django.http import HttpResponse

from cchc_score.app.preview_file import FilePreview, PreviewedFigure, preview_file
from cchc_score.app.typed_claims import claim_texts
from cchc_score.app.unit_work import SENT_THINGS
from cchc_score.appraisal.acts import SentThing
from cchc_score.appraisal.entry_states import mark_words
from cchc_score.documents import Reader
from cchc_score.files.disk import is_there
from cchc_score.findings import Words
from cchc_score.forms.commune_book import commune_books
from cchc_score.forms.commune_plan import CommunePlan
from cchc_score.forms.figure_tables import value_text
from cchc_score.text import pick
from cchc_web.commune import Commune, commune_of, figure_text
from cchc_web.drafts import SentFields, save_draft
from cchc_web.evidence_files import MOST_BYTES, KeptFile, draft_folder, files_in, keep_upload
from cchc_web.handing_in import closed_to_send, hand_in_file
from cchc_web.pages import locked_page
from cchc_web.pending import on_disk
from cchc_web.views.evidence import download
from cchc_web.views.handing_in import SENT_BEFORE
from cchc_web.views.sheets import PLACES
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What was read for a figure or a criterion, from where, and what is in doubt about it."""

    name: str
    value: str
    place: str
    doubt: str


def show_upload(visit: Visit, unit: str) -> HttpResponse:
    """The form for a file."""
    return _form(commune_of(visit, unit))


def fetch_own_form(visit: Visit, unit: str) -> HttpResponse:
    """The workbook of a unit, to be filled in: with what is known of it."""
    commune = commune_of(visit, unit)
    data = commune_books(CommunePlan(commune.plan.year, visit.lang))(commune.unit)
    return download(data, f"bieu-{unit}.xlsx")


def _form(commune: Commune, fault: Words | None = None) -> HttpResponse:
    visit = commune.visit
    suffixes = sorted(suffix for reader in _readers(commune) for suffix in reader.suffixes if not reader.scans_only)
    return visit.draw(
        "upload.html.j2",
        422 if fault else 200,
        title=visit.say("Đọc từ tệp", "Read from a file"),
        home=(visit.address("commune", commune.unit.code), commune.unit.name),
        fault=pick(visit.lang, *fault) if fault else "",
        suffixes=",".join(suffixes),
        form_address=visit.address("own-form", commune.unit.code),
    )


def _readers(commune: Commune) -> list[Reader]:
    return list(commune.visit.working.year.rules.registry.readers.values())


def _is_readable(commune: Commune, name: str) -> bool:
    """Whether some reader knows the ending of a name."""
    suffix = PurePosixPath(name).suffix.lower()
    return any(suffix in reader.suffixes for reader in _readers(commune))


def preview_upload(visit: Visit, unit: str) -> HttpResponse:
    """Read a file and show what it says; nothing is handed in, and no draft changes."""
    commune = commune_of(visit, unit)
    file = next(iter(visit.request.FILES.getlist("file")), None)
    if file is None:
        return _form(commune, Words("Chọn một tệp.", "Choose a file."))
    if not _is_readable(commune, str(file.name)):
        kinds = ", ".join(sorted({one for reader in _readers(commune) for one in reader.suffixes}))
        return _form(commune, Words(f"Không đọc được loại tệp này; dùng {kinds}.", f"Use a file of a kind: {kinds}."))
    if not 0 < (file.size or 0) <= MOST_BYTES:
        return _form(commune, Words("Tệp rỗng hoặc lớn hơn 20 MB.", "The file is empty, or larger than 20 MB."))
    kept = keep_upload(visit.year, unit, file)
    preview = read_kept(commune, kept)
    return visit.draw(
        "preview.html.j2",
        title=visit.say(f"Đọc được gì từ {kept.name}", f"What {kept.name} says"),
        home=(visit.address("commune", unit), commune.unit.name),
        file=kept,
        preview=preview,
        figures=[_figure_row(commune, figure) for figure in preview.figures],
        claims=[
            ReadRow(
                f"{claim.criterion} {commune.plan.scheme.criteria[claim.criterion].title}",
                mark_words(claim.mark, visit.lang),
                claim.origin.place().words(visit.lang),
                "",
            )
            for claim in preview.claims
        ],
        findings=[finding.words(visit.lang) for finding in preview.findings],
        others=", ".join(one.label for one in preview.others),
        take_address=visit.address("take-file", unit),
        closed=list(
            dict.fromkeys(
                pick(visit.lang, *closed) for thing in SENT_THINGS if (closed := closed_to_send(commune, thing))
            )
        ),
        figures_address=visit.address("hand-in-figure-file", unit),
        claims_address=visit.address("hand-in-claim-file", unit),
    )


def read_kept(commune: Commune, file: KeptFile) -> FilePreview:
    """What a file beside the drafts of a unit says."""
    working = commune.visit.working
    data = (draft_folder(commune.visit.year, commune.unit.code) / file.sha256).read_bytes()
    with on_disk(data, file.name) as path:
        return preview_file(path, file.name, working.year.rules, working.stages, commune.unit)


def _figure_row(commune: Commune, figure: PreviewedFigure) -> ReadRow:
    visit, indicator = commune.visit, commune.plan.scheme.indicators[figure.code]
    row = commune.asked.get(figure.code)
    value = value_text(indicator, row, figure.value, visit.lang) if row else str(figure.value)
    doubts = [doubt.message(visit.lang) for doubt in figure.doubts]
    if figure.draft:
        doubts.insert(0, visit.say("đọc từ PDF, phải soát", "read from a PDF, to be checked"))
    return ReadRow(
        row.label if row else indicator.label(visit.lang),
        value,
        figure.origin.place().words(visit.lang),
        "; ".join(dict.fromkeys(doubts)),
    )


def take_upload(visit: Visit, unit: str) -> HttpResponse:
    """Put what a file says into the drafts; what is typed there already and the file does not say stays."""
    commune = commune_of(visit, unit)
    file = _kept(commune)
    if file is None:
        return _form(commune, _GONE)
    preview = read_kept(commune, file)
    indicators = commune.plan.scheme.indicators
    figures = {
        one.code: figure_text(indicators[one.code], commune.asked[one.code], one.value)
        for one in preview.figures
        if one.code in commune.asked
    }
    own = {leaf.number for leaf in commune.leaves}
    claims = claim_texts([one for one in preview.claims if one.criterion in own], {}, "vi")
    things: list[tuple[SentThing, dict[str, str]]] = [("report", figures), ("self-score", claims)]
    filled: list[SentThing] = []
    for thing, texts in things:
        # A sheet that can no longer be handed in stays as it was sent, and is no draft.
        if texts and (commune.draft(thing).is_kept or closed_to_send(commune, thing) is None):
            # What the file says is meant to stand in place of what was typed.
            sent, start = SentFields(texts, commune.draft(thing).version), partial(commune.start, thing)
            save_draft(visit.year, commune.draft_key(thing), sent, visit.person.name, start)
            filled.append(thing)
    if not filled:
        return visit.told(
            "Không đưa vào bảng nào: bảng đã gửi đang khóa.",
            "Nothing is put in: the sheets are locked.",
            "commune",
            unit,
        )
    figures, claims = (texts if thing in filled else {} for thing, texts in things)
    return visit.told(
        f"Đã đưa {len(figures)} số liệu và {len({name.partition(':')[2] for name in claims})} tiêu chí vào bảng."
        " Soát lại rồi gửi.",
        "What the file says stands in the sheets. Look through them, then hand them in.",
        PLACES[filled[0]] if filled else "commune",
        unit,
    )


_GONE = Words("Tệp không còn trên máy chủ, chọn lại.", "The file is no longer on the server, choose it again.")


def _kept(commune: Commune) -> KeptFile | None:
    file = next(files_in(commune.visit.request.POST.get("kept", "")), None)
    path = draft_folder(commune.visit.year, commune.unit.code) / (file.sha256 if file else "-")
    return file if file is not None and _is_readable(commune, file.name) and is_there(path) else None


def hand_in_read(visit: Visit, unit: str, thing: SentThing) -> HttpResponse:
    """Hand in a file as it is, once it was read."""
    commune = commune_of(visit, unit)
    closed = closed_to_send(commune, thing)
    if closed is not None:
        return locked_page(visit.request, closed)
    file = _kept(commune)
    if file is None:
        return _form(commune, _GONE)
    preview = read_kept(commune, file)
    # Nobody says anything in the name of another unit, in whatever part of a file.
    if preview.others:
        names = ", ".join(one.label for one in preview.others)
        fault = f"Không gửi được: tệp còn nói về {names}.", f"Not handed in: the file also names {names}."
        return _form(commune, Words(*fault))
    if not (preview.figures if thing == "report" else preview.claims):
        return _form(commune, Words("Không gửi được: không đọc được gì.", "Not handed in: nothing was read."))
    data = (draft_folder(visit.year, unit) / file.sha256).read_bytes()
    is_new = hand_in_file(commune, thing, file.name, data)
    sent = Words(f"Đã gửi tệp {file.name}.", f"{file.name} is handed in.")
    return visit.told(*(sent if is_new else SENT_BEFORE), "check", unit)

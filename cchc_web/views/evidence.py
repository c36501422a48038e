"""Evidence files: sent as downloads and never shown, to whoever may see the unit."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from cchc_score.files.disk import is_there
from cchc_web.access import may
from cchc_web.commune import commune_of
from cchc_web.evidence_files import FOLDER, draft_folder
from cchc_web.views.sheets import draft_files
from cchc_web.visits import Visit


def show_evidence(visit: Visit, unit: str, sha256: str) -> HttpResponse:
    """The bytes of a file by their hash: one that a unit has handed in, or, for its own people, put into a draft."""
    commune = commune_of(visit, unit)
    journal = visit.working.source.journal
    for path, versions in journal.state.files.items():
        own = [one for one in versions if (one.sha256, one.unit) == (sha256, commune.unit.code)]
        if own and path.startswith(f"{FOLDER}/"):
            return download(journal.kept(sha256, path).read_bytes(), path.rpartition("/")[2])
    drafted = draft_files(commune) if may(visit.person, "see-own-work", unit) else {}
    kept = draft_folder(visit.year, commune.unit.code) / sha256
    if sha256 in drafted and is_there(kept):
        return download(kept.read_bytes(), drafted[sha256])
    raise Http404


def download(data: bytes, name: str) -> HttpResponse:
    """Bytes that a browser saves and never opens by itself, whatever they claim to be."""
    response = HttpResponse(data, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response

"""The addresses of a commune's own sheets, files and answers."""

from functools import partial

from cchc_web.routes import Route
from cchc_web.views.communes import show_commune, show_communes
from cchc_web.views.evidence import show_evidence
from cchc_web.views.handing_in import hand_in_typed, show_check, show_receipt
from cchc_web.views.questions import answer_question, show_questions
from cchc_web.views.round_results import explain_results, show_results
from cchc_web.views.sheets import save_figures, save_self_score, show_figures, show_self_score
from cchc_web.views.uploads import (
    fetch_own_form,
    hand_in_read,
    preview_upload,
    show_upload,
    take_upload,
)

COMMUNE_ROUTES = (
    Route("xa/", "communes", show_communes, "see-own-units"),
    Route("xa/<unit>/", "commune", show_commune, "see-own-work"),
    Route("xa/<unit>/so-lieu/", "figures", show_figures, "see-own-work", save_figures, "fill-in"),
    Route("xa/<unit>/tu-cham/", "self-score", show_self_score, "see-own-work", save_self_score, "fill-in"),
    Route("xa/<unit>/doc-tep/", "read-file", show_upload, "see-own-work", preview_upload, "fill-in"),
    Route("xa/<unit>/bieu/", "own-form", fetch_own_form, "see-own-work"),
    Route("xa/<unit>/dua-vao/", "take-file", None, None, take_upload, "fill-in"),
    Route("xa/<unit>/gui/", "check", show_check, "see-own-work"),
    Route(
        "xa/<unit>/gui/so-lieu/",
        "hand-in-figures",
        None,
        None,
        partial(hand_in_typed, thing="report"),
        "hand-in-figures",
    ),
    Route("xa/<unit>/gui/tu-cham/", "hand-in", None, None, partial(hand_in_typed, thing="self-score"), "hand-in"),
    Route(
        "xa/<unit>/gui-tep/so-lieu/",
        "hand-in-figure-file",
        None,
        None,
        partial(hand_in_read, thing="report"),
        "hand-in-figures",
    ),
    Route(
        "xa/<unit>/gui-tep/tu-cham/",
        "hand-in-claim-file",
        None,
        None,
        partial(hand_in_read, thing="self-score"),
        "hand-in",
    ),
    Route("xa/<unit>/bien-nhan/<thing>/", "receipt", show_receipt, "see-own-work"),
    Route("xa/<unit>/ket-qua/<int:round>/", "round-results", show_results, "see-own-work", explain_results, "explain"),
    Route("xa/<unit>/hoi-dap/", "questions", show_questions, "see-own-work", answer_question, "answer"),
    Route("tep/<unit>/<sha256>/", "evidence", show_evidence, "see-unit"),
)

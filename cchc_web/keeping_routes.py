"""The addresses of what those do who keep a year: units, files, assignments, the survey, the end."""

from cchc_web.routes import Route
from cchc_web.views.assignments import assign, show_assignments
from cchc_web.views.closing import freeze, publish, reopen, show_closing
from cchc_web.views.intake import accept, show_intake, sort_files, take_sorted, withdraw
from cchc_web.views.new_year import begin_year, show_new_year
from cchc_web.views.phases import show_phases, try_phases
from cchc_web.views.rules import fetch_rules, show_rules, take_rules, try_rules
from cchc_web.views.surveys import move_batch, send_survey, show_survey, take_survey
from cchc_web.views.targets import fetch_target_form, read_target_form, save_targets, show_targets
from cchc_web.views.unit_acts import give_back, grant_extension, show_extension, show_reminder, show_return

KEEPING_ROUTES = (
    Route("quy-dinh/", "rules", show_rules, "see-rules"),
    Route("quy-dinh/<int:number>/", "fetch_rules", fetch_rules, "see-rules"),
    Route("quy-dinh/thu/", "try_rules", None, None, try_rules, "keep-year"),
    Route("quy-dinh/thay/", "take_rules", None, None, take_rules, "keep-year"),
    Route("giai-doan/", "phases", show_phases, "see-rules", try_phases, "keep-year"),
    Route("nam-moi/", "new-year", show_new_year, "begin-year", begin_year, "begin-year"),
    Route("nhac/", "reminder", show_reminder, "keep-year"),
    Route("gia-han/", "extension", show_extension, "keep-year", grant_extension, "keep-year"),
    Route("tra-lai/", "return", show_return, "keep-year", give_back, "keep-year"),
    Route("phan-cong/", "assignments", show_assignments, "see-assignments", assign, "keep-year"),
    Route("chot/", "closing", show_closing, "see-journal"),
    Route("chot/chot/", "freeze", None, None, freeze, "freeze"),
    Route("chot/cong-bo/", "publish", None, None, publish, "publish"),
    Route("chot/mo-lai/", "reopen", None, None, reopen, "freeze"),
    Route("tiep-nhan/", "intake", show_intake, "see-files"),
    Route("tiep-nhan/doc/", "sort_files", None, None, sort_files, "keep-year"),
    Route("tiep-nhan/nhan/", "take_sorted", None, None, take_sorted, "keep-year"),
    Route("tiep-nhan/chap-nhan/", "accept", None, None, accept, "keep-year"),
    Route("tiep-nhan/rut/", "withdraw", None, None, withdraw, "keep-year"),
    Route("so-lieu-cua-so/", "targets", show_targets, "see-files", save_targets, "keep-year"),
    Route("so-lieu-cua-so/bieu/", "target-form", fetch_target_form, "see-files"),
    Route("so-lieu-cua-so/doc/", "read-targets", None, None, read_target_form, "keep-year"),
    Route("dieu-tra/", "survey", show_survey, "see-survey"),
    Route("dieu-tra/gui/", "send_survey", None, None, send_survey, "survey"),
    Route("dieu-tra/nhan/", "take_survey", None, None, take_survey, "survey"),
    Route("dieu-tra/dot/", "move_batch", None, None, move_batch, "survey"),
)

"""The addresses of those who appraise, and of the council."""

from cchc_web.routes import Route
from cchc_web.views.appraisal import go_to_round, show_work
from cchc_web.views.appraisal_book import give_book, look_at_book, show_book, take_book
from cchc_web.views.conflicts import choose, show_conflict, show_conflicts
from cchc_web.views.desk import show_desk_criterion, show_desk_unit, show_evidence
from cchc_web.views.desk_acts import act_on_desk, ask_unit, save_note
from cchc_web.views.judging import decide, show_judging, show_verdict

_ROUND = "tham-dinh/<int:round>"
APPRAISAL_ROUTES = (
    Route("tham-dinh/", "appraisal-today", go_to_round, "see-appraisal"),
    Route(f"{_ROUND}/", "appraisal", show_work, "see-appraisal"),
    Route(f"{_ROUND}/xa/<unit>/", "desk-unit", show_desk_unit, "see-appraisal"),
    Route(f"{_ROUND}/tieu-chi/<criterion>/", "desk-criterion", show_desk_criterion, "see-appraisal"),
    Route(f"{_ROUND}/minh-chung/<unit>/<criterion>/<int:place>/", "desk-evidence", show_evidence, "see-appraisal"),
    Route(f"{_ROUND}/cham/", "desk-act", None, None, act_on_desk, "appraise"),
    Route(f"{_ROUND}/hoi/", "desk-ask", None, None, ask_unit, "ask"),
    Route(f"{_ROUND}/ghi-chu/", "desk-note", None, None, save_note, "note"),
    Route(f"{_ROUND}/giai-trinh/", "judging", show_judging, "see-appraisal"),
    Route(f"{_ROUND}/giai-trinh/<unit>/<entry>/", "verdict", show_verdict, "see-appraisal", decide, "judge"),
    Route(f"{_ROUND}/excel/", "appraisal-book", show_book, "see-appraisal", look_at_book, "appraise"),
    Route(f"{_ROUND}/excel/tep/", "appraisal-file", give_book, "see-appraisal"),
    Route(f"{_ROUND}/excel/nhan/", "appraisal-take", None, None, take_book, "appraise"),
    Route("xung-dot/", "conflicts", show_conflicts, "keep-year"),
    Route("xung-dot/<unit>/<target>/", "conflict", show_conflict, "keep-year", choose, "keep-year"),
)

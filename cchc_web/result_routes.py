"""The addresses of a year's results, its progress, files and journal."""

from cchc_web.routes import Route
from cchc_web.views.comparison import show_comparison
from cchc_web.views.downloads import fetch, make_folder, make_form, make_report, make_summary, show_downloads
from cchc_web.views.results import show_ranking, show_ranking_table, show_reasons, show_unit
from cchc_web.views.work import show_journal, show_progress

RESULT_ROUTES = (
    Route("", "ranking", show_ranking, "see-results"),
    Route("bang-xep-hang/", "ranking-table", show_ranking_table, "see-results"),
    Route("don-vi/<unit>/", "unit", show_unit, "see-unit"),
    Route("don-vi/<unit>/<criterion>/", "reasons", show_reasons, "see-unit"),
    Route("so-sanh/", "comparison", show_comparison, "see-results"),
    Route("tien-do/", "progress", show_progress, "see-progress"),
    Route("tai-ve/", "downloads", show_downloads, "see-results"),
    Route("tai-ve/bao-cao/", "make_report", None, None, make_report, "see-results"),
    Route("tai-ve/tong-hop/", "make_summary", None, None, make_summary, "see-results"),
    Route("tai-ve/bieu-mau/", "make_form", None, None, make_form, "see-forms"),
    Route("tai-ve/thu-muc/", "make_folder", None, None, make_folder, "see-forms"),
    Route("tai-ve/<int:job>/", "fetch", fetch, "see-results"),
    Route("nhat-ky/", "journal", show_journal, "see-journal"),
)

"""One picture of a report alone, for slides and documents: as SVG, or as PNG drawn from it."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from importlib import import_module, resources

from cchc_score.look.bar_picture import PictureLine, bars
from cchc_score.look.heat_picture import heat
from cchc_score.look.page_styles import pictures_css
from cchc_score.look.templating import environment
from cchc_score.model import Outcome
from cchc_score.office.repacked import library_absent
from cchc_score.pages.mark_cells import certain_cell
from cchc_score.report.html.area_names import short_names
from cchc_score.report.html.commune_setting import commune_setting
from cchc_score.report.html.page_frame import TEMPLATES
from cchc_score.results.claim_gaps import claim_gaps
from cchc_score.results.lost_points import criterion_costs
from cchc_score.results.ranked_units import RankingLine
from cchc_score.results.result_json import index_words, open_index
from cchc_score.results.year_report import PictureName, YearReport
from cchc_score.text import Lang, number, pick

FIRST = 25
"""So many units stand in a picture of a ranking of which no units are chosen."""
COSTS = 15
FONT = "fontpkg_be_vietnam_pro"
"""The package with the letters of a PNG; every letter of Vietnamese is in them."""
ZOOM = 2


def picture_svg(report: YearReport, name: PictureName, lang: Lang) -> bytes:
    """A picture as SVG, with its colours in it."""
    templates = environment(TEMPLATES)
    from markupsafe import Markup

    macro, geometry = _DRAWN[name](report, lang)
    text = templates.get_template("picture.svg.j2").render(macro=macro, one=geometry, style=Markup(pictures_css()))
    return f"{text.strip()}\n".encode("utf-8", "backslashreplace")


def picture_png(report: YearReport, name: PictureName, lang: Lang) -> bytes:
    """A picture as PNG, twice as large as the SVG is by itself; a WriteError where what draws it is absent."""
    svg = picture_svg(report, name, lang)
    try:
        from resvg_py import svg_to_bytes

        package = import_module(FONT)
    except ImportError:
        raise library_absent("html") from None
    with resources.as_file(resources.files(package).joinpath("files")) as folder:
        fonts = [str(folder / f"BeVietnamPro-{weight}.ttf") for weight in ("Regular", "SemiBold")]
        # Only our own letters: with those of a machine each would draw another picture.
        made = svg_to_bytes(svg_string=svg.decode(), font_files=fonts, skip_system_fonts=True, zoom=ZOOM)
    return bytes(made)


def _chosen(report: YearReport) -> tuple[Sequence[RankingLine], str]:
    """The lines of a picture of units, and what its title says of them where not all are in it."""
    lines = [line for line in report.ranking.lines if line.row in report.rows]
    if len(lines) == len(report.ranking.lines) and len(lines) > FIRST:
        return lines[:FIRST], f" ({FIRST}/{len(lines)})"
    return lines, ""


def _named(line: RankingLine) -> str:
    return f"{line.rank}. {line.unit.name}" if line.rank is not None else line.unit.name


def _ranking(report: YearReport, lang: Lang) -> tuple[str, object]:
    scored, (lines, part) = report.scored, _chosen(report)
    sheet, gaps = scored.sheet, claim_gaps(scored, settled=False)
    found = []
    for line in lines:
        total, gap = sheet.mark(line.row, sheet.total), gaps[line.row]
        index = total.index
        if index is None:
            continue
        ring = None if gap is None else index - 100 * gap / total.reachable
        words = index_words(line.index, open_index(total), sheet.scheme.index_decimals, lang)
        found.append(PictureLine(_named(line), words, index, ring, note=sheet.class_name(line.row) or ""))
    beside = pick(lang, "; vòng tròn: nếu lấy điểm tự chấm", "; ring: with the self-score")
    words = pick(lang, "Chỉ số (%)", "Index (%)") + (beside if any(one.ring is not None for one in found) else "")
    return "bars", bars(f"{words}{part}", found)


def _heat(report: YearReport, lang: Lang) -> tuple[str, object]:
    scored, (lines, part) = report.scored, _chosen(report)
    sheet = scored.sheet
    rows = []
    for line in lines:
        marks = [(area, sheet.mark(line.row, sheet.areas[area.code])) for area in sheet.scheme.areas]
        cells = [
            (
                certain_cell(mark, scored.decimals_at(area.code), lang).text,
                None if mark.outcome == Outcome.NOT_APPLICABLE else mark.index,
            )
            for area, mark in marks
        ]
        rows.append((_named(line), cells))
    names = short_names(sheet.scheme, lang)
    notes = [f"{area.number}. {names[area.code]}" for area in sheet.scheme.areas]
    title = pick(lang, "Điểm theo lĩnh vực; màu: phần đạt được", "Points by area; tint: share reached")
    return "heat", heat(f"{title}{part}", [str(area.number) for area in sheet.scheme.areas], rows, notes)


def _losses(report: YearReport, lang: Lang) -> tuple[str, object]:
    costs = criterion_costs(report.scored, report.ranking.rows)[:COSTS]
    lines = [
        PictureLine(
            label=f"{cost.criterion.number} {cost.criterion.title}",
            number=number(cost.lost, 2, lang),
            value=cost.lost,
            note=pick(lang, f"{cost.units} đơn vị", f"{cost.units} units"),
        )
        for cost in costs
    ]
    title = pick(lang, "Điểm mất của tất cả đơn vị, theo tiêu chí", "Points lost by all units, by criterion")
    return "bars", bars(title, lines, max((line.value for line in lines), default=Fraction(1)))


def _commune(report: YearReport, lang: Lang) -> tuple[str, object]:
    """The areas of the one unit of a report, against the median and the best."""
    setting = commune_setting(report.ranking, True, lang)
    (row,) = report.rows
    sheet = report.scored.sheet
    lines = []
    for area in sheet.scheme.areas:
        share, spread = sheet.mark(row, sheet.areas[area.code]).index, setting.spreads[area.code]
        if share is not None and spread is not None:
            lines.append(
                PictureLine(
                    label=f"{area.number}. {setting.area_names[area.code]}",
                    number=f"{number(share, sheet.scheme.index_decimals, lang)}%",
                    value=share,
                    middle=spread.median,
                    best=spread.highest,
                )
            )
    name = sheet.table.units[row].name
    words = pick(
        lang, "phần đạt được; vạch liền: trung vị, vạch đứt: cao nhất", "share reached; line: median, dashes: highest"
    )
    return "bars", bars(f"{name}: {words}", lines)


_DRAWN: Mapping[PictureName, Callable[[YearReport, Lang], tuple[str, object]]] = {
    "ranking": _ranking,
    "heat": _heat,
    "losses": _losses,
    "commune": _commune,
}

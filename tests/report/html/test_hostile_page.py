"""Names and remarks that somebody made up to do harm make no node, no address and no request."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.facts import Table
from cchc_score.report.html.picture_file import picture_svg
from cchc_score.report.html.report_page import report_page, unit_pages
from cchc_score.results.scored import scored_stage
from cchc_score.results.year_report import PICTURES
from tests.report.html.made import read, report_of, text_of
from tests.results.years import FINAL
from tests.strategies import METHODS, examples

TRICKS = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</style><link rel=stylesheet href=//x.invalid>",
    '"><svg onload=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "{{ 7*7 }}{% include 'x' %}",
    "}body{background:url(//x.invalid)}",
    "\\3c b> \\",
    "&lt;b&gt; &#x3c;",
    "<!-- ",
    "]]>",
    "a b/c ~ %2F #x",
    "\u202eđảo\u2066",
    "\x07\x1b[31m\u2028",
    "x" * 300,
)
TEXTS = st.sampled_from(TRICKS) | st.text(
    st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30
)
SHEET = FINAL.sheet
PLAIN = "Xã Thường"


def hostile(name, code, title):
    """The small year with a unit, and with titles of criteria, as somebody made them up."""
    units = tuple(
        replace(unit, name=f"{name} {row}", code=f"{code}{row}", kind=name)
        for row, unit in enumerate(SHEET.table.units)
    )
    criteria = {number: replace(one, title=title, remedy=title) for number, one in SHEET.scheme.criteria.items()}
    areas = tuple(replace(area, name=f"{title} {area.number}") for area in SHEET.scheme.areas)
    table = SHEET.table
    sheet = replace(
        SHEET,
        scheme=replace(SHEET.scheme, title=title, criteria=criteria, areas=areas),
        table=Table(units, table.columns, table.origins, table.doubts),
    )
    return scored_stage(sheet, METHODS, (), "cchc-score 0", ())


def shape(page):
    """What a page is made of: its elements with the names of their attributes, without texts."""
    own = {"class", "id", "href", "aria-label", "data-kind", "title"}
    return [(one.tag, sorted(set(one.keys()) - own)) for one in read(page).tree.iter()]


@pytest.mark.full
@examples(25)
@given(TEXTS, TEXTS, TEXTS)
def test_no_text_makes_a_node(name, code, title):
    made = report_page(report_of(hostile(name, code, title)), "vi")
    page = read(made)
    scripts = page.all("script")
    assert [one.get("type") for one in scripts] == ["application/gzip;base64", None]
    assert not page.all("img")
    assert not page.all("link")
    assert len(page.all("style")) == 1
    attributes = {key for one in page.tree.iter() for key, _ in one.items()}
    assert not {key for key in attributes if str(key).startswith("on") or key in ("src", "style", "srcset", "action")}
    assert all(one.get("href").startswith("#") for one in page.tree.iter() if one.get("href"))
    ids = [one.get("id") for one in page.tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.full
@examples(15)
@given(TEXTS, TEXTS, TEXTS)
def test_a_page_of_harm_has_the_nodes_of_a_plain_one(name, code, title):
    made, plain = (
        report_page(report_of(hostile(*texts)), "vi") for texts in ((name, code, title), (PLAIN, "m", "Việc"))
    )
    assert shape(made) == shape(plain)


@pytest.mark.full
@examples(15)
@given(TEXTS, TEXTS, TEXTS)
def test_files_of_units_and_pictures_hold_texts_as_texts(name, code, title):
    report = report_of(hostile(name, code, title))
    for _, data in unit_pages(report, "", "vi"):
        assert len(read(data).all("script")) == 2
    one = replace(report, rows=(0,))
    for picture in PICTURES:
        svg = picture_svg(one if picture == "commune" else report, picture, "vi").decode()
        assert svg.count("<svg") == svg.count("</svg>") == 1
        assert "<script" not in svg
        assert "<img" not in svg


def test_signs_that_turn_a_line_are_shown_as_what_they_are():
    page = read(report_page(report_of(hostile("\u202eđảo", "m", "Việc")), "vi"))
    assert "\u202e" not in text_of(page.all("main")[0])
    assert "\\u202eđảo 0" in [row[1] for row in page.ranking]

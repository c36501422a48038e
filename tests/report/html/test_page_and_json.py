"""The page says what the JSON says, cell by cell, and its JSON is that of the commands."""

import json
import re
from fractions import Fraction

import pytest

from cchc_score.text import shown
from tests.report.html.made import CASES, page_of, read, rows_of, text_of
from tests.running import EXAMPLES, ROOT, command


@pytest.fixture(scope="module", params=CASES)
def both(request):
    """A page as it is read, and what `rank` gives."""
    result = command("rank", EXAMPLES / request.param, "--format", "json", "--quiet")
    return read(page_of(request.param)), json.loads(result.out)


def printed(number, lang="vi"):
    return "-" if number is None else shown(number["printed"], lang)


def without_facts(data):
    return {
        **data,
        "communes": [
            {
                **one,
                "criteria": [{key: value for key, value in line.items() if key != "facts"} for line in one["criteria"]],
            }
            for one in data["communes"]
        ],
    }


@pytest.mark.full
def test_the_ranking_is_that_of_the_json(both):
    page, data = both
    with_classes = bool(data["summary"][0].get("classes"))
    for row, commune in zip(page.ranking, data["communes"], strict=True):
        index = printed(commune["index"])
        if commune["index_high"]:
            index += f"..{shown(commune['index_high']['printed'])}"
        areas = [printed(area["points"]) for area in commune["areas"].values()]
        first = [str(commune["rank"] or "-"), commune["name"], "", index]
        wanted = [*first, *([commune["class"] or ""] if with_classes else []), *areas]
        assert row[: len(wanted)] == wanted


@pytest.mark.full
def test_every_criterion_of_every_unit_has_its_points_at_its_address(both):
    page, data = both
    ids = {one.get("id"): one for one in page.tree.iter() if one.get("id")}
    for commune in data["communes"]:
        for line in commune["criteria"]:
            number, points, *_ = [text_of(cell) for cell in ids[f"{commune['code']}/{line['number']}"]]
            assert number == line["number"]
            assert points.partition("/")[0] == printed(line["points"])
            if "/" in points and line["points"]:
                assert points.partition("/")[2] in (printed(line["reachable"]).rstrip("0").rstrip(","), "-")
        for code, area in commune["areas"].items():
            assert text_of(ids[f"{commune['code']}/{code}"][1]).partition("/")[0] == printed(area["points"])
        total = text_of(ids[f"{commune['code']}/total"][1]).partition("/")[0]
        assert total == printed(commune["points"])


@pytest.mark.full
def test_the_strip_and_the_classes_are_the_summary_of_the_json(both):
    page, data = both
    (strip, *_) = [one for one in page.all("dl") if one.get("class") == "figures"]
    figures = [text_of(one) for one in strip.iter("{http://www.w3.org/1999/xhtml}dd")]
    (summary,) = data["summary"]
    assert figures[:3] == [f"{printed(summary[name])}%" for name in ("highest", "mean", "lowest")]
    assert figures[3] == " · ".join(str(one["units"]) for one in summary["classes"])


@pytest.mark.full
def test_the_data_of_the_page_are_those_of_rank(both):
    page, data = both
    assert page.data == without_facts(data)


@pytest.mark.full
def test_the_docs_say_how_to_read_the_data():
    text = (ROOT / "docs" / "report.md").read_text("utf-8")
    shown = {}
    exec(re.search(r"```py3\n(.*?)```", text, re.DOTALL)[1], shown)
    page = page_of("hoang-hoa-2023")
    assert shown["data_of"](page.decode()) == read(page).data


@pytest.mark.full
def test_an_overview_alone_has_all_data(tmp_path):
    folder = EXAMPLES / "hoang-hoa-2023"
    command("report", folder, "-o", tmp_path / "a.html", "--what", "ranking", "--quiet")
    result = command("rank", folder, "--format", "json", "--quiet")
    assert read((tmp_path / "a.html").read_bytes()).data == json.loads(result.out)


@pytest.mark.full
def test_every_address_leads_somewhere_and_none_stands_twice(both):
    page, _ = both
    ids = [one.get("id") for one in page.tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    addresses = [one.get("href") for one in page.tree.iter() if one.get("href")]
    assert addresses
    assert all(address.startswith("#") and address[1:] in ids for address in addresses)


@pytest.mark.full
def test_what_is_lost_adds_up(both):
    page, data = both
    (costs,) = [one for one in page.all("table") if one.get("class") == "costs"][:1]
    for row in rows_of(costs)[:5]:
        number = text_of(row[0]).split()[0]
        lines = [line for one in data["communes"] for line in one["criteria"] if line["number"] == number]
        scored = [line for line in lines if line["points"] is not None]
        lost = sum(Fraction(line["reachable"]["exact"]) - Fraction(line["points"]["exact"]) for line in scored)
        said = Fraction(text_of(row[2]).replace(".", "").replace(",", "."))
        assert abs(lost - said) <= Fraction(1, 200)


@pytest.mark.full
def test_english_says_the_same_in_its_own_words():
    english = read(page_of("hoang-hoa-2023", "en"))
    vietnamese = read(page_of("hoang-hoa-2023"))
    assert english.tree.get("lang") == "en"
    assert [row[1] for row in english.ranking] == [row[1] for row in vietnamese.ranking]
    assert [row[3].replace(".", ",").replace(",,", "..") for row in english.ranking] == [
        row[3] for row in vietnamese.ranking
    ]
    said = text_of(english.all("h1")[0])
    assert re.fullmatch(r"Xã Mẫu 01 leads with 98\.07%; the middle unit has 80\.0%, most points are lost in .+", said)

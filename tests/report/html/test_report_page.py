"""One file that needs nothing else: the same bytes each time, small, whole, with a strict policy."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from cchc_score.report.html.report_page import report_page, unit_pages
from tests.report.html.made import CASES, example, page_of, province, read, report_of, text_of
from tests.results.years import ANSWER, CLAIM, ENTRIES, FINAL


@pytest.mark.full
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", CASES)
def test_the_same_report_gives_the_same_bytes(name, lang):
    assert report_page(example(name), lang) == page_of(name, lang)


@pytest.mark.full
@pytest.mark.parametrize("name", CASES)
def test_a_page_keeps_the_rules_of_html(name):
    page = read(page_of(name))
    assert page.tree.get("lang") == "vi"
    assert len(page.all("h1")) == 1
    assert all(text_of(one) for tag in ("th", "summary", "caption", "title") for one in page.all(tag))


@pytest.mark.full
def test_a_province_of_168_fits_its_sizes():
    assert len(report_page(replace(province(), pieces=frozenset({"ranking"})), "vi")) < 500_000
    assert len(report_page(province(), "vi")) < 1_500_000


@pytest.mark.full
def test_the_policy_allows_the_own_style_and_script_and_nothing_else():
    text = page_of("hoang-hoa-2023").decode()
    page = read(page_of("hoang-hoa-2023"))
    (policy,) = [one.get("content") for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    style, script = (
        re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1],
        re.findall(r"<script>(.*?)</script>", text, re.DOTALL)[0],
    )
    hashes = [b64encode(sha256(one.encode()).digest()).decode() for one in (style, script)]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; base-uri 'none'; form-action 'none'"
    )
    assert len(script.encode()) < 3_000
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", re.sub(r"<script.*", "", text, flags=re.DOTALL))


@pytest.mark.full
def test_files_of_units_have_their_own_texts_and_data():
    report = example("hoang-hoa-2023")
    files = dict(unit_pages(report, "index.html", "vi"))
    assert len(files) == 15
    page = read(files["15865.html"])
    assert [one["code"] for one in page.data["communes"]] == ["15865"]
    assert any(line["facts"] for line in page.data["communes"][0]["criteria"])
    line = page.at("15865/3.1.2")
    assert text_of(line[0]) == "3.1.2 Tỷ lệ TTHC thực hiện theo cơ chế một cửa, một cửa liên thông"
    assert text_of(line[1]) == "0,00/2,5"
    assert "dưới 80%: 0 điểm" in text_of(line[2])
    assert "reports/hoang-cat.txt:145; nghi vấn" in text_of(line[2])
    assert [one.get("href") for one in page.all("a") if one.get("class") == "screen"] == ["index.html#/ranking"]


@pytest.mark.full
def test_the_largest_losses_say_what_would_regain_them():
    page = read(dict(unit_pages(example("hoang-hoa-2023"), "", "vi"))["M05.html"])
    first = text_of(page.all("li")[0])
    assert first.startswith("3.6 Mức độ hài lòng của người dân, tổ chức −4,00 2,00 / 6 → 84,26%, hạng 5")
    assert "Để đủ điểm: Tỷ lệ hài lòng của người dân, tổ chức: từ 95% trở lên" in first
    assert "Khắc phục: Phân tích từng câu hỏi có điểm thấp" in first
    assert "Cần thêm 9,40 điểm để đạt Xuất sắc (từ 90%)." in text_of(page.all("main")[0])


@pytest.mark.full
def test_texts_of_the_scheme_stand_once_on_the_page_of_all():
    text = page_of("hoang-hoa-2023").decode()
    remedy = "Phân tích từng câu hỏi có điểm thấp"
    assert text.count(remedy) == 2
    assert read(page_of("hoang-hoa-2023")).at("/3.6") is not None


def test_what_people_entered_and_answered_stands_with_its_criterion():
    (page, *_) = [read(data) for _, data in unit_pages(report_of(FINAL), "", "vi")]
    text = text_of(page.at("M01/1.3"))
    (entry,) = [one for one in ENTRIES if one.id == "b"]
    assert f"Vòng {entry.round}: 1 → 2. {entry.reason} ({entry.by}, {entry.on:%d/%m/%Y}; " in text
    assert f"Giải trình: {ANSWER.text} ({ANSWER.by}, " in text
    (work,) = [one for one in page.all("table") if "Chênh lệch" in text_of(one)]
    assert f"{CLAIM.explanation} ({CLAIM.by})" in text_of(work)

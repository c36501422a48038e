"""Rules as a decision words them: every case between its limits and on its own line; and read back as they are."""

from decimal import Decimal
from fractions import Fraction as F

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.annexes.annex_sheet import annex_sheet
from cchc_score.annexes.annex_words import annex_rule
from cchc_score.annexes.scoring_text import area_kind, combined, recognise
from cchc_score.model import Area, Bounds, Criterion, Factor, Gate, Scheme
from cchc_score.points import plain
from tests.engine.schemes import RANKING
from tests.strategies import KINDS, METHODS, band_lists, examples, indicator, ref, schemes, settings_of

SHARE = {"part": ref("n1"), "whole": ref("n2"), "if_none": "full"}
NONE = "Không phát sinh (Số liệu n2 = 0): điểm tối đa"


def scheme_of(criterion):
    """A scheme of one criterion, over the facts of the strategies."""
    area = Area("a", 1, "Lĩnh vực", criterion.max_points, ("1.1",))
    known = {code: indicator(code) for code in KINDS}
    return Scheme(
        code="x", title="x", version="1", period=2026, form="", max_points=criterion.max_points, decimals=3,
        rounding="never", ranking=RANKING, classes=(), areas=(area,), criteria={"1.1": criterion}, indicators=known,
        context=(), sha256="",
    )  # fmt: skip


def worded(method, settings, most=F(2), lang="vi", **others):
    """The lines of a rule."""
    if isinstance(settings, dict):
        settings = METHODS[method].settings.model_validate(settings)
    criterion = Criterion("1.1", "a", "Tiêu chí", most, method=method, settings=settings, **others)
    return annex_rule(scheme_of(criterion), criterion, METHODS, lang)


@pytest.mark.parametrize(
    ("bands", "vi", "en"),
    [
        (
            "from 90 2, from 70 1, from 0 0",
            ["Từ 90% trở lên: 2 điểm", "Từ 70% đến dưới 90%: 1 điểm", "Dưới 70%: 0 điểm"],
            ["90% or more: 2 points", "From 70% to below 90%: 1 point", "Below 70%: 0 points"],
        ),
        (
            "from 100 2, above 80 1.5, from 80 1, from 0 0",
            ["Đạt 100%: 2 điểm", "Trên 80% đến dưới 100%: 1,5 điểm", "Đúng 80%: 1 điểm", "Dưới 80%: 0 điểm"],
            ["100%: 2 points", "Above 80% to below 100%: 1.5 points", "Exactly 80%: 1 point", "Below 80%: 0 points"],
        ),
        (
            "above 90 2, from 70.5 1, above 10 0.5, from 0 0",
            ["Trên 90%: 2 điểm", "Từ 70,5% đến 90%: 1 điểm", "Trên 10% đến dưới 70,5%: 0,5 điểm", "Từ 10% trở xuống: 0 điểm"],
            ["Above 90%: 2 points", "From 70.5% to 90%: 1 point", "Above 10% to below 70.5%: 0.5 points", "10% or less: 0 points"],
        ),
        ("from 0 1", ["Mọi trường hợp: 1 điểm"], ["In every case: 1 point"]),
    ],
)  # fmt: skip
def test_bands_name_both_their_limits(bands, vi, en):
    listed = [
        dict(zip((key, "points"), map(F, values), strict=True)) for key, *values in map(str.split, bands.split(", "))
    ]
    for lang, wanted, none in (("vi", vi, NONE), ("en", en, "None arose (Số liệu n2 = 0): full points")):
        assert worded("bands", {**SHARE, "bands": listed}, lang=lang) == (
            "Số liệu n1 / Số liệu n2:",
            *wanted,
            none,
        )


def test_a_gate_and_a_factor_stand_on_lines_of_their_own():
    cases = ("Số liệu flag:", "Có: 2 điểm", "Không: 0 điểm")
    raw = {"fact": ref("flag"), "points": {"yes": F(2), "no": F(0)}}
    assert worded("options", raw) == cases
    gate = Gate(ref("n1"), Bounds(F(5)), (), "zero")
    factor = Factor(ref("level"), {"none": F(1), "light": F(1, 2), "serious": F(0)}, F(1))
    assert worded("options", raw, gates=(gate,), factor=factor) == (
        "Chỉ chấm khi Số liệu n1 từ 5 trở lên; trường hợp khác: 0 điểm",
        *cases,
        "Trừ điểm theo Số liệu level: Trả lời none: không trừ, Trả lời light: trừ 50% số điểm, Trả lời serious: không tính điểm, chưa ai ghi: không trừ",
    )


def test_what_is_limited_by_a_gate_or_a_factor_is_left_to_the_evaluator():
    raw = {"fact": ref("flag"), "points": {"yes": F(2), "no": F(0)}}
    assert recognise(worded("options", raw), F(2), "c") is not None
    gate, factor = Gate(ref("n1"), Bounds(F(5)), (), "zero"), Factor(ref("flag"), {"yes": F(1), "no": F(0)})
    assert recognise(worded("options", raw, gates=(gate,)), F(2), "c") is None
    assert recognise(worded("options", raw, factor=factor), F(2), "c") is None


@pytest.mark.parametrize("method", sorted(METHODS))
@examples(60)
@given(data=st.data())
def test_what_is_recognised_is_the_rule_that_was_worded(method, data):
    most = F(data.draw(st.integers(1, 40)), 4)
    settings = data.draw(settings_of(method, most, 2))
    rule = recognise(worded(method, settings, most), most, "c")
    if rule is None:
        assert method in ("answers", "bands", "best", "options", "share", "target", "weighted"), settings
        return
    assert rule.method == method
    facts = {key for key, _ in rule.settings if key in ("part", "whole", "value", "against", "count", "date", "fact")}
    text = "".join(f"{key} = {value}\n" for key, value in rule.settings)
    own = METHODS[method].settings.model_validate(tomli.loads(text, parse_float=Decimal))
    for name in type(own).model_fields:
        if name not in facts and name not in ("fact", "points"):
            assert getattr(own, name) == getattr(settings, name), name


@examples(100)
@given(st.data())
def test_bands_with_two_limits_come_back_as_they_were(data):
    most = F(data.draw(st.integers(1, 40)), 4)
    bands = data.draw(band_lists(most, 2))
    settings = METHODS["bands"].settings.model_validate({**SHARE, "bands": bands})
    rule = recognise(worded("bands", settings, most), most, "c")
    assert (rule is None) == (len(bands) == 1)
    if rule is not None:
        listed = [
            f"{{ {next(iter(band))} = {plain(next(iter(band.values())))}, points = {plain(band['points'])} }}"
            for band in bands
        ]
        assert dict(rule.settings)["bands"] == f"[ {', '.join(listed)} ]"
        assert dict(rule.settings)["if_none"] == '"full"'


@examples(40)
@given(schemes(plain=True))
def test_areas_and_parents_say_what_they_are(scheme):
    rows = {row[0]: row for row in annex_sheet(scheme, METHODS, "vi").rows}
    for area in scheme.areas:
        assert area_kind(rows[str(area.number)][3]) == area.kind
    for number, criterion in scheme.criteria.items():
        if criterion.parts:
            assert (combined(rows[number][3]) or "sum") == criterion.combine


@pytest.mark.parametrize("note", ["", "Ghi chú"])
def test_notes_have_a_column_where_there_are_any(note):
    criterion = Criterion(
        "1.1", "a", "Tiêu chí", F(2), method="given", settings=None, note=note, held=False, reason="x"
    )
    sheet = annex_sheet(scheme_of(criterion), METHODS, "vi")
    assert [len(row) for row in sheet.rows] == [len(sheet.columns)] * 3 == [6 if note else 5] * 3
    assert sheet.rows[1][3] == ("Không đánh giá: x",)
    assert sheet.titles == {0, 2}
    assert sheet.rows[2][1:3] == ("Tổng cộng", 2)

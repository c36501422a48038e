"""Typed self-scores: what is read of them, written as TOML, read back; and what is missing in them."""

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.app.missing_work import claimable_leaves, missing_claims
from cchc_score.app.start_folder import start_year
from cchc_score.app.typed_claims import claim_texts, field_name, typed_claims
from cchc_score.app.typed_points import figures_of, scored_alone, typed_points
from cchc_score.appraisal.entries_toml import from_work_record
from cchc_score.appraisal.self_score_toml import self_score_text
from cchc_score.appraisal.work_context import work_context
from cchc_score.builtin.readers import READERS
from cchc_score.files.disk import write_folder
from cchc_score.intake.unit_lookup import UnitLookup
from cchc_score.model import Outcome
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.request import Request

NOW = datetime(2023, 12, 5, 9, 30)


@pytest.fixture(scope="module")
def stages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nam")
    write_folder(folder / "nam", start_year("minh-hoa").files)
    return whole_stages(FolderSource(Request((folder / "nam",))))[0]


@pytest.fixture(scope="module")
def context(stages):
    units = stages.reported_table.units
    return work_context(stages.scheme, UnitLookup(units, units))


def read(stages, context, texts, paths=None):
    unit = stages.reported_table.units[1]
    return typed_claims(texts, claimable_leaves(stages), context, unit, "Hoa", NOW, paths)


def test_points_ticks_and_evidence(stages, context):
    texts = {
        "points:1.1.1": "0,5",
        "document:1.1.1": "12/KH-UBND; Báo cáo quý",
        "day:1.1.1": "5/1/2023",
        "out:1.1.2": "1",
        "points:1.1.2": "3",
        "files:1.1.3": "abc a.pdf",
        "points:1.1.3": "2",
        "explanation:1.1.3": " Vì\nsao ",
    }
    claims = {
        claim.criterion: claim for claim in read(stages, context, texts, {"abc a.pdf": "minh-chung/M02/a.pdf"}).claims
    }
    assert claims["1.1.1"].mark == (Outcome.SCORED, Fraction(1, 2))
    assert [cited.words() for cited in claims["1.1.1"].evidence] == ["12/KH-UBND ngày 05/01/2023", "Báo cáo quý"]
    # What does not apply has no points, whatever was typed before.
    assert claims["1.1.2"].mark == (Outcome.NOT_APPLICABLE, 0)
    assert [cited.file for cited in claims["1.1.3"].evidence] == ["minh-chung/M02/a.pdf"]
    assert claims["1.1.3"].explanation == "Vì\nsao"
    assert list(claims) == ["1.1.1", "1.1.2", "1.1.3"]


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("points:1.1.1", "một", "mark-unreadable"),
        ("points:1.1.1", "-1", "mark-negative"),
        ("points:1.1.1", "9", "mark-above"),
        ("points:1.1.1", "0,123", "mark-step"),
        ("points:1.1.1", "1/2", "mark-unreadable"),
        ("day:1.1.1", "hôm qua", "value-day"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(stages, context, field, text, code):
    found = read(stages, context, {"points:1.1.1": "1", field: text})
    assert {name: fault.code for name, fault in found.faults.items()} == {field: code}
    assert found.faults[field].message("vi")


NUMBERS = ["1.1.1", "1.1.2", "1.2.1", "6.3.1"]
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters=";"), min_size=1, max_size=40)


@given(
    st.dictionaries(
        st.sampled_from(NUMBERS),
        st.tuples(st.integers(0, 100), st.booleans(), TEXTS, st.dates(date(2020, 1, 1), date(2030, 1, 1)), TEXTS),
        max_size=4,
    )
)
def test_the_written_file_says_the_same_and_fills_the_same_fields(stages, context, typed):
    texts = {}
    for number, (points, out, document, day, explanation) in typed.items():
        texts |= {field_name("points", number): f"{points / 100:.2f}".replace(".", ",")}
        texts |= {field_name("out", number): "1"} if out else {}
        texts |= {field_name("document", number): document, field_name("day", number): f"{day:%d/%m/%Y}"}
        texts |= {field_name("explanation", number): explanation}
    claims = read(stages, context, texts).claims
    text = self_score_text(stages.reported_table.units[1], claims, "Hoa", NOW)
    reader = next(reader for reader in READERS if ".toml" in reader.suffixes)
    again = from_work_record(reader.read(text.encode(), "a.toml"), "a.toml", context)
    assert again.findings == ()
    said = [(one.unit, one.criterion, one.mark, one.evidence, one.explanation, one.by, one.on) for one in claims]
    assert [
        (one.unit, one.criterion, one.mark, one.evidence, one.explanation, one.by, one.on) for one in again.claims
    ] == said
    back = read(stages, context, claim_texts(claims, {}, "vi")).claims
    assert [(one.criterion, one.mark, one.evidence) for one in back] == [
        (one.criterion, one.mark, one.evidence) for one in claims
    ]


def points_of(stages, row, figures, asked, claims):
    return typed_points(stages, scored_alone(stages, row, figures_of(stages, row, figures, asked)), claims)


def test_the_points_are_those_of_the_self_scored_sheet(stages):
    row = 1
    own = [claim for (at, _), claim in stages.claims.items() if at == row]
    points = points_of(stages, row, {}, (), own)
    for place in (*(area.code for area in stages.scheme.areas), "total"):
        assert points.own_mark(place) == stages.self_scored.mark(row, stages.self_scored.at(place)), place


def test_figures_that_are_typed_stand_for_those_that_were_reported(stages):
    asked = ("tasks_assigned", "tasks_on_time", "tasks_late")
    leaf = stages.scheme.criteria["1.3.1"]
    table = stages.reported_table
    known = {code: table.value(1, code) for code in asked}
    assert points_of(stages, 1, known, asked, ()).by_figures(leaf).points == Fraction("2.5")
    assert points_of(stages, 1, {}, asked, ()).by_figures(leaf).state == "open"


def test_what_is_missing_is_told_by_its_kind(stages, context):
    leaves = claimable_leaves(stages)
    found = read(
        stages, context, {"points:1.1.1": "1", "points:1.1.2": "x", "points:1.1.3": "0", "document:1.2.1": "a"}
    )
    missing = {one.kind: one.items for one in missing_claims(found, leaves, stages)}
    assert missing["evidence"] == ("1.1.1",)
    assert missing["unreadable-claims"] == ("1.1.2",)
    assert "1.2.1" in missing["claims"]
    assert not {"1.1.1", "1.1.2", "1.1.3"} & set(missing["claims"])
    # What a survey or the council gives, the unit has not to score.
    assert "4.3" not in missing["claims"]

"""Cells are kept and changed as a page saw them: one's own entry is superseded, another's differs, nothing is lost."""

from dataclasses import replace

import pytest

from cchc_score.app.appraise_cell import TRIES, CellChange, Held, appraise_cells, decide_cells
from cchc_score.app.look_into_journal import folder_image
from cchc_score.app.write_acts import freeze_year
from cchc_score.appraisal.cell_states import cell_states
from cchc_score.appraisal.present_values import PresentValues
from cchc_score.errors import ReportError, WriteError
from cchc_score.files.disk import write_folder
from cchc_score.model import Outcome
from cchc_score.sheet import HandMark
from cchc_score.year.config import read_config
from cchc_score.year.folder_source import FolderSource
from cchc_score.year.load import whole_stages
from cchc_score.year.opened_year import open_year
from cchc_score.year.request import Request
from tests.app.test_take_into_journal import now, ranked, taken
from tests.merging.years import write


@pytest.fixture
def year(tmp_path):
    taken(write(tmp_path / "nam"))
    return tmp_path / "nam"


def held(year):
    source = open_year(Request((year,)))
    return Held(source, whole_stages(source)[0], source.journal.state.number)


def stages(year):
    return held(year).stages


def change(year, deed="points", unit="A", criterion="1.1", indicator="", **said):
    """What somebody decides who has the present value before them."""
    seen = PresentValues(stages(year), 1).code(unit, criterion, indicator)
    keys = {"reason": "đối chiếu", "evidence": "BB 1"} | said
    return CellChange(unit, criterion, deed, **({"seen": seen, "indicator": indicator} | keys))


def done(year, *changes, by="An", read=None):
    return appraise_cells(read or (lambda: held(year)), 1, changes, by, now)


def points(year, row=0):
    sheet = stages(year).appraised
    return sheet.mark(row, sheet.criteria["1.1"]).low


def state(year, row=0):
    return cell_states(stages(year), 1)[row, "1.1"]


def refused(year, *changes):
    before = open_year(Request((year,))).journal.events
    with pytest.raises(ReportError) as error:
        done(year, *changes)
    assert open_year(Request((year,))).journal.events == before
    return {finding.code for finding in error.value.findings}


def test_a_mark_is_kept_once(year):
    kept = done(year, change(year, "keep"), change(year, "keep", unit="B"))
    assert [event.happening.unit for event in kept.events] == ["A", "B"]
    assert (state(year), state(year, 1)) == ("kept", "kept")
    again = done(year, change(year, "keep"))
    assert (again.events, len(again.decided.same)) == ((), 1)


@pytest.mark.full
def test_a_mark_is_set_and_ones_own_is_superseded(year):
    done(year, change(year, value="1"))
    assert (points(year), state(year)) == (1, "adjusted")
    done(year, change(year, value="1,5"))
    assert (points(year), state(year)) == (1.5, "adjusted")
    assert len(stages(year).rounds[-1].replaced) == 1
    assert done(year, change(year, value="1,5")).events == ()


def test_anothers_value_is_no_ones_to_replace(year):
    done(year, change(year, value="1"))
    # The same value twice is no dispute.
    assert done(year, change(year, value="1"), by="Bình").events == ()
    done(year, change(year, value="2"), by="Bình")
    assert state(year) == "conflict"
    # Each may still mend what they set themselves.
    done(year, change(year, value="1,5"))
    assert {entry.by for entry in stages(year).rounds[-1].disputed[0]} == {"An", "Bình"}


def test_a_figure_is_corrected_and_a_rule_gives_its_points_again(year):
    done(year, change(year, "figure", indicator="tin", value="3"))
    assert (points(year), state(year)) == (1.5, "adjusted")
    done(year, change(year, "not-applicable"))
    sheet = stages(year).appraised
    assert sheet.mark(0, sheet.criteria["1.1"]).outcome == Outcome.NOT_APPLICABLE
    done(year, change(year, "by-figures"))
    assert points(year) == 1.5


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"value": "99"}, {"mark-above"}),
        ({"value": "nhiều", "evidence": ""}, {"mark-unreadable", "entry-evidence"}),
        ({"value": "0"}, {"entry-same"}),
        ({"value": "1", "reason": ""}, {"text-length"}),
    ],
)
def test_what_cannot_be_set_is_refused_whole(year, said, codes):
    found = refused(year, change(year, **said), change(year, unit="B", value="1"))
    assert len(found) == len(codes)
    assert "text-length" in codes or found == codes


def test_whoever_saw_another_value_is_asked(year):
    seen = change(year, value="2")
    done(year, change(year, value="1"), by="Bình")
    asked = done(year, seen, change(year, unit="B", value="1"))
    assert asked.events == ()
    (differing,) = asked.decided.differing
    assert (differing.change, differing.present, differing.by) == (seen, HandMark(Outcome.SCORED, 1), "Bình")
    done(year, replace(seen, seen=change(year).seen))
    assert state(year) == "conflict"


def test_what_happens_elsewhere_disturbs_nobody_and_what_happens_to_the_unit_is_looked_at_again(year):
    old, mine = held(year), change(year, value="1")
    done(year, change(year, unit="B", value="1"), by="Bình")
    assert done(year, mine, read=lambda: old).events
    stale, other = held(year), change(year, "keep", unit="C")
    done(year, change(year, "figure", unit="C", indicator="tin", value="4"), by="Bình")
    reads = iter([stale, held(year)])
    assert done(year, other, read=lambda: next(reads)).decided.same == ()
    asked = []
    with pytest.raises(WriteError):
        done(year, change(year, "keep", unit="C"), by="Cường", read=lambda: asked.append(1) or stale)
    assert len(asked) == TRIES


def test_a_choice_of_the_council_and_a_closed_year_stand(year):
    from cchc_score.app.settle_conflict import settle_conflict
    from tests.app.test_settle_conflict import choice

    done(year, change(year, value="1"))
    done(year, change(year, value="2"), by="Bình")
    settle_conflict(open_year(Request((year,))), choice(value="1,5"), "Hội đồng", now)
    assert refused(year, change(year, value="1")) == {"entry-settled"}
    freeze_year(open_year(Request((year,))), "Lan", "gấp", now)
    assert refused(year, change(year, unit="B", value="1")) == {"year-frozen"}


def test_what_a_survey_gives_is_closed():
    from cchc_score.appraisal.cell_states import appraised_leaves
    from cchc_score.appraisal.stages import Stages
    from tests.appraisal.kit import DAY, SCHEME, TABLE
    from tests.strategies import METHODS

    made = Stages(SCHEME, METHODS, TABLE)
    surveyed = {leaf.number for leaf in SCHEME.leaves} - set(appraised_leaves(made))
    unit = TABLE.units[0].code
    for number in surveyed:
        with pytest.raises(ReportError) as error:
            decide_cells(made, 1, [CellChange(unit, number, "points", "", value="1")], "An", DAY)
        assert {finding.code for finding in error.value.findings} == {"entry-closed"}
    assert surveyed


def test_journal_and_folder_rank_alike(year, tmp_path):
    done(year, change(year, value="1"), change(year, "keep", unit="B"), change(year, unit="C", value="0,5"))
    assert ranked(image(year, tmp_path / "lai"), FolderSource) == ranked(year)
    # Where the figure stands is told by the folder alone: an event stands in no file.
    done(year, change(year, "figure", unit="D", indicator="tin", value="1"))
    again = whole_stages(FolderSource(Request((image(year, tmp_path / "nua"),))))[0]
    assert again.appraised.total == stages(year).appraised.total


def image(year, folder):
    """The folder that the journal says."""
    journal = open_year(Request((year,))).journal
    write_folder(folder, folder_image(journal, read_config(journal.root / "cchc.toml")))
    return folder

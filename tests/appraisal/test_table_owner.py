"""Whose a self-score table is, and that a file under a wrong name takes nobody's points away."""

from cchc_score.appraisal.appraisal_model import Phases
from cchc_score.appraisal.claims import valid_claims
from cchc_score.appraisal.self_score_tables import from_work_tables
from cchc_score.documents import Tables
from cchc_score.engine import score
from tests.appraisal.kit import RULES, SCHEME, TABLE, cells, codes, scored
from tests.strategies import METHODS

HEAD = ["STT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Minh chứng", "Giải trình"]
SHEET = score(SCHEME, METHODS, TABLE)


def read(name, unit, points):
    """What a table of one criterion says, in a file of a name."""
    rows = cells([f"Đơn vị: {unit}"], HEAD, ["1.1.1", "Tiêu chí 1.1.1", "2", points, "KH", ""])
    return from_work_tables(Tables((rows,)), f"self-scores/{name}", RULES)


def counted(*works):
    """The marks that count, by unit, and the kinds of findings."""
    found, told = valid_claims([one for work in works for one in work.claims], SHEET, Phases())
    told = [*(one for work in works for one in work.findings), *told]
    return {SHEET.table.units[row].code: claim.mark for (row, _), claim in found.items()}, codes(told)


def test_what_a_table_says_counts_before_the_name_of_its_file():
    marks, told = counted(read("M02.xlsx", "Xã Mẫu 01 (M01)", "1"))
    assert (marks, told.count("claim-file-name")) == ({"M01": scored(1)}, 1)


def test_a_copy_under_anothers_name_takes_nobodys_claims_away():
    own, other = read("M01.xlsx", "Xã Mẫu 01 (M01)", "1"), read("M02.xlsx", "Xã Mẫu 01 (M01)", "2")
    marks, told = counted(own, other)
    assert marks == {"M01": scored(1)}
    assert "claim-twice" not in told
    assert told.count("claim-file-name") == 1


def test_the_name_of_a_unit_may_stand_anywhere_in_that_of_a_file():
    work = from_work_tables(
        Tables((cells(HEAD, ["1.1.1", "Tiêu chí 1.1.1", "2", "1", "KH", ""]),)),
        "self-scores/Bảng tự chấm Xã Mẫu 02.xlsx",
        RULES,
    )
    assert {one.unit for one in work.claims} == {"M02"}


def test_an_unknown_heading_is_answered_with_those_that_are_known():
    rows = cells(["STT", "Tiêu chí", "Kết quả của xã"], ["1.1.1", "Tiêu chí 1.1.1", "2"])
    (found,) = from_work_tables(Tables((rows,)), "self-scores/M01.xlsx", RULES).findings
    assert found.code == "claims-nowhere"
    assert "Kết quả của xã" in found.words("vi")
    assert "Điểm tự chấm" in found.words("vi")


def test_columns_that_are_not_read_are_told_where_evidence_is_missing():
    rows = cells(["STT", "Tiêu chí", "Tự chấm", "Hồ sơ"], ["1.1.1", "Tiêu chí 1.1.1", "1", "KH 02"])
    (found,) = from_work_tables(Tables((rows,)), "self-scores/M01.xlsx", RULES).findings
    assert (found.code, found.args["headings"]) == ("claim-heading", ["Hồ sơ"])


def test_the_heading_of_a_commune_is_known():
    rows = cells(["STT", "Tiêu chí", "Xã tự chấm", "Minh chứng"], ["1.1.1", "Tiêu chí 1.1.1", "1", "KH 02"])
    assert from_work_tables(Tables((rows,)), "self-scores/M01.xlsx", RULES).claims[0].mark == scored(1)

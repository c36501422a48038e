"""An annex that is shown and imported is the same scheme; one that was changed since is a draft, and says where."""

import base64
import io
import zipfile
from fractions import Fraction as F
from hashlib import sha256

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.annexes import attached_scheme as attached_schemes
from cchc_score.annexes.annex_table import read_annex
from cchc_score.annexes.attached_scheme import AttachedScheme
from cchc_score.app.import_annex import ReadAnnex, import_annex, kept_scheme
from cchc_score.app.show_annex import annex_file
from cchc_score.builtin.readers import read_docx, read_xlsx
from cchc_score.files.archives import relations_path
from cchc_score.registry.registry import load_registry
from cchc_score.schemes import read_scheme
from tests.annexes.test_annex_table import confirmed
from tests.running import ROOT
from tests.scheme_toml import scheme_toml
from tests.strategies import examples, schemes

REGISTRY = load_registry([])
READ = {"docx": read_docx, "xlsx": read_xlsx}
SHIPPED = ["bnv-1187-2025", "lam-dong-1234-2025", "minh-hoa-2023"]
KINDS = pytest.mark.parametrize("kind", READ)
ITEM = "customXml/item9.xml"
# Texts that a table of cells could break, hide or take for something else.
TEXTS = st.tuples(
    st.sampled_from(["", "=", "+", "-", "@", "'", "Tổng", "TT"]),
    st.text(st.sampled_from("aĐệ ;:=+-<>&\"'%/()0123.,\xad\u200b\u202e\x07\ufeff"), min_size=1, max_size=12),
).map(lambda parts: f"{parts[0]}x{parts[1]}y")


def file_of(text):
    """The bytes of a shipped scheme, or those that are given."""
    return text if isinstance(text, bytes) else (ROOT / "scoring_rules" / f"{text}.toml").read_bytes()


def shown(text, kind, lang="vi"):
    """The annex of a scheme's file."""
    scheme = read_scheme(file_of(text), "a.toml", REGISTRY.methods, REGISTRY.indicators)
    return annex_file(scheme, REGISTRY.methods, AttachedScheme(file_of(text), lang), kind)


def imported(data, kind, **asked):
    """What the import finds in the file of an annex."""
    name = f"annex.{kind}"
    return kept_scheme(ReadAnnex(name, kind, data, READ[kind](data, name)), REGISTRY, **asked)


def changed(data, part, change):
    """An office file with one part changed, which None takes away."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


def codes(kept):
    assert kept.scheme is None
    assert kept.text == b""
    return [finding.code for finding in kept.findings]


@pytest.mark.full
@KINDS
@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_shipped_scheme_comes_back_to_the_byte(name, kind, lang):
    kept = imported(shown(name, kind, lang), kind)
    assert kept.findings == ()
    assert kept.text == file_of(name)
    assert kept.scheme == read_scheme(kept.text, f"annex.{kind}", REGISTRY.methods, REGISTRY.indicators)


@pytest.mark.full
@KINDS
@examples(25)
@given(text=st.builds(scheme_toml, schemes(), st.lists(TEXTS, max_size=5)), lang=st.sampled_from(["vi", "en"]))
def test_any_scheme_comes_back_to_the_byte(text, lang, kind):
    kept = imported(shown(text, kind, lang), kind)
    assert [finding.words("en") for finding in kept.findings] == []
    assert kept.text == text
    assert kept.scheme == read_scheme(text, f"annex.{kind}", REGISTRY.methods, REGISTRY.indicators)


@pytest.mark.full
def test_line_ends_and_a_byte_order_mark_are_kept():
    text = b"\xef\xbb\xbf" + file_of("minh-hoa-2023").replace(b"\n", b"\r\n")
    assert imported(shown(text, "docx"), "docx").text == text


@pytest.mark.full
def test_the_same_scheme_gives_the_same_file():
    assert shown(SHIPPED[2], "docx") == shown(SHIPPED[2], "docx")
    assert shown(SHIPPED[2], "xlsx") == shown(SHIPPED[2], "xlsx")


@pytest.mark.full
@pytest.mark.parametrize(
    ("old", "new", "found", "says"),
    [
        ("Kế hoạch CCHC và các văn bản triển khai", "Kế hoạch", "annex-edited", "1.1.1, tài liệu kiểm chứng"),
        ("Từ 80% đến dưới 100%: 1 điểm", "Từ 70% đến dưới 100%: 1 điểm", "annex-edited", "1.1.1, cách chấm"),
        ("Thực hiện chế độ báo cáo CCHC", "Chế độ báo cáo", "annex-edited", "1.2, tên: bảng ghi 'Chế độ báo cáo'"),
        ("1234/QĐ-UBND ngày 08/09/2025", "99/QĐ-UBND", "annex-gone", "1234/QĐ-UBND ngày 08/09/2025"),
        ("phiên bản 1, năm 2025", "phiên bản 1, năm 2026", "annex-gone", "năm 2025"),
    ],
)
def test_words_that_were_changed_make_a_draft(old, new, found, says):
    def change(content):
        text = content.decode()
        assert old in text
        return text.replace(old, new, 1).encode()

    kept = imported(changed(shown(SHIPPED[1], "docx"), "word/document.xml", change), "docx")
    assert codes(kept) == [found]
    assert says in kept.findings[0].words("vi")


def test_a_maximum_that_was_changed_is_told_with_its_cell():
    def change(content):
        assert content.count(b"<v>1.5</v>") > 1
        return content.replace(b"<v>1.5</v>", b"<v>1.25</v>", 1)

    kept = imported(changed(shown(SHIPPED[1], "xlsx"), "xl/worksheets/sheet1.xml", change), "xlsx")
    (finding,) = kept.findings
    assert (finding.code, finding.args["new"], finding.args["old"]) == ("annex-edited", F("1.25"), F("1.5"))
    assert finding.place.cell.startswith("B")


def rearranged(data, change):
    """A Word document whose table somebody has changed, saved by another program."""
    document = Document(io.BytesIO(data))
    change(document.tables[0])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def remove_row(table):
    table._tbl.remove(table.rows[9]._tr)


def add_row(table):
    for cell, text in zip(table.add_row().cells, ("10", "Lĩnh vực mới", "5"), strict=False):
        cell.text = text


def add_words(table):
    table.add_row().cells[0].text = "a)"


def move_row(table):
    table.rows[5]._tr.addprevious(table.rows[6]._tr)


def empty_total(table):
    table.rows[len(table.rows) - 1].cells[2].text = "99"


@pytest.mark.full
@pytest.mark.parametrize(
    ("change", "found"),
    [
        (remove_row, ["annex-gone"]),
        (add_row, ["annex-added"]),
        (add_words, ["annex-added"]),
        (move_row, ["annex-edited"]),
        (empty_total, ["annex-edited"]),
        (lambda table: None, []),
    ],
)
def test_rows_that_come_go_or_move_make_a_draft(change, found):
    kept = imported(rearranged(shown(SHIPPED[1], "docx"), change), "docx")
    assert [finding.code for finding in kept.findings] == found
    assert (kept.scheme is None) == bool(found)


def strike(table):
    table.rows[4].cells[2].paragraphs[0].runs[0].font.strike = True


@pytest.mark.full
def test_a_figure_that_is_struck_out_makes_a_draft():
    kept = imported(rearranged(shown(SHIPPED[1], "docx"), strike), "docx")
    assert codes(kept) == ["cell-marked"]


def test_a_row_that_is_hidden_makes_a_draft():
    def hide(content):
        assert b'<row r="9"' in content
        return content.replace(b'<row r="9"', b'<row hidden="1" r="9"')

    kept = imported(changed(shown(SHIPPED[1], "xlsx"), "xl/worksheets/sheet1.xml", hide), "xlsx")
    assert codes(kept) == ["rows-hidden"]


@pytest.mark.full
def test_a_title_and_a_year_that_are_asked_for_are_the_schemes():
    data = shown(SHIPPED[1], "docx")
    scheme = imported(data, "docx").scheme
    assert imported(data, "docx", title=scheme.title, period=2025).scheme == scheme
    assert codes(imported(data, "docx", title="Tên khác", period=2026)) == ["annex-asked", "annex-asked"]


def envelope(text, **attributes):
    """A part as the program writes it, or nearly so."""
    said = {"sha256": sha256(text).hexdigest(), "lang": "vi", **attributes}
    listed = "".join(f' {key}="{value}"' for key, value in said.items())
    return f'<scheme xmlns="urn:cchc-score:annex:1"{listed}>{base64.b64encode(text).decode()}</scheme>'.encode()


@pytest.mark.full
@KINDS
@pytest.mark.parametrize(
    "part",
    [
        b'<scheme xmlns="urn:cchc-score:annex:1">',
        b'<x xmlns="urn:cchc-score:annex:1"/>',
        b'<scheme xmlns="urn:cchc-score:annex:1"><scheme/></scheme>',
        b'<?xml version="1.0" encoding="khong-co"?><scheme xmlns="urn:cchc-score:annex:1"/>',
        envelope(b"x = 1", sha256="0" * 64),
        envelope(b"x = 1", lang="fr"),
        envelope(b"x = 1").replace(b"</scheme>", b"!</scheme>"),
        envelope(b"x = "),
        envelope(b"x = 1"),
        envelope(b"\xff\xfe"),
        envelope(file_of("minh-hoa-2023").replace(b'"bands"', b'"bnads"')),
    ],
)
def test_a_part_that_is_broken_or_no_scheme_is_told_and_counts_as_absent(part, kind):
    data = changed(shown(SHIPPED[2], kind), ITEM, lambda _: part)
    assert codes(imported(data, kind)) == ["annex-part"]


def test_a_part_that_is_too_large_is_told(monkeypatch):
    data = shown(SHIPPED[2], "docx")
    monkeypatch.setattr(attached_schemes, "MAX_BYTES", 1000)
    assert codes(imported(data, "docx")) == ["annex-part"]
    monkeypatch.setattr(attached_schemes, "_LONGEST", 1000)
    (finding,) = imported(data, "docx").findings
    assert "quá lớn" in finding.words("vi")


def test_two_schemes_in_one_file_are_none():
    data = shown(SHIPPED[2], "docx")
    second = ITEM.replace("9", "8")
    listed = relations_path("word/document.xml")
    entry = b'<Relationship Id="r2" Type="x/customXml" Target="../%s"/></Relationships>' % second.encode()
    data = changed(data, listed, lambda content: content.replace(b"</Relationships>", entry))
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(second, archive.read(ITEM))
    (finding,) = imported(made.getvalue(), "docx").findings
    assert "nhiều hơn một" in finding.words("vi")


@pytest.mark.full
@KINDS
def test_another_scheme_under_the_same_table_is_not_taken(kind):
    other = file_of("minh-hoa-2023").replace(b"from = 80, points", b"from = 81, points")
    data = changed(shown(SHIPPED[2], kind), ITEM, lambda _: envelope(other))
    found = codes(imported(data, kind))
    assert found
    assert set(found) == {"annex-edited"}


def bare(data):
    """The file without the scheme inside."""
    return changed(data, ITEM, lambda _: None)


@pytest.mark.full
@KINDS
@pytest.mark.parametrize(("name", "recognised"), [*zip(SHIPPED, (124, 72, 48), strict=True)])
def test_the_table_alone_gives_the_same_tree_and_what_its_words_say(name, kind, recognised):
    data = bare(shown(name, kind))
    kept = imported(data, kind)
    assert (kept.scheme, kept.findings) == (None, ())
    draft = import_annex(READ[kind](data, "annex"), "annex", "nhap", "Bản nháp", 2026)
    assert (draft.findings, draft.recognised) == ((), recognised)
    own = read_scheme(confirmed(draft.text).encode(), "nhap.toml", REGISTRY.methods, REGISTRY.indicators)
    real = read_scheme(file_of(name), "a.toml", REGISTRY.methods, REGISTRY.indicators)
    assert own.max_points == real.max_points
    assert [(one.number, one.name, one.max_points, one.kind) for one in own.areas] == [
        (one.number, one.name, one.max_points, one.kind) for one in real.areas
    ]
    assert list(own.criteria) == list(real.criteria)
    for number, one in real.criteria.items():
        drafted = own.criteria[number]
        for field in ("title", "max_points", "parts", "combine", "evidence", "note"):
            assert getattr(drafted, field) == getattr(one, field), (number, field)
        if one.is_leaf:
            # What is not recognised is given by the council.
            assert drafted.method in (one.method, "given"), number
        for field in ("bands", "steps", "zero_below", "full_from", "if_none", "each", "start", "above", "below"):
            if drafted.method == one.method != "" and hasattr(one.settings, field):
                assert getattr(drafted.settings, field) == getattr(one.settings, field), (number, field)


@pytest.mark.full
@KINDS
@examples(15)
@given(scheme=schemes(plain=True), lang=st.sampled_from(["vi", "en"]))
def test_the_table_alone_gives_the_tree_of_any_scheme(scheme, lang, kind):
    data = bare(shown(scheme_toml(scheme), kind, lang))
    rows = {row.number: row for row in read_annex(READ[kind](data, "annex"), "annex").rows}
    wanted = {str(area.number): (area.name, area.max_points) for area in scheme.areas}
    wanted |= {number: (one.title, one.max_points) for number, one in scheme.criteria.items()}
    assert {number: (row.title, row.points) for number, row in rows.items()} == wanted

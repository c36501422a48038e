"""An annex in an office's own Word template: its words and tables, and templates that mean harm."""

import io
import itertools
import zipfile

import pytest
from docx import Document
from hypothesis import given

from cchc_score.errors import ReportError
from cchc_score.registry.registry import load_registry
from cchc_score.report.annex.annex_document import printable
from cchc_score.report.annex.annex_template import templated_docx
from cchc_score.results.ranked_units import ranking
from tests.random_years import random_case
from tests.report.annex.made import TEXTS, bare, document_of, docx_tables, wanted_tables
from tests.report.annex.templates import sample, template
from tests.report.random_books import scored_case, scored_of
from tests.report.workbook.test_hostile_book import with_texts
from tests.running import EXAMPLES, ROOT, command
from tests.strategies import examples

SEED = 3


@pytest.fixture(scope="module")
def scored():
    return scored_case(SEED, load_registry())


def made(scored, data, **report):
    return templated_docx(document_of(scored, **report), ranking(scored), data, "mau.docx")


def refused(scored, data) -> str:
    """The code of the finding for which a template is refused."""
    with pytest.raises(ReportError) as error:
        made(scored, data)
    (finding,) = error.value.findings
    assert finding.place.file == "mau.docx"
    return finding.code


def texts(data) -> list[str]:
    return [one.text for one in Document(io.BytesIO(data)).paragraphs]


def cells(data) -> list[list[str]]:
    """The rows of all tables."""
    return [[cell.text for cell in row.cells] for table in Document(io.BytesIO(data)).tables for row in table.rows]


def own_table(data) -> list[list[str]]:
    """The rows of the table that the office has put into its template."""
    table = next(one for one in Document(io.BytesIO(data)).tables if one.cell(0, 0).text == "Hạng")
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_sample_of_the_documentation_is_this_one():
    assert (ROOT / "docs" / "annexes" / "mau-phu-luc.docx").read_bytes() == sample()


def test_tags_become_the_words_of_the_annex(scored):
    data = made(scored, sample(), pieces=("areas",))
    told = [one for row in cells(data) for one in row] + texts(data)
    assert "UBND TỈNH\nHỘI ĐỒNG\nSố: 1/BC" in told
    assert "Nơi nhận: Lưu;" in told
    assert not any("{" in one for one in told)
    assert Document(io.BytesIO(data)).sections[0].footer.paragraphs[0].text == "HỘI ĐỒNG"


def test_a_table_of_the_office_has_a_row_for_each_unit(scored):
    rows = own_table(made(scored, sample(), pieces=("areas",)))
    assert rows[0] == ["Hạng", "Đơn vị", "Chỉ số (%)", "Xếp loại"]
    units = [line.unit.label for line in ranking(scored).lines]
    assert [row[1] for row in rows[1:]] == units


def test_all_tables_stand_where_the_body_is_asked_for(scored):
    data = made(scored, template("trước", "{{ body }}", "sau"))
    assert docx_tables(data) == wanted_tables(document_of(scored))
    assert texts(data)[0] == "trước"
    assert texts(data)[-1] == "sau"


def test_wide_tables_turn_their_pages_and_no_others(scored):
    data = made(scored, template("{{ title }}", "{{ body }}", "{{ signer }}"))
    turned = [section.page_width > section.page_height for section in Document(io.BytesIO(data)).sections]
    assert turned[0] is False
    assert turned[-1] is False
    assert True in turned
    assert all(one != other for one, other in itertools.pairwise(turned))


@pytest.mark.full
def test_the_same_template_gives_the_same_bytes(scored):
    assert made(scored, sample()) == made(scored, sample())


@pytest.mark.full
@examples(15)
@given(TEXTS, TEXTS)
def test_texts_of_the_data_are_never_tags(one, other):
    scored = with_texts(scored_of(random_case(SEED), load_registry()), [one, other, "{{ agency }}", "{% for x in y %}"])
    data = made(scored, sample(), pieces=("ranking",))
    assert docx_tables(data) == wanted_tables(document_of(scored, pieces=("ranking",)))
    assert [bare(row[1]) for row in own_table(data)[1:]] == [
        bare(printable(line.unit.label)) for line in ranking(scored).lines
    ]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ so_hieu }}", "template-name"),
        ("{{ line.rank }}", "template-name"),
        ("{% for line in ranking %}{{ line.money }}{% endfor %}", "template-name"),
        ("{% for line in nothing %}{% endfor %}", "template-name"),
        ("{{ agency.__class__ }}", "template-name"),
        ("{{ ''.__class__.__mro__ }}", "template-name"),
        ("{{ agency|upper }}", "template-tag"),
        ("{{ agency.upper() }}", "template-tag"),
        ("{{ range(10) }}", "template-tag"),
        ("{{ agency * 1000000000 }}", "template-tag"),
        ("{% set x = 1 %}", "template-tag"),
        ("{% include 'x' %}", "template-tag"),
        ("{% macro f() %}{% endmacro %}", "template-tag"),
        ("{% for a in ranking %}{% for b in ranking %}{% endfor %}{% endfor %}", "template-tag"),
        ("{% for i in [1, 2] %}{% endfor %}", "template-tag"),
        ("{% if agency %}", "template-syntax"),
        ("{{ agency", "template-syntax"),
        ("x {{ body }}", "template-body"),
        ("{{ body }}{{ body }}", "template-body"),
    ],
)
def test_what_a_template_may_not_say_is_told(scored, tag, code):
    assert refused(scored, template(tag)) == code


def test_a_body_within_a_cell_is_told(scored):
    assert refused(scored, template("x", rows=[("{{ body }}",)])) == "template-body"


def packed_with(**parts) -> bytes:
    """The sample with more parts in its archive, or others in place of its own; '/' is written as '__'."""
    own = {name.replace("__", "/"): text.encode() for name, text in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, own.pop(name, None) or old.read(name))
        for name, content in own.items():
            new.writestr(name, content)
    return stream.getvalue()


OUTSIDE = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://x.invalid/a.dotm" TargetMode="External"/>'
    "</Relationships>"
)


def test_what_acts_or_reaches_outside_is_refused(scored):
    assert refused(scored, packed_with(**{"word__vbaProject.bin": "x"})) == "template-active"
    assert refused(scored, packed_with(**{"word__embeddings__a.xlsx": "x"})) == "template-active"
    assert refused(scored, packed_with(**{"word___rels__settings.xml.rels": OUTSIDE})) == "template-active"


def test_a_field_that_fetches_is_refused(scored):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document(io.BytesIO(sample()))
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" DDEAUTO c:\\\\x "/>'
    document.paragraphs[0]._p.append(parse_xml(field))
    stream = io.BytesIO()
    document.save(stream)
    assert refused(scored, stream.getvalue()) == "template-active"


@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 100, sample()[:2000]])
def test_what_is_no_document_is_told(scored, data):
    assert refused(scored, data).startswith(("archive-", "file-"))


def test_a_document_of_a_thousand_tags_is_refused(scored):
    assert refused(scored, template("{" * 5000)) == "template-large"


@pytest.mark.full
def test_the_command_takes_a_template(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(sample())
    year, told = EXAMPLES / "huyen-them-tieu-chi", tmp_path / "pl.docx"
    assert command("report", year, "--what", "ranking", "--template", path, "-o", told).code in (0, 1)
    assert any("KẾT QUẢ" in one for one in texts(told.read_bytes()))


def test_a_template_is_for_word_alone(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(sample())
    assert command("report", EXAMPLES / "huyen-them-tieu-chi", "--template", path, "-o", tmp_path / "a.pdf").code == 2


def test_a_bad_template_leaves_no_file(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(template("{{ x }}"))
    result = command("report", EXAMPLES / "huyen-them-tieu-chi", "--template", path, "-o", tmp_path / "a.docx")
    assert result.code == 3
    assert not (tmp_path / "a.docx").exists()

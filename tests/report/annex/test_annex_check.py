"""An annex is told to be what it was made as, signed or not; one that was cut or changed anywhere is not."""

import json
import random
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from cchc_score.report.annex.annex_attachments import RESULT, attached_files
from cchc_score.report.annex.annex_check import check_annex
from cchc_score.report.annex.annex_document import with_parts
from cchc_score.report.annex.annex_pdf import annex_pdf
from tests.report.annex.signing import signed
from tests.running import EXAMPLES, command

YEAR = EXAMPLES / "ca-mau-1880-2013"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The annex of a small year."""
    path = tmp_path_factory.mktemp("annex") / "phu-luc.pdf"
    result = command("report", YEAR, "--what", "ranking", "--what", "areas", "-o", path)
    assert result.code in (0, 1), result.err
    return path.read_bytes()


def check(data, registry):
    return check_annex(data, "phu-luc.pdf", registry)


def held(checked):
    """What of each step is right, by its name."""
    return {step.name: step.holds for step in checked.steps}


def codes(checked):
    return {finding.code for finding in checked.findings}


@pytest.mark.full
def test_it_is_the_annex_as_it_was_made(made, registry):
    checked = check(made, registry)
    assert checked.ending == "done"
    assert held(checked) == {"attached": True, "scored": True, "printed": True, "pages": True, "signatures": None}
    assert not checked.findings


def test_the_attached_result_is_what_rank_prints_and_the_scheme_its_file(made):
    files = {name: content[0] for name, content in PdfReader(BytesIO(made)).attachments.items()}
    assert files[RESULT].decode() == command("rank", YEAR, "--format", "json").out
    assert files["cchc-score-scheme.toml"] == (YEAR / "ca-mau.toml").read_bytes()


@pytest.mark.full
def test_a_signed_copy_is_the_same_annex_and_says_who_signed(made, registry):
    twice = signed(signed(made, "Nguyễn Văn An"), "UBND tỉnh", "CoQuan", new=True)
    checked = check(twice, registry)
    assert checked.ending == "done"
    told = [step.words.vi for step in checked.steps if step.name == "signatures"]
    assert [words.partition(",")[0] for words in told] == ["Nguyễn Văn An", "UBND tỉnh"]


@pytest.mark.full
def test_what_is_added_after_it_was_signed_is_told(made, registry):
    writer = PdfWriter(BytesIO(signed(made, "Nguyễn Văn An")), incremental=True)
    writer.add_annotation(0, FreeText(text="99,99", rect=(50, 550, 200, 650)))
    out = BytesIO()
    writer.write(out)
    checked = check(out.getvalue(), registry)
    assert checked.ending == "changed"
    assert codes(checked) == {"result-added", "result-after"}


@pytest.mark.full
def test_what_is_added_before_it_is_signed_is_told_though_the_signature_holds(made, registry):
    writer = PdfWriter(BytesIO(made), incremental=True)
    writer.add_annotation(0, FreeText(text="99,99", rect=(50, 550, 200, 650)))
    out = BytesIO()
    writer.write(out)
    checked = check(signed(out.getvalue(), "Nguyễn Văn An"), registry)
    assert checked.ending == "changed"
    assert codes(checked) == {"result-added"}
    assert held(checked)["signatures"] is True


@pytest.mark.full
def test_a_changed_byte_breaks_the_signature_and_is_told(made, registry):
    data = bytearray(signed(made, "Nguyễn Văn An"))
    data[len(made) // 2] ^= 1
    checked = check(bytes(data), registry)
    assert checked.ending == "changed"
    assert "result-signature" in codes(checked) or "pdf-broken" in codes(checked)


@pytest.mark.full
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_cut_file_is_not_intact(made, registry, share):
    assert check(made[: int(len(made) * share)], registry).ending == "changed"


@pytest.mark.full
@pytest.mark.parametrize("seed", range(8))
def test_any_changed_byte_is_found_and_never_an_error(made, registry, seed):
    drawn = random.Random(seed)
    data = bytearray(made)
    for _ in range(drawn.choice([1, 20])):
        data[drawn.randrange(10, len(data))] ^= 1 << drawn.randrange(8)
    assert check(bytes(data), registry).ending == "changed"


@pytest.mark.full
def test_a_number_changed_on_the_page_and_in_what_is_attached_does_not_follow_from_the_figures(made, registry):
    from cchc_score.report.annex.annex_json import read_document

    files = {name: content[0] for name, content in PdfReader(BytesIO(made)).attachments.items()}
    printed = json.loads(files["cchc-score-annex.json"])
    row = printed["parts"][0]["tables"][0]["rows"][0]
    row[3]["text"] = "99,99"
    told = json.dumps(printed, ensure_ascii=False).encode()
    document = read_document(printed)
    data = annex_pdf(document, attached_files("vi", files[RESULT], files["cchc-score-scheme.toml"], told))
    checked = check(data, registry)
    assert checked.ending == "changed"
    assert held(checked) == {"attached": True, "scored": True, "printed": False, "pages": True, "signatures": None}
    assert codes(checked) == {"result-scored"}


@pytest.mark.full
def test_pages_of_another_version_are_read_cell_by_cell(made, registry):
    from cchc_score.report.annex.annex_json import read_document

    files = {name: content[0] for name, content in PdfReader(BytesIO(made)).attachments.items()}
    printed = json.loads(files["cchc-score-annex.json"])
    printed["made_by"] = {"program": "cchc-score 0.0.1", "typst": "0.1"}
    told = json.dumps(printed, ensure_ascii=False).encode()
    given = attached_files("vi", files[RESULT], files["cchc-score-scheme.toml"], told)
    document = read_document(printed)
    # As another version would print it: other places on the page, the same texts.
    other = annex_pdf(with_parts(document, document.parts), given).replace(b"\n%%EOF\n", b"\n%%EOF \n")
    checked = check(other, registry)
    assert held(checked)["pages"] is True
    lied = annex_pdf(with_parts(document, document.parts[:1]), given)
    checked = check(lied, registry)
    assert checked.ending == "changed"
    assert codes(checked) == {"result-printed", "result-pages"}


@pytest.mark.full
def test_data_that_are_absent_or_no_data_are_told(made, registry):
    files = {name: content[0] for name, content in PdfReader(BytesIO(made)).attachments.items()}
    from cchc_score.report.annex.annex_json import read_document

    document = read_document(json.loads(files["cchc-score-annex.json"]))
    own = attached_files("vi", files[RESULT], files["cchc-score-scheme.toml"], files["cchc-score-annex.json"])
    assert codes(check(annex_pdf(document, own[:2]), registry)) == {"result-data"}
    for content in (b"{}", b"[1", b"null", b'{"communes": 3, "scheme": {"sha256": 1}}'):
        broken = attached_files("vi", content, files["cchc-score-scheme.toml"], files["cchc-score-annex.json"])
        checked = check(annex_pdf(document, broken), registry)
        assert checked.ending == "changed"
        assert codes(checked) == {"result-data"}
    assert codes(check(annex_pdf(document), registry)) == {"result-foreign"}


@pytest.mark.full
def test_the_command_ends_with_what_it_found(made, tmp_path):
    whole, cut, none = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "c.pdf"
    whole.write_bytes(made)
    cut.write_bytes(made[: len(made) // 2])
    none.write_text("Không phải PDF")
    assert command("verify", whole).code == 0
    assert command("verify", cut).code == 1
    assert command("verify", none).code == 3
    told = json.loads(command("verify", whole, "--format", "json").out)
    assert (told["ending"], [step["holds"] for step in told["steps"]]) == ("done", [True, True, True, True, None])


@pytest.mark.full
def test_a_scheme_whose_plugin_is_not_here_is_not_called_changed(tmp_path):
    path = tmp_path / "huyen.pdf"
    assert command("report", EXAMPLES / "huyen-them-tieu-chi", "--what", "ranking", "-o", path).code in (0, 1)
    assert command("verify", path).code == 4
    assert command("verify", path, "--plugins", EXAMPLES / "my_methods").code == 0

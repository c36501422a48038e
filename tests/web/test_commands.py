"""Commands for whoever runs a server."""

import io

import pytest
from django.core.management import CommandError, call_command

from cchc_score.app.start_folder import start_year
from cchc_score.files.disk import write_folder


def run(*words, **options):
    out = io.StringIO()
    call_command(*words, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue().strip()


@pytest.mark.full
def test_a_year_goes_in_is_whole_and_comes_out(tmp_path):
    folder = tmp_path / "nam-lenh"
    write_folder(folder, start_year("minh-hoa").files)
    name = run("import_year", str(folder), by="An")
    whole = run("verify_journal", name)
    assert int(whole.split()[0]) > 20
    assert run("export_year", name, str(tmp_path / "ra")) == whole
    assert (tmp_path / "ra" / "nhat-ky" / "su-kien.jsonl").read_text(encoding="utf-8").count("\n") == int(
        whole.split()[0]
    )


def test_a_year_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(CommandError, match="không có năm 'khong-co'"):
        run("verify_journal", "khong-co")


def test_a_file_that_was_changed_on_the_disk_is_found(tmp_path, server):
    folder = tmp_path / "nam-hong"
    write_folder(folder, start_year("minh-hoa").files)
    name = run("import_year", str(folder), by="An")
    kept = next((server / "nam" / name / "nhat-ky" / "tep").glob("*.toml"))
    kept.write_bytes(kept.read_bytes() + b"\n")
    with pytest.raises(CommandError, match=kept.name):
        run("verify_journal", name)


def test_what_is_no_year_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError) as refused:
        run("import_year", str(tmp_path), by="An")
    assert "cchc.toml" in str(refused.value)

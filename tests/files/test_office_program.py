"""The office program is found where it stands, and ended when it works too long, writes too much or breaks."""

import io
import os
import time
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from cchc_score.files import office_program
from cchc_score.files.office_program import SETTING, convert_files, find_program
from tests.office_variants import needs_office
from tests.reports import archive

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs of these tests are shell scripts")
# Its arguments end with the files; before them stands the folder for what it makes.
TAKE = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
for file; do
    name=$(basename "$file"); name=${name%.*}
    case $(cat "$file") in
        hang) sleep 600;;
        crash) kill -SEGV $$;;
        large) head -c 3000000 /dev/zero > "$out/big"; sleep 600;;
        no) ;;
        *) cat "$file" > "$out/$name.docx";;
    esac
done
"""


@pytest.fixture
def program(tmp_path):
    """A program that converts as each file tells it to."""
    path = tmp_path / "soffice"
    path.write_text(TAKE)
    path.chmod(0o755)
    return path


def test_it_is_found_by_its_setting_and_by_path(program, monkeypatch):
    monkeypatch.setenv(SETTING, str(program))
    assert find_program() == program
    monkeypatch.setenv(SETTING, str(program.parent))
    assert find_program() is None
    monkeypatch.setenv(SETTING, "")
    assert find_program() is None
    monkeypatch.delenv(SETTING)
    monkeypatch.setenv("PATH", f"{program.parent / 'absent'}{os.pathsep}{program.parent}")
    assert find_program() == program


def test_a_program_in_the_working_folder_is_none(program, monkeypatch):
    monkeypatch.chdir(program.parent)
    monkeypatch.delenv(SETTING, raising=False)
    monkeypatch.setattr(office_program, "_USUAL", ())
    for path in (".", "", os.pathsep):
        monkeypatch.setenv("PATH", path)
        assert find_program() is None


def test_all_files_are_converted_in_their_order(program):
    made = convert_files([(".doc", b"a"), (".odt", b"b"), (".rtf", b"no"), (".doc", b"c")], program)
    assert made == [("done", b"a"), ("done", b"b"), ("failed", b""), ("done", b"c")]


@pytest.mark.full
@pytest.mark.parametrize("fault", [b"hang", b"crash", b"large"])
def test_one_that_ends_the_program_is_left_out_and_stops_no_other(fault, program, monkeypatch):
    monkeypatch.setattr(office_program, "MAX_SECONDS", 1 if fault == b"hang" else 60)
    monkeypatch.setattr(office_program, "MAX_FOLDER", 2_000_000)
    began = time.monotonic()
    made = convert_files([(".doc", b"a"), (".doc", fault), (".doc", b"c"), (".doc", b"no")], program)
    assert [one.ending for one in made] == ["done", "stopped", "done", "failed"]
    assert time.monotonic() - began < 60


def test_a_program_that_makes_nothing_is_not_started_for_every_file(program, tmp_path):
    starts = tmp_path / "starts"
    program.write_text(f"#!/bin/sh\necho 1 >> '{starts}'\nexit 1\n")
    made = convert_files([(".doc", b"a")] * 20, program)
    assert {one.ending for one in made} == {"stopped"}
    assert starts.read_text().split() == ["1"] * office_program.MOST_IN_VAIN


def test_nothing_is_left_behind(program, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    convert_files([(".doc", b"a")], program)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["soffice"]


def test_the_profile_turns_off_macros_links_and_the_network(tmp_path):
    text = (office_program._profile(tmp_path) / "user" / "registrymodifications.xcu").read_text()
    for name, value in (
        ("MacroSecurityLevel", "3"),
        ("DisableMacrosExecution", "true"),
        ("ooInetProxyType", "2"),
        ("Link", "2"),
    ):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in text


class _Seen(BaseHTTPRequestHandler):
    """A server that remembers what it is asked for."""

    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        self.send_response(404)
        self.end_headers()

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

    def log_message(self, *_):
        """Nothing on the terminal."""


@needs_office
@pytest.mark.full
def test_a_document_asks_nobody_on_the_network_and_no_other_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("4711")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Seen)
    Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    fields = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{url}/a.png" \\\\d}}{{\\fldrslt }}}}'
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name if name != "draw" else "drawing"}:1.0"'
        for name in ("office", "text", "draw")
    )
    content = (
        f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>'
        f'<text:p><draw:frame><draw:image xlink:href="{url}/b.png" xlink:type="simple" xlink:actuate="onLoad"/></draw:frame></text:p>'
        f'<text:section text:name="S"><text:section-source xlink:href="{secret.as_uri()}" text:filter-name="Text"/><text:p/></text:section>'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    odt = archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )
    made = convert_files([(".rtf", f"{{\\rtf1 x {fields}}}".encode()), (".odt", odt)], find_program())
    server.shutdown()
    server.server_close()
    assert [one.ending for one in made] == ["done", "done"]
    assert not _Seen.asked
    with zipfile.ZipFile(io.BytesIO(made[1].data)) as file:
        assert b"4711" not in file.read("word/document.xml")

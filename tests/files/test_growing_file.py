"""A file that only grows: whole pieces, one writer after the other, and nothing that was there is lost."""

import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_score.errors import WriteError
from cchc_score.files.growing_file import add_to_file

LINES = st.lists(st.binary(max_size=20).map(lambda data: data.replace(b"\n", b"") + b"\n"), max_size=5)


@given(LINES)
def test_pieces_stand_one_behind_the_other(tmp_path_factory, pieces):
    path = tmp_path_factory.mktemp("so") / "so.jsonl"
    size = 0
    for piece in pieces:
        add_to_file(path, piece, size)
        size += len(piece)
    assert not pieces or path.read_bytes() == b"".join(pieces)


def test_half_a_line_gives_way(tmp_path):
    path = tmp_path / "so.jsonl"
    path.write_bytes(b"a\nb")
    add_to_file(path, b"c\n", 2)
    assert path.read_bytes() == b"a\nc\n"


@pytest.mark.parametrize(("there", "size"), [(b"a\nb\n", 2), (b"a\n", 4), (b"", 1)])
def test_what_rests_on_another_state_is_refused(tmp_path, there, size):
    path = tmp_path / "so.jsonl"
    path.write_bytes(there)
    with pytest.raises(WriteError) as refused:
        add_to_file(path, b"c\n", size)
    assert [finding.code for finding in refused.value.findings] == ["file-changing"]
    assert path.read_bytes() == there


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(WriteError):
        add_to_file(tmp_path, b"c\n", 0)


def test_of_many_writers_at_once_each_piece_is_whole_or_refused(tmp_path):
    path, taken, refused = tmp_path / "so.jsonl", [], []

    def write(number):
        piece = f"{number}".encode() * 5_000 + b"\n"
        try:
            add_to_file(path, piece, os.path.getsize(path) if path.exists() else 0)
            taken.append(piece)
        except WriteError:
            refused.append(piece)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(10, 30)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(path.read_bytes().splitlines(keepends=True)) == sorted(taken)
    assert len(taken) + len(refused) == 20

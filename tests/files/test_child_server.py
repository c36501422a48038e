"""A child process that is asked about many files: one process for all, and an end that harms one file alone."""

import os
import signal

import pytest

from cchc_score.files.child_process import ChildTimeout
from cchc_score.files.child_server import ChildServer, ask_child, close_children

PROGRAM = """
import os, sys, time
while head := sys.stdin.buffer.read(8):
    data = sys.stdin.buffer.read(int.from_bytes(head, "big"))
    if data == b"end":
        os._exit(0)
    if data == b"abort":
        os.abort()
    if data == b"hang":
        time.sleep(600)
    if data == b"half":
        sys.stdout.buffer.write((9).to_bytes(8, "big") + b"\\0half")
        sys.stdout.buffer.flush()
        os._exit(0)
    told = str(os.getpid()).encode() if data in (b"who", b"last") else data[::-1]
    sys.stdout.buffer.write(len(told).to_bytes(8, "big") + bytes([data == b"last"]) + told)
    sys.stdout.buffer.flush()
"""


@pytest.fixture
def program(tmp_path):
    path = tmp_path / "child.py"
    path.write_text(PROGRAM, encoding="utf-8")
    return (str(path),)


@pytest.fixture
def server(program):
    made = ChildServer(program)
    yield made
    made.close()


def test_one_process_answers_for_all_files(server):
    assert [server.ask(data, 60) for data in (b"", b"abc", b"x" * 3_000_000)] == [b"", b"cba", b"x" * 3_000_000]
    assert server.ask(b"who", 60) == server.ask(b"who", 60)


@pytest.mark.parametrize("fatal", [b"end", b"abort", b"half"])
def test_a_file_that_ends_the_process_is_the_only_one_without_an_answer(server, fatal):
    assert server.ask(fatal, 60) is None
    assert server.ask(b"abc", 60) == b"cba"


@pytest.mark.full
def test_a_file_that_takes_too_long_is_the_only_one_without_an_answer(server):
    with pytest.raises(ChildTimeout):
        server.ask(b"hang", 0.5)
    assert server.ask(b"abc", 60) == b"cba"


def test_after_its_last_answer_another_process_takes_over(server):
    last = server.ask(b"last", 60)
    assert server.ask(b"who", 60) != last


def test_a_process_that_was_ended_between_two_files_costs_none_of_them_its_answer(server):
    first = int(server.ask(b"who", 60))
    os.kill(first, getattr(signal, "SIGKILL", signal.SIGTERM))
    server._process.wait()
    assert int(server.ask(b"who", 60)) != first


def test_a_program_that_cannot_be_started_is_told_as_such(server):
    server._command = ["/nowhere/python"]
    with pytest.raises(OSError, match="nowhere"):
        server.ask(b"abc", 60)


def test_the_process_of_a_program_is_one_for_all_who_ask(program):
    assert ask_child(program, b"who", 60) == ask_child(program, b"who", 60)
    first = ask_child(program, b"who", 60)
    close_children()
    assert ask_child(program, b"who", 60) != first
    close_children()

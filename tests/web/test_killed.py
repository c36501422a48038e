"""A server that is killed while people write: the journal is whole, and nothing acknowledged is gone."""

import os
import subprocess
import sys

import pytest

from tests.running import ROOT


@pytest.mark.full
def test_nothing_acknowledged_is_lost_when_the_server_is_killed():
    database = os.environ.get("CCHC_TEST_DATABASE_URL") or "sqlite"
    # A process of its own: it becomes one of another server.
    line = [sys.executable, "-m", "tests.long.web_kill", "--kills", "3", "--database", database]
    run = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.rstrip().endswith("0 lost")

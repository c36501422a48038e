"""Two processes of a server on one database: both write, each sees what the other wrote, and a job is done once."""

import json
import os
import subprocess
import sys

import pytest

from tests.running import ROOT
from tests.web.communes import commune_year
from tests.web.test_commands import run

TIMES = 20


@pytest.mark.full
def test_two_processes_write_into_one_journal_and_share_the_jobs(tmp_path, clock):
    from cchc_score.appraisal.acts import Question
    from cchc_web.models import Job
    from cchc_web.year_journal import READER

    year = commune_year(tmp_path, "appraisal = [{}]")
    before = READER.journal(year).state.number
    line = [sys.executable, "-m", "tests.web.writing_process", str(year.folder)]
    processes = [
        subprocess.Popen([*line, name, str(TIMES)], cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, text=True)
        for name in ("An", "Binh")
    ]
    said = [process.communicate(timeout=300)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    first, second = map(json.loads, said)
    # This process has read the journal before, and reads what has come since.
    state = READER.journal(year).state
    assert sorted(first["written"] + second["written"]) == list(range(before + 1, before + 1 + 2 * TIMES))
    texts = [act.text for act in state.acts if isinstance(act, Question)]
    assert sorted(texts) == sorted(f"{name} {number}" for name in ("An", "Binh") for number in range(TIMES))
    assert sorted(first["done"] + second["done"]) == sorted(texts)
    assert set(Job.objects.filter(year=year).values_list("state", flat=True)) == {"done"}
    assert run("verify_journal", year.folder) == f"{state.number} {state.head}"

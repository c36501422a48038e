"""What stops a run travels whole from one process to another."""

import pickle

import pytest

from cchc_score.errors import PluginError, ReportError, SchemeError, WriteError
from cchc_score.findings import Finding, Place


@pytest.mark.parametrize("kind", [ReportError, SchemeError, PluginError, WriteError])
def test_an_error_is_the_same_on_the_other_side(kind):
    error = kind([Finding("file-too-large", Place("a.txt"), {"limit": 4}), Finding("csv-empty", Place("b.csv"))])
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert again.findings == error.findings
    assert str(again) == str(error)

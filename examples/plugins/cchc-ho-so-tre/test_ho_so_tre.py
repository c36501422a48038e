"""Laws and golden cases of this plugin: `python -m pytest`."""

from dataclasses import replace
from pathlib import Path

import pytest
from cchc_ho_so_tre import late_percent

from cchc_score.testing import LawBroken, check_laws, run_cases


def test_laws():
    check_laws(late_percent)


def test_a_column_form_that_forgets_what_arose_would_be_found():
    column = replace(
        late_percent.column, function=lambda c, late, handled: late_percent.column.function(c, late, handled + 1)
    )
    with pytest.raises(LawBroken, match="dạng cột khác dạng dòng"):
        check_laws(replace(late_percent, column=column))


def test_cases():
    assert run_cases(Path(__file__).with_name("thi-du.toml")) == 6

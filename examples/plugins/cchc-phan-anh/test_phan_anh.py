"""Laws and golden cases of this plugin: `python -m pytest`."""

from pathlib import Path

from cchc_phan_anh import answered

from cchc_score.testing import check_laws, run_cases


def test_laws():
    check_laws(answered)


def test_cases():
    assert run_cases(Path(__file__).with_name("thi-du.toml")) == 6

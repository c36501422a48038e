"""A year with its journal, for the commands about what people do."""

import shutil

import pytest

from tests.running import command


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A year's folder with its journal; nothing in it is changed."""
    folder = tmp_path_factory.mktemp("nhat-ky") / "nam"
    assert command("init", folder, "--from", "minh-hoa").code == 0
    assert command("journal", "take", folder, "--by", "An").code == 0
    return folder


@pytest.fixture
def year(begun, tmp_path):
    """A copy of it, for one test."""
    return shutil.copytree(begun, tmp_path / "nam")

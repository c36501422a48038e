"""The list of plugins: all that each gives, in the table and for machines."""

import pytest

from cchc_score.pages.plugins_page import plugins_page
from tests.pages.page_laws import LANGUAGES, assert_page_holds


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_plugin_has_a_line_with_what_it_gives(registry, lang):
    page = plugins_page(registry, lang)
    assert_page_holds(page, lang)
    assert len(page.sheets[0].rows) == len(registry.plugins) == len(page.data["plugins"])
    for plugin, row, data in zip(registry.plugins, page.sheets[0].rows, page.data["plugins"], strict=True):
        assert row[:3] == (plugin.name, plugin.origin, plugin.version)
        assert all(name in row[3] for name in (*plugin.methods, *plugin.readers, *plugin.formats))
        assert (str(len(plugin.indicators)) in row[3]) or not plugin.indicators
        assert data["indicators"] == list(plugin.indicators)
        assert data["methods"] == list(plugin.methods)

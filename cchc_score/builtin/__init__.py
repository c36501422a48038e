"""The core's own plugins: they come in through the same contract as everybody's."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from cchc_score.builtin import methods
from cchc_score.builtin.formats import csv_format, html_format, json_format, text_tables
from cchc_score.builtin.meaning import Meaning
from cchc_score.builtin.readers import reader_plugins

METHODS = tuple(sorted(module.name for module in iter_modules(methods.__path__)))
"""The modules of the built-in methods: whatever stands in their folder."""

PLUGINS: Mapping[str, object] = MappingProxyType(
    {
        **{name: import_module(f"{methods.__name__}.{name}") for name in METHODS},
        "csv_format": csv_format,
        "html_format": html_format,
        "json_format": json_format,
        "tables": text_tables,
        **reader_plugins(),
    }
)
"""Each built-in plugin by its name."""

MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        method.name: module.MEANING
        for module in (import_module(f"{methods.__name__}.{name}") for name in METHODS)
        for method in module.cchc_methods()
    }
)
"""What each built-in method means, by the method's name."""

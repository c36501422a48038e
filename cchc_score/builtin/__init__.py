"""The core's own plugins: they come in through the same contract as everybody's."""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from cchc_score.builtin import (
    answers,
    bands,
    best,
    count,
    csv_format,
    csv_reader,
    deadline,
    docx_reader,
    given,
    html_format,
    json_format,
    options,
    ratio,
    tables,
    target,
    text_reader,
    toml_reader,
    xlsx_reader,
)

PLUGINS: Mapping[str, ModuleType] = MappingProxyType(
    {
        module.__name__.rpartition(".")[2]: module
        for module in (
            answers,
            bands,
            best,
            count,
            csv_format,
            csv_reader,
            deadline,
            docx_reader,
            given,
            html_format,
            json_format,
            options,
            ratio,
            tables,
            target,
            text_reader,
            toml_reader,
            xlsx_reader,
        )
    }
)
"""Each built-in plugin by its name."""

"""The colours and letters of every page: light, dark, and on paper."""

from collections.abc import Mapping
from types import MappingProxyType

Colours = Mapping[str, str]

LIGHT: Colours = MappingProxyType(
    {
        "ink": "#16202b",
        "soft": "#55616e",
        "line": "#d9dfe5",
        "edge": "#76828e",
        "band": "#f5f7f9",
        "paper": "#ffffff",
        "bar": "#2073bc",
        "deep": "#12436d",
        "mark": "#801650",
        "halt": "#b3261e",
        "h0": "#fbe3d6",
        "h1": "#f3efd9",
        "h2": "#dcebf3",
        "h3": "#b5d6ea",
        "h4": "#7fb7d9",
        "on": "#16202b",
        "done": "#eaf4fb",
        "done-edge": "#5f93b8",
        "wait": "#faf3dd",
        "wait-edge": "#98813a",
        "doubt": "#fbeaf3",
        "doubt-edge": "#b8688f",
    }
)
"""By name: `ink` and `soft` are of texts, `line` and `band` of tables, `edge` of fields, `bar`, `deep`, `mark` of
pictures.

`halt` is of what stops the work, `h0` to `h4` are the tints of shares with texts `on` them, the others those of states
with their edges.
"""
DARK: Colours = MappingProxyType(
    {
        "ink": "#e8edf2",
        "soft": "#a9b5c1",
        "line": "#36424e",
        "edge": "#8794a1",
        "band": "#1c252e",
        "paper": "#131a21",
        "bar": "#5aa5e0",
        "deep": "#93c4ea",
        "mark": "#f08fc0",
        "halt": "#ff8a80",
        "h0": "#5a3626",
        "h1": "#4b4528",
        "h2": "#273a49",
        "h3": "#22506f",
        "h4": "#1c5f92",
        "on": "#f1f5f8",
        "done": "#173247",
        "done-edge": "#5c93ba",
        "wait": "#3a331c",
        "wait-edge": "#a8924f",
        "doubt": "#44202f",
        "doubt-edge": "#bb7b99",
    }
)
PAPER: Colours = MappingProxyType(
    {
        **LIGHT,
        "ink": "#000000",
        "soft": "#333333",
        "line": "#b9c0c7",
        "on": "#000000",
        **dict.fromkeys(("done", "wait", "doubt"), "#ffffff"),
        **dict.fromkeys(("done-edge", "wait-edge", "doubt-edge"), "#555555"),
    }
)
"""Black on white, with tints that survive a grey printer."""

SCREEN_LETTERS = '"Be Vietnam Pro","Noto Sans","Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif'
"""Families with all letters of Vietnamese, the first that a machine has."""
PAPER_LETTERS = '"Times New Roman","Liberation Serif",Tinos,serif'


def root_css() -> str:
    """The colours as properties of CSS: light, dark where the reader wants it, and on paper."""
    light = _rule(LIGHT, SCREEN_LETTERS, "light dark")
    dark, paper = _rule(DARK, SCREEN_LETTERS, "dark"), _rule(PAPER, PAPER_LETTERS, "light")
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}@media print{{{paper}}}"


def names_in_css(colours: Colours) -> Colours:
    """For each colour what stands for it in a page, so that it follows the scheme."""
    return {name: f"var(--{name})" for name in colours}


def _rule(colours: Colours, letters: str, scheme: str) -> str:
    listed = "".join(f"--{name}:{colour};" for name, colour in colours.items())
    return f":root{{color-scheme:{scheme};{listed}--family:{letters}}}"

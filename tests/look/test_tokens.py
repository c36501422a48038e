"""Colours that everybody can read: contrast of texts and marks, on light, dark and paper, and in grey."""

import pytest

from cchc_score.look.tokens import DARK, LIGHT, PAPER, root_css

SCHEMES = {"light": LIGHT, "dark": DARK, "paper": PAPER}
TINTS = ("h0", "h1", "h2", "h3", "h4")
SURFACES = ("paper", "band", "done", "wait", "doubt")


def luminance(colour):
    """How light a colour is, from 0 to 1, as WCAG 2 counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
def test_texts_can_be_read(name):
    colours = SCHEMES[name]
    assert all(contrast(colours["ink"], colours[surface]) >= 4.5 for surface in SURFACES)
    assert all(contrast(colours[text], colours["paper"]) >= 4.5 for text in ("soft", "halt", "mark"))
    assert all(contrast(colours["on"], colours[tint]) >= 4.5 for tint in TINTS)


@pytest.mark.parametrize("name", SCHEMES)
def test_marks_can_be_seen(name):
    colours = SCHEMES[name]
    edges = ("done-edge", "wait-edge", "doubt-edge")
    assert all(contrast(colours[mark], colours["paper"]) >= 3 for mark in ("bar", "deep", "mark", *edges))


def test_all_schemes_name_the_same_colours_and_all_stand_in_the_page():
    assert LIGHT.keys() == DARK.keys() == PAPER.keys()
    css = root_css()
    assert all(css.count(f"--{name}:") == 3 for name in LIGHT)
    assert "prefers-color-scheme:dark" in css
    assert "@media print" in css


def test_the_steps_of_the_upper_half_differ_in_grey_and_the_lowest_is_told_from_the_highest():
    blue = [luminance(LIGHT[tint]) for tint in TINTS[2:]]
    assert blue == sorted(blue, reverse=True)
    assert contrast(LIGHT["h0"], LIGHT["h4"]) > 1.5

"""The templates of pages: every text is escaped, and a name that a template does not get is an error."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from cchc_score.look.picture_sizes import view_box
from cchc_score.office.repacked import library_absent
from cchc_score.text import visible

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_PLAIN = re.compile(r"[A-Za-z0-9_.:/#~-]+")
SHARED = "cchc_score.look"


@cache
def environment(*packages: str) -> "Environment":
    """The templates of some packages beside the shared ones; a WriteError where the library is absent."""
    try:
        from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise library_absent("html") from None
    made = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in dict.fromkeys((SHARED, *packages))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals["box"] = view_box
    made.filters["value"] = attribute_value
    return made


def source_of(name: str, package: str = SHARED) -> str:
    """A file that stands beside the templates as it is: styles, a script."""
    made = environment(package) if package != SHARED else environment()
    assert made.loader is not None
    return made.loader.get_source(made, name)[0]


def attribute_value(text: str) -> "Markup":
    """A text as the value of an attribute, in quotes where it needs them: pages have thousands of short ones."""
    from markupsafe import Markup, escape

    return Markup(text) if _PLAIN.fullmatch(text) else Markup('"{}"').format(escape(_visible_lines(text)))


def _shown(value: Any) -> Any:
    """A text without signs that turn the direction of a line or are not seen; what is markup stays.

    A field that is sent back takes its text through the filter `e`: as it was typed.
    """
    return _visible_lines(value) if type(value) is str else value


def _visible_lines(text: str) -> str:
    # A page may break a line where somebody has broken it.
    return text if text.isprintable() else "\n".join(map(visible, text.split("\n")))

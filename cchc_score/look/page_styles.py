"""The styles of a page, and of a picture that stands alone."""

from cchc_score.look.templating import environment, source_of
from cchc_score.look.tokens import LIGHT, SCREEN_LETTERS, Colours, names_in_css, root_css


def page_css() -> str:
    """Colours, page and pictures; no text of a year is in it."""
    return root_css() + _tight(source_of("page.css")) + pictures_css(names_in_css(LIGHT), "var(--family)")


def pictures_css(colours: Colours = LIGHT, letters: str = SCREEN_LETTERS) -> str:
    """The styles of pictures, in colours that a program without properties of CSS understands."""
    # Colours and letters are our own; escaped, the quotes around a name would be no quotes.
    from markupsafe import Markup

    template = environment().get_template("pictures.css.j2")
    return _tight(template.render(colour={key: Markup(own) for key, own in colours.items()}, letters=Markup(letters)))


def _tight(css: str) -> str:
    return "".join(line.strip() for line in css.splitlines())


def css_text(text: str) -> str:
    """A text as a string of CSS within quotes: what is neither letter nor digit nor space is written by its number."""
    return "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text)

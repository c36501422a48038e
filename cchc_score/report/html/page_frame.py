"""What every page of a report is made of beside its view: styles, script, policy, words."""

from collections.abc import Mapping
from typing import Any

from cchc_score.look.page_styles import page_css
from cchc_score.look.templating import environment, source_of
from cchc_score.report.html.page_data import DATA_TYPE
from cchc_score.report.html.page_words import page_words
from cchc_score.report.html.policy import policy
from cchc_score.text import Lang

TEMPLATES = "cchc_score.report.html"


def made_page(template: str, title: str, css: str, data: str, lang: Lang, values: Mapping[str, Any]) -> bytes:
    """A page of a template: `css` are the styles that it has beside the shared ones, `data` its packed JSON."""
    templates = environment(TEMPLATES)
    # Without the library there is no template, which the line above says in words.
    from markupsafe import Markup

    styles, script = page_css() + css, source_of("page.js", TEMPLATES).strip()
    text = templates.get_template(template).render(
        lang=lang,
        title=title,
        t=page_words(lang),
        # Both are made of our own signs, and of texts whose every other sign is written by its number.
        css=Markup(styles),
        script=Markup(script),
        policy=policy(styles, script),
        data_type=DATA_TYPE,
        data=Markup(data),
        **values,
    )
    return f"{text}\n".encode("utf-8", "backslashreplace")

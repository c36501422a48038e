"""The styles and the script of every page, and the picture beside its title."""

from django.http import HttpRequest, HttpResponse

from cchc_score.look.templating import source_of
from cchc_web.pages import OWN, script, styles


def show_styles(request: HttpRequest, digest: str) -> HttpResponse:
    """The styles; their address changes with them, so that a browser may keep what it has."""
    response = HttpResponse(styles(), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def show_script(request: HttpRequest, digest: str) -> HttpResponse:
    """The one script; its address changes with it, as that of the styles."""
    response = HttpResponse(script(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def show_icon(request: HttpRequest) -> HttpResponse:
    """The picture that a browser puts beside the title of a page."""
    response = HttpResponse(source_of("icon.svg", OWN), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response

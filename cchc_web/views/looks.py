"""The styles of every page."""

from django.http import HttpRequest, HttpResponse

from cchc_web.pages import styles


def show_styles(request: HttpRequest, digest: str) -> HttpResponse:
    """The styles; their address changes with them, so that a browser may keep what it has."""
    response = HttpResponse(styles(), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response

"""The application as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The one application of the server."""

    name = "cchc_web"
    label = "cchc"
    default_auto_field = "django.db.models.BigAutoField"

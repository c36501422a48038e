"""The server as WSGI servers know it, with its few files of looks beside the pages."""

import os
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc_web.settings")
application = WhiteNoise(get_wsgi_application(), root=Path(__file__).parent / "static", prefix="static/")

"""The server as WSGI servers know it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc_web.settings")
application = get_wsgi_application()

"""The server as WSGI servers know it."""

import gc
import os
from contextlib import suppress

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc_web.settings")
application = get_wsgi_application()

# A year in memory is a million objects that stay. Going through all of them, as Python does after every few hundred
# new ones that were kept, stops everybody for 0.15 seconds.
gc.set_threshold(10_000, 10, 100)

from cchc_web.jobs import take_up_again  # noqa: E402

# Before the tables are made there are no jobs.
with suppress(DatabaseError):
    take_up_again()

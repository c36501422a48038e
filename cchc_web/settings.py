"""The settings of the server; what differs from one server to another comes from the environment.

CCHC_WEB_HOME is the server's own folder, DATABASE_URL the database, CCHC_WEB_HOSTS the names under which it answers,
CCHC_WEB_SECRET what its cookies are signed with, CCHC_WEB_TOKEN the word without which a server for one person lets
nobody in, CCHC_WEB_OWNER the name of that person, CCHC_WEB_HTTPS says that browsers reach it through HTTPS only,
CCHC_WEB_PROXY is the address of the proxy before it, whose word about the browser's address is taken.
"""

import os
from datetime import timedelta
from pathlib import Path

from cchc_web.database import database

HOME = Path(os.environ["CCHC_WEB_HOME"])
SECRET_KEY = os.environ["CCHC_WEB_SECRET"]
TOKEN = os.environ.get("CCHC_WEB_TOKEN", "")
ALLOWED_HOSTS = os.environ.get("CCHC_WEB_HOSTS", "127.0.0.1,localhost").split(",")
OWNER = os.environ.get("CCHC_WEB_OWNER", "")
HTTPS = bool(os.environ.get("CCHC_WEB_HTTPS"))
PROXY = os.environ.get("CCHC_WEB_PROXY", "")
DEBUG = False

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), HOME)}
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "axes",
    "cchc_web.apps.WebConfig",
]
MIDDLEWARE = [
    "cchc_web.middleware.behind_proxy",
    "django.middleware.security.SecurityMiddleware",
    # It is what refuses a request for a host that is not this server's.
    "django.middleware.common.CommonMiddleware",
    "cchc_web.middleware.strict_content",
    "cchc_web.middleware.told_faults",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cchc_web.middleware.only_with_token",
    "cchc_web.sign_in_gate.only_signed_in",
]
AUTH_USER_MODEL = "cchc.Account"
PASSWORD_HASHERS = ["cchc_web.accounts.OwnHasher", "cchc_web.accounts.OneTimeHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# Name and address together: by the address alone one clerk's mistakes would shut a whole office out, and by the name
# alone a stranger's would shut out the clerk.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
# Or the hour that the page names would move away with each try.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN, AXES_DISABLE_ACCESS_LOG, AXES_VERBOSE = False, True, False
# The page of sign-in answers itself, with the hour until when.
SILENCED_SYSTEM_CHECKS = ["axes.W002"]
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_FAILURE_VIEW = "cchc_web.views.absent.show_forged"
ROOT_URLCONF = "cchc_web.urls"
WSGI_APPLICATION = "cchc_web.wsgi.application"

SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "cchc_phien", "cchc_csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# Where people sign in: longer than a day of work, and gone with the browser. The word of a start has no other end.
SESSION_COOKIE_AGE = 14 * 86_400 if TOKEN else 12 * 3_600
SESSION_EXPIRE_AT_BROWSER_CLOSE = not TOKEN
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXY else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

USE_I18N, USE_TZ = False, True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"
# A form of 168 x 60 cells has more fields than the usual thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 25_000

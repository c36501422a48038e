"""The settings of the server; what differs from one server to another comes from the environment.

CCHC_WEB_HOME is the server's own folder, DATABASE_URL the database, CCHC_WEB_HOSTS the names under which it answers,
CCHC_WEB_SECRET what its cookies are signed with, CCHC_WEB_TOKEN the word without which a server for one person lets
nobody in, CCHC_WEB_OWNER the name of that person, CCHC_WEB_HTTPS says that browsers reach it through HTTPS only.
"""

import os
from pathlib import Path

from cchc_web.database import database

HOME = Path(os.environ["CCHC_WEB_HOME"])
SECRET_KEY = os.environ["CCHC_WEB_SECRET"]
TOKEN = os.environ.get("CCHC_WEB_TOKEN", "")
ALLOWED_HOSTS = os.environ.get("CCHC_WEB_HOSTS", "127.0.0.1,localhost").split(",")
OWNER = os.environ.get("CCHC_WEB_OWNER", "")
HTTPS = bool(os.environ.get("CCHC_WEB_HTTPS"))
DEBUG = False

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), HOME)}
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "cchc_web.apps.WebConfig",
]
MIDDLEWARE = [
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
]
AUTH_USER_MODEL = "cchc.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_FAILURE_VIEW = "cchc_web.views.absent.show_forged"
ROOT_URLCONF = "cchc_web.urls"
WSGI_APPLICATION = "cchc_web.wsgi.application"

SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "cchc_phien", "cchc_csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

USE_I18N, USE_TZ = False, True
TIME_ZONE = "Asia/Ho_Chi_Minh"
LANGUAGE_CODE = "vi"
# A form of 168 x 60 cells has more fields than the usual thousand.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 25_000

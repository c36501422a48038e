"""What the environment makes of a server: of one person, or of a province behind a proxy."""

import os
import runpy
from unittest import mock

from tests.running import ROOT

OWN = {"CCHC_WEB_HOME": "/may-chu", "CCHC_WEB_SECRET": "bi-mat"}


def settings_of(**environment):
    with mock.patch.dict(os.environ, {**OWN, **environment}, clear=True):
        return runpy.run_path(str(ROOT / "cchc_web" / "settings.py"))


def test_a_session_of_people_ends_after_a_day_of_work_or_with_the_browser():
    people, alone = settings_of(), settings_of(CCHC_WEB_TOKEN="tu")
    assert (people["SESSION_COOKIE_AGE"], people["SESSION_EXPIRE_AT_BROWSER_CLOSE"]) == (12 * 3_600, True)
    assert alone["SESSION_COOKIE_AGE"] > 7 * 86_400
    assert not alone["SESSION_EXPIRE_AT_BROWSER_CLOSE"]


def test_only_a_server_behind_a_proxy_believes_its_word_about_https():
    assert settings_of()["SECURE_PROXY_SSL_HEADER"] is None
    behind = settings_of(CCHC_WEB_PROXY="127.0.0.1", CCHC_WEB_HTTPS="1")
    assert behind["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert behind["SESSION_COOKIE_SECURE"]
    assert behind["CSRF_COOKIE_SECURE"]


def test_names_and_addresses_are_shut_out_together():
    assert settings_of()["AXES_LOCKOUT_PARAMETERS"] == [["username", "ip_address"]]

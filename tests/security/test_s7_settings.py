"""S7: how the site stands on the internet: cookies, the rule, and what `check --deploy` says."""

import json
import subprocess
import sys

import pytest

from tests.running_site import ROOT, bare_environment, manage

SHOWN = """
import json, django
django.setup()
from django.conf import settings
from django.test import RequestFactory
from accounts import devices, messages
print(json.dumps({
    "cookies": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, devices.COOKIE,
                messages.OwnCookie.cookie_name],
    "secure": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SESSION_COOKIE_HTTPONLY],
    "path": [settings.SESSION_COOKIE_PATH, settings.SESSION_COOKIE_DOMAIN],
    "age": settings.SESSION_COOKIE_AGE,
    "required": settings.REQUIRE_MFA,
}))
"""


def shown(**environment: str) -> dict:
    result = subprocess.run(
        [sys.executable, "-c", SHOWN],
        cwd=ROOT,
        env=bare_environment(DJANGO_SETTINGS_MODULE="liefdesverdriet.settings", **environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(result.stdout.splitlines()[-1])


def test_on_the_internet_cookies_are_of_this_host_alone_and_a_second_step_is_required(tmp_path):
    seen = shown(SITE_URL="https://voorbeeld.example", DATA_DIR=str(tmp_path))
    assert all(name.startswith("__Host-") for name in seen["cookies"]), seen
    assert seen["secure"] == [True, True, True]
    assert seen["path"] == ["/", None]
    assert seen["age"] == 12 * 60 * 60
    assert seen["required"] is True


@pytest.mark.parametrize("address", ["", "http://localhost:9000", "http://127.0.0.1:8000"])
def test_on_ones_own_machine_it_is_not_required(tmp_path, address):
    assert shown(SITE_URL=address, DATA_DIR=str(tmp_path))["required"] is False


def test_the_deploy_check_warns_where_it_is_switched_off(tmp_path):
    site = {
        "SITE_URL": "https://voorbeeld.example",
        "DATA_DIR": str(tmp_path),
        "EMAIL_URL": "smtp://localhost:25",
    }
    arguments = ("check", "--deploy", "--tag", "security", "--fail-level", "WARNING")
    assert manage(*arguments, **site).returncode == 0
    refused = manage(*arguments, **site, REQUIRE_MFA="0")
    assert refused.returncode != 0
    assert "accounts.W001" in refused.stderr

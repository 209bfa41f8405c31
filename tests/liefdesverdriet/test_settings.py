"""The settings hold together."""

import pytest
from django.conf import settings
from django.core.management import call_command

from tests.running_site import manage


def test_tests_never_touch_the_developers_data() -> None:
    assert settings.DATA_DIR.name.startswith("liefdesverdriet-tests-")


def test_moments_in_the_admin_are_those_of_the_practice() -> None:
    assert settings.WAGTAIL_USER_TIME_ZONES == ["Europe/Amsterdam"]


def test_system_checks_pass(db) -> None:
    call_command("check")


def test_loading_the_site_warns_of_nothing(tmp_path) -> None:
    # Apps are loaded before pytest makes errors of warnings, and Wagtail shows its own despite all filters.
    result = manage("check", DATA_DIR=str(tmp_path))
    assert result.returncode == 0, result.stderr
    assert "Warning" not in result.stderr


@pytest.mark.parametrize(
    ("given", "depth"),
    [
        ({}, 0),
        ({"BEHIND_PROXY": "1"}, 1),
        ({"BEHIND_PROXY": "1", "TRUSTED_PROXY_DEPTH": "2"}, 2),
        ({"BEHIND_PROXY": "1", "TRUSTED_PROXY_DEPTH": "0"}, 0),
    ],
)
def test_a_proxy_is_asked_for_the_readers_address(tmp_path, given, depth) -> None:
    question = "from django.conf import settings; print(settings.TRUSTED_PROXY_DEPTH)"
    result = manage("shell", "--no-imports", "--command", question, DATA_DIR=str(tmp_path), **given)
    assert result.stdout.split() == [str(depth)], result.stderr

"""The settings hold together."""

from django.conf import settings
from django.core.management import call_command


def test_tests_never_touch_the_developers_data(tmp_path_factory) -> None:
    assert settings.DATA_DIR.name.startswith("liefdesverdriet-tests-")


def test_system_checks_pass(db) -> None:
    call_command("check")

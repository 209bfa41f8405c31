"""Where private files are kept and how they are handed over, by the environment."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from liefdesverdriet import environment

FOLDER = Path("/srv/site/private")


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DOWNLOAD_BY", "DOWNLOAD_ACCEL_PREFIX", "PRIVATE_STORAGE", "PRIVATE_STORAGE_OPTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("way", "file", "folder"), [("stream", 0o600, 0o700), ("accel", 0o640, 0o750)])
def test_folder_is_ours_and_at_most_our_groups(monkeypatch, way: str, file: int, folder: int) -> None:
    monkeypatch.setenv("DOWNLOAD_BY", way)

    options = environment.private_storage(FOLDER)["OPTIONS"]

    assert options["location"] == FOLDER
    assert (options["file_permissions_mode"], options["directory_permissions_mode"]) == (file, folder)


def test_another_storage_is_taken_with_its_options(monkeypatch) -> None:
    monkeypatch.setenv("DOWNLOAD_BY", "redirect")
    monkeypatch.setenv("PRIVATE_STORAGE", "django.core.files.storage.InMemoryStorage")
    monkeypatch.setenv("PRIVATE_STORAGE_OPTIONS", '{"base_url": "https://opslag.example/"}')

    assert environment.private_storage(FOLDER) == {
        "BACKEND": "django.core.files.storage.InMemoryStorage",
        "OPTIONS": {"base_url": "https://opslag.example/"},
    }


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"DOWNLOAD_BY": "nginx"}, "DOWNLOAD_BY must be one of stream, accel, redirect, not 'nginx'"),
        ({"DOWNLOAD_BY": "redirect"}, "DOWNLOAD_BY=redirect needs PRIVATE_STORAGE"),
        (
            {"DOWNLOAD_BY": "accel", "PRIVATE_STORAGE": "django.core.files.storage.InMemoryStorage"},
            "DOWNLOAD_BY=accel needs files in DATA_DIR",
        ),
        ({"PRIVATE_STORAGE": "weg.Storage"}, "PRIVATE_STORAGE names 'weg.Storage', which can't be imported"),
        (
            {
                "PRIVATE_STORAGE": "django.core.files.storage.InMemoryStorage",
                "PRIVATE_STORAGE_OPTIONS": "geheim",
            },
            "PRIVATE_STORAGE_OPTIONS must be JSON",
        ),
    ],
)
def test_what_makes_no_sense_is_named(monkeypatch, values: dict[str, str], message: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=message) as raised:
        environment.private_storage(FOLDER)
    assert "geheim" not in str(raised.value)


@pytest.mark.parametrize("value", ["_private/", "/_private", "/", "/a b/", "/../", "//"])
def test_prefix_is_a_path_between_slashes(monkeypatch, value: str) -> None:
    monkeypatch.setenv("DOWNLOAD_ACCEL_PREFIX", value)
    with pytest.raises(ImproperlyConfigured, match="must begin and end with a slash"):
        environment.accel_prefix()

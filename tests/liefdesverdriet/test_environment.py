"""Wrong values in the environment are named in one sentence, never guessed at."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from liefdesverdriet import environment


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEBUG", "HOST", "PORT", "SITE_URL", "DATABASE_URL", "CACHE_URL", "EMAIL_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("value", "meaning"),
    [("1", True), ("True", True), ("on", True), ("0", False), ("no", False), ("", False)],
)
def test_switch(monkeypatch: pytest.MonkeyPatch, value: str, meaning: bool) -> None:
    monkeypatch.setenv("DEBUG", value)
    assert environment.boolean("DEBUG") is meaning


def test_misspelt_switch_is_not_taken_for_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEHIND_PROXY", "ture")
    with pytest.raises(ImproperlyConfigured, match="BEHIND_PROXY must be 1 or 0, not 'ture'"):
        environment.boolean("BEHIND_PROXY")


@pytest.mark.parametrize("value", ["0", "65536", "-1", "abc", "80 ", "²"])
def test_port_out_of_range_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match="PORT must be a number from 1 to 65535"):
        environment.port()


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("", "", "http://localhost:8000"),
        ("127.0.0.1", "9000", "http://localhost:9000"),
        ("0.0.0.0", "80", "http://localhost"),  # noqa: S104
        ("192.0.2.7", "8000", "http://192.0.2.7:8000"),
        ("2001:db8::7", "8000", "http://[2001:db8::7]:8000"),
    ],
)
def test_default_site_url_follows_host_and_port(
    monkeypatch: pytest.MonkeyPatch, host: str, port: str, address: str
) -> None:
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("PORT", port)
    assert environment.site_url() == address


@pytest.mark.parametrize("value", ["https://www.voorbeeld.example/", "https://WWW.voorbeeld.example:443"])
def test_site_url_is_written_as_browsers_write_an_origin(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SITE_URL", value)
    assert environment.site_url() == "https://www.voorbeeld.example"


@pytest.mark.parametrize(
    "value",
    ["localhost:8000", "www.voorbeeld.nl", "https://", "https://a.example/blog", "http://a:b:c", "ftp://a"],
)
def test_site_url_that_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SITE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be an address"):
        environment.site_url()


@pytest.mark.parametrize("value", ["nonsense", "postgres://", "postgres://u:geheim@h:port/x", "oracle://h/x"])
def test_wrong_database_url_is_refused_without_its_password(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", value)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must look like") as caught:
        environment.database("")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "read"), [("CACHE_URL", environment.cache), ("EMAIL_URL", environment.email)]
)
def test_wrong_cache_or_mail_url_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, read) -> None:
    monkeypatch.setenv(name, "nonsense")
    with pytest.raises(ImproperlyConfigured, match=f"{name} must look like"):
        read()


def test_cache_is_redis_that_may_be_away_or_memory_with_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CACHE_URL", "redis://:geheim@127.0.0.1:6379/3?socket_timeout=2")
    config = environment.cache()
    assert config["BACKEND"] == "guard.shared_cache.SharedCache"
    assert config["LOCATION"] == "redis://:geheim@127.0.0.1:6379/3"
    assert config["OPTIONS"] == {"socket_timeout": 2}
    monkeypatch.setenv("CACHE_URL", "")
    assert environment.cache()["OPTIONS"] == {"MAX_ENTRIES": 10_000}


def test_folder_elsewhere_is_named_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("MEDIA_DIR", raising=False)
    assert environment.folder("MEDIA_DIR", default=tmp_path) == tmp_path
    monkeypatch.setenv("MEDIA_DIR", str(tmp_path / "gedeeld"))
    assert environment.folder("MEDIA_DIR", default=tmp_path) == tmp_path / "gedeeld"
    monkeypatch.setenv("MEDIA_DIR", "gedeeld/media")
    with pytest.raises(ImproperlyConfigured, match="MEDIA_DIR must be the whole path of a folder"):
        environment.folder("MEDIA_DIR", default=tmp_path)


def test_choice_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUARD_PROOF_OF_WORK", "sometimes")
    with pytest.raises(ImproperlyConfigured, match="one of auto, off, not 'sometimes'"):
        environment.choice("GUARD_PROOF_OF_WORK", ("auto", "off"), default="auto")
    monkeypatch.setenv("GUARD_PROOF_OF_WORK", "")
    assert environment.choice("GUARD_PROOF_OF_WORK", ("auto", "off"), default="auto") == "auto"


def test_log_level_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "luid")
    with pytest.raises(ImproperlyConfigured, match="LOG_LEVEL must be one of DEBUG, INFO"):
        environment.log_level()


def test_data_dir_that_is_a_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ImproperlyConfigured, match="it is a file, not a folder"):
        environment.writable_folder(file)


def test_data_dir_is_made_with_its_parents(tmp_path: Path) -> None:
    assert environment.writable_folder(tmp_path / "a" / "b").is_dir()

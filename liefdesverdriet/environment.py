"""Read settings from the environment; what makes no sense raises ImproperlyConfigured in one sentence."""

import json
import os
import re
import tempfile
from email.utils import parseaddr
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

_TRUE = ("1", "on", "true", "y", "yes")
_FALSE = ("", "0", "false", "n", "no", "off")
_LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
SHARED_CACHE = "guard.shared_cache.SharedCache"
_PORTS = {"http": 80, "https": 443}
_DATABASES = ("django.db.backends.postgresql", "django.db.backends.sqlite3")


def boolean(name: str, *, default: bool = False) -> bool:
    """Return a switch. A typing error must not silently mean "off"."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() not in _TRUE + _FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value.strip().lower() in _TRUE


def number(name: str, *, default: int, least: int, most: int) -> int:
    value = os.environ.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a number from {least} to {most}, not {value!r}.")
    return int(value)


def choice(name: str, allowed: tuple[str, ...], *, default: str) -> str:
    value = os.environ.get(name) or default
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def log_level() -> str:
    value = (os.environ.get("LOG_LEVEL") or "WARNING").upper()
    if value not in _LOG_LEVELS:
        raise ImproperlyConfigured(f"LOG_LEVEL must be one of {', '.join(_LOG_LEVELS)}, not {value!r}.")
    return value


def port() -> int:
    return number("PORT", default=8000, least=1, most=65535)


def host() -> str:
    """Return the address of this machine that the server listens on."""
    return os.environ.get("HOST") or "127.0.0.1"


def indexnow_key() -> str:
    """Return the key, "" for none; its form is that of indexnow.org."""
    value = os.environ.get("INDEXNOW_KEY", "")
    if value and not re.fullmatch(r"[A-Za-z0-9-]{8,128}", value):
        raise ImproperlyConfigured(
            f"INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens, not {value!r}."
        )
    return value


def security_contact(sender: str) -> str:
    """Return where weaknesses are reported (RFC 9116, 2.5.3); by default the sender of our mail."""
    value = os.environ.get("SECURITY_CONTACT", "") or f"mailto:{parseaddr(sender)[1]}"
    if not re.fullmatch(r"(?:mailto:[^@\s]+@|https://)\S+", value):
        raise ImproperlyConfigured(
            f"SECURITY_CONTACT must be like mailto:veilig@example.org or https://…, not {value!r}."
        )
    return value


def secret(name: str) -> str:
    """Return a word that only those who are meant to know, "" for none. One that can be guessed is none."""
    value = os.environ.get(name, "")
    if value and (len(value) < 16 or not value.isascii() or any(sign.isspace() for sign in value)):
        raise ImproperlyConfigured(
            f"{name} must have 16 characters or more, without spaces; `openssl rand -hex 24` makes one."
        )
    return value


def backup_dir() -> Path | None:
    """Return where a backup is made every day, None for nowhere."""
    value = os.environ.get("BACKUP_DIR")
    if value and not os.environ.get("BACKUP_KEY"):
        raise ImproperlyConfigured(
            "BACKUP_DIR needs BACKUP_KEY; `openssl rand -base64 32` makes one. Keep it elsewhere too."
        )
    return Path(value).resolve() if value else None


def site_url() -> str:
    """Return the address that readers see, without a closing slash; by default where the server listens."""
    value = os.environ.get("SITE_URL", "").rstrip("/")
    if not value:
        name = "localhost" if host() in ("127.0.0.1", "0.0.0.0", "::", "::1") else host()  # noqa: S104
        value = f"http://[{name}]:{port()}" if ":" in name else f"http://{name}:{port()}"
    try:
        parts = urlsplit(value)
        own_port = parts.port  # raises where it is no number
    except ValueError:
        parts, own_port = urlsplit(""), None
    if parts.scheme not in _PORTS or not parts.hostname or parts.path or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            f"SITE_URL must be an address such as https://www.voorbeeld.nl, without a path, not {value!r}."
        )
    # As browsers write it in Origin: lower case, and without the port that goes without saying.
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{name}" + (
        f":{own_port}" if own_port not in (None, _PORTS[parts.scheme]) else ""
    )


def is_local(url: str) -> bool:
    """Say whether an address is that of this machine alone, as on the first try-out."""
    name = urlsplit(url).hostname or ""
    return name in ("localhost", "127.0.0.1", "::1") or name.endswith(".localhost")


def database(default: str) -> dict[str, Any]:
    """Return Django's configuration of DATABASE_URL."""
    value = os.environ.get("DATABASE_URL") or default
    try:
        scheme = urlsplit(value).scheme
        config = environ.Env.db_url_config(value) if scheme else {}
    except ValueError:
        config = {}
    if config.get("ENGINE") not in _DATABASES or not config["NAME"]:
        # The value itself may hold a password, so it is not repeated.
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host:5432/name or sqlite:////path/to/file."
        )
    return config


def cache() -> dict[str, Any]:
    """Return Django's configuration of CACHE_URL: Redis for all processes, else the memory of each."""
    config = _by_url("CACHE_URL", "locmemcache://", environ.Env.cache_url_config, "redis://host:6379/0")
    options = config.setdefault("OPTIONS", {})
    if "redis" in config["BACKEND"]:
        if find_spec("redis") is None:
            raise ImproperlyConfigured("CACHE_URL names Redis, but the Python package redis is missing.")
        config["BACKEND"] = SHARED_CACHE
    elif "locmem" in config["BACKEND"]:
        # Django keeps 300; a visitor whose sendings are counted takes four.
        options.setdefault("MAX_ENTRIES", 10_000)
    return config


def is_shared(config: dict[str, Any]) -> bool:
    """Say whether a cache is one for all processes, on all machines."""
    return bool(config["BACKEND"] == SHARED_CACHE)


def email() -> dict[str, Any]:
    """Return the parts of EMAIL_URL; nothing when it is not set."""
    if not os.environ.get("EMAIL_URL"):
        return {}
    return _by_url("EMAIL_URL", "", environ.Env.email_url_config, "smtp+tls://user:password@host:587")


def _by_url(name: str, default: str, read: Any, example: str) -> dict[str, Any]:
    try:
        config: dict[str, Any] = read(os.environ.get(name) or default)
    except (ValueError, ImproperlyConfigured):
        config = {}
    if not config:
        raise ImproperlyConfigured(f"{name} must look like {example}.")
    return config


def download_by() -> str:
    """Return how files of gifts reach readers (leads.delivery)."""
    return choice("DOWNLOAD_BY", ("stream", "accel", "redirect"), default="stream")


def accel_prefix() -> str:
    """Return the internal address under which the web server in front finds the private files."""
    value = os.environ.get("DOWNLOAD_ACCEL_PREFIX") or "/_private/"
    if not re.fullmatch(r"/([\w-]+/)+", value):
        raise ImproperlyConfigured(
            f"DOWNLOAD_ACCEL_PREFIX must begin and end with a slash, like /_private/, not {value!r}."
        )
    return value


def private_storage(folder: Path) -> dict[str, Any]:
    """Return where files of gifts are kept: a folder that is ours alone, or the class of PRIVATE_STORAGE."""
    way, backend = download_by(), os.environ.get("PRIVATE_STORAGE")
    if not backend:
        if way == "redirect":
            raise ImproperlyConfigured("DOWNLOAD_BY=redirect needs PRIVATE_STORAGE: a folder has no address.")
        # The web server in front reads them as a member of our group.
        file, directory = (0o640, 0o750) if way == "accel" else (0o600, 0o700)
        modes = {"file_permissions_mode": file, "directory_permissions_mode": directory}
        options: Any = {"location": folder, "base_url": None, **modes}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    if way == "accel":
        raise ImproperlyConfigured("DOWNLOAD_BY=accel needs files in DATA_DIR, so no PRIVATE_STORAGE.")
    try:
        import_string(backend)
    except ImportError as error:
        raise ImproperlyConfigured(f"PRIVATE_STORAGE names {backend!r}, which can't be imported.") from error
    try:
        options = json.loads(os.environ.get("PRIVATE_STORAGE_OPTIONS") or "{}")
    except ValueError:
        options = None
    if not isinstance(options, dict):
        # The value itself may hold a password, so it is not repeated.
        raise ImproperlyConfigured('PRIVATE_STORAGE_OPTIONS must be JSON like {"bucket_name": "weggevers"}.')
    return {"BACKEND": backend, "OPTIONS": options}


def data_dir(default: Path) -> Path:
    """Return the folder of all that the site keeps. It may be missing still, but must be ours to write."""
    path = Path(os.environ.get("DATA_DIR") or default).resolve()
    try:
        if path.exists() and not (path.is_dir() and os.access(path, os.R_OK | os.W_OK | os.X_OK)):
            raise _unwritable(path, "Permission denied")
    except OSError as error:
        raise _unwritable(path, error.strerror) from error
    return path


def folder(name: str, default: Path) -> Path:
    """Return a folder that may stand elsewhere than in DATA_DIR, such as on a disk that machines share."""
    value = os.environ.get(name)
    if value and not Path(value).is_absolute():
        raise ImproperlyConfigured(f"{name} must be the whole path of a folder, not {value!r}.")
    return Path(value).resolve() if value else default


def writable_folder(path: Path) -> Path:
    """Make the data folder where it is missing, and make sure that a file can be written in it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        raise _unwritable(path, error.strerror) from error
    return path


def upload_folder(path: Path) -> str | None:
    """Make the folder in which uploads stand while they come in; None, the system's own, where that can't be.

    On the disk of the site, where they are to stay: /tmp is often kept in memory.
    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return str(path)


def _unwritable(path: Path, reason: str | None) -> ImproperlyConfigured:
    cause = "it is a file, not a folder" if path.is_file() else (reason or "unknown reason").lower()
    return ImproperlyConfigured(f"Nothing can be written in DATA_DIR {path}: {cause}.")

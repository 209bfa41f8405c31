"""The site's settings, made quick, quiet and independent of the developer's environment and data."""

import os
import sys
import tempfile
from pathlib import Path

# Each test process has its own data folder, which tests/conftest.py removes; mypy, which reads these settings
# too, needs any. It must stand in the environment before the real settings read it.
if "pytest" in sys.modules:
    _data_dir = Path(tempfile.mkdtemp(prefix="liefdesverdriet-tests-"))
else:
    _data_dir = Path(__file__).resolve().parent.parent / ".cache" / "no-tests"
for _name in (
    "ALLOWED_HOSTS",
    "BACKUP_DIR",
    "BACKUP_KEEP",
    "BACKUP_KEY",
    "BEHIND_PROXY",
    "CACHE_URL",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "DOWNLOAD_ACCEL_PREFIX",
    "DOWNLOAD_BY",
    "EMAIL_PROVIDER",
    "EMAIL_URL",
    "ERASURE_JOURNAL",
    "GUARD_LIMITS",
    "GUARD_PROOF_OF_WORK",
    "HASH_KEY",
    "HIDE_FROM_SEARCH",
    "HOST",
    "INDEXNOW_KEY",
    "INDEXNOW_URL",
    "LOG_FORMAT",
    "LOG_LEVEL",
    "MAIL_PER_MINUTE",
    "METRICS_TOKEN",
    "OTEL_EXPORTER_OTLP_ENDPOINT",
    "MEDIA_DIR",
    "PORT",
    "PRIVATE_DIR",
    "PRIVATE_STORAGE",
    "PRIVATE_STORAGE_OPTIONS",
    "REQUIRE_MFA",
    "SECRET_KEY_FALLBACKS",
    "SECURE_SSL_REDIRECT",
    "SENTRY_DSN",
    "TRUSTED_PROXY_DEPTH",
):
    os.environ.pop(_name, None)
for _name in [name for name in os.environ if name.startswith("ANYMAIL_")]:
    del os.environ[_name]
os.environ["DATA_DIR"] = str(_data_dir)
os.environ["SECRET_KEY"] = "only-for-tests-and-therefore-no-secret-at-all-0123456789"
os.environ["SITE_URL"] = "http://localhost"

from liefdesverdriet.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
# Nothing is collected into STATIC_ROOT in a test; without this WhiteNoise warns about the missing folder.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
# Each test rolls its changes back, and a cache in memory would not; its own tests switch it on.
PAGECACHE_BYTES = 0
# As would views of gifts, written by a thread of their own: a test writes them itself.
GIFT_SEEN_SECONDS = 0

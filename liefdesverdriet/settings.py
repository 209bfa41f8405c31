"""Settings of the site. What differs between machines comes from the environment (docs/operations.md)."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from django.utils.translation import gettext_lazy as _

from liefdesverdriet import environment, mail_providers

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = environment.boolean("DEBUG")
DATA_DIR = environment.data_dir(default=BASE_DIR / "var")
# The address readers see; decides host names, absolute links, cookies and HTTPS-only behaviour.
SITE_URL = environment.site_url()
HTTPS = urlsplit(SITE_URL).scheme == "https"


def _secret_key() -> str:
    """Return the key from the environment, else from DATA_DIR, where it is made on first use for us alone."""
    if key := env.str("SECRET_KEY", default=""):
        return key
    path = DATA_DIR / "secret_key"
    if not path.exists():
        environment.writable_folder(DATA_DIR)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
    return path.read_text().strip()


SECRET_KEY = _secret_key()

# A copy of the site, to try things on: robots.txt keeps crawlers out and search engines are told nothing.
HIDE_FROM_SEARCH = environment.boolean("HIDE_FROM_SEARCH")
# The key that IndexNow knows this site by (blog.indexnow); without one nobody is told of what changes.
INDEXNOW_KEY = environment.indexnow_key()
INDEXNOW_URL = env.str("INDEXNOW_URL", default="https://api.indexnow.org/indexnow")

# Of each web process (`manage.py serve`).
WEB_THREADS = environment.number("WEB_THREADS", default=4, least=1, most=64)

ALLOWED_HOSTS = [
    host
    for host in {
        urlsplit(SITE_URL).hostname,
        "localhost",
        "127.0.0.1",
        "[::1]",
        *env.list("ALLOWED_HOSTS", default=[]),
    }
    if host
]

INSTALLED_APPS = [
    "liefdesverdriet.apps.ProjectConfig",
    "demo.apps.DemoConfig",
    "search.apps.SearchConfig",
    "blog.apps.BlogConfig",
    "comments.apps.CommentsConfig",
    "leads.apps.LeadsConfig",
    "images.apps.ImagesConfig",
    "mailing.apps.MailingConfig",
    "guard.apps.GuardConfig",
    "pagecache.apps.PageCacheConfig",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "post_office",
    "anymail",
    "crispy_forms",
    "csp",
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "liefdesverdriet.middleware.policy_headers",
    "liefdesverdriet.speculation.fetch_ahead",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "liefdesverdriet.compression.compress",
    "django.middleware.http.ConditionalGetMiddleware",
    "pagecache.middleware.hand_over",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "blog.redirects.lead_on",
]

ROOT_URLCONF = "liefdesverdriet.urls"
WSGI_APPLICATION = "liefdesverdriet.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]

DATABASES = {"default": environment.database(default=f"sqlite:///{DATA_DIR / 'site.sqlite3'}")}
# To open and close even SQLite costs a tenth of a visit.
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets readers and one writer work side by side; FULL makes a commit survive power loss; IMMEDIATE
    # takes the write lock at the start, so that a transaction waits for it instead of failing half-way.
    # What the system keeps of the file need not be kept by each thread again: 18 MB less in all.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000; "
        "PRAGMA cache_size=-512;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Memory for whole pages in each process, in bytes; 0 switches the page cache off (pagecache.wrapper).
PAGECACHE_BYTES = environment.number(
    "PAGECACHE_BYTES", default=0 if DEBUG else 32 * 1024 * 1024, least=0, most=2**40
)
# How long redirects and missing pages are kept, at most.
PAGECACHE_BRIEF_SECONDS = 10
# What is never one page for everybody is not even looked for: by the beginning of its path, and by the name
# of a parameter (such as "p", where a view leads old addresses of the kind /?p=12 on).
PAGECACHE_PASS_PREFIXES = ("/livez", "/readyz", "/admin/", "/static/", "/media/")
PAGECACHE_PASS_PARAMETERS: tuple[str, ...] = ()

CACHES = {"default": environment.cache()}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
# Files of lead magnets: no address of their own, only handed over (leads.delivery) to someone with a token.
PRIVATE_ROOT = DATA_DIR / "private"
DOWNLOAD_BY = environment.download_by()
DOWNLOAD_ACCEL_PREFIX = environment.accel_prefix()
GIFT_MAX_BYTES = environment.number("GIFT_MAX_MB", default=100, least=1, most=2000) * 1024 * 1024
# How many long files each web process sends at once by itself; the rest of its threads stay free for pages.
STREAMS_AT_ONCE = environment.number("STREAMS_AT_ONCE", default=max(1, WEB_THREADS - 2), least=1, most=1000)
# How many earlier contents of each file of a gift are kept.
GIFT_VERSIONS = environment.number("GIFT_VERSIONS", default=10, least=0, most=1000)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": environment.private_storage(PRIVATE_ROOT),
    "staticfiles": {"BACKEND": "liefdesverdriet.storage.BundledStaticFilesStorage"},
}

# Rules for fetching ahead have a type of their own (liefdesverdriet.speculation).
WHITENOISE_MIMETYPES = {".speculationrules": "application/speculationrules+json"}

# Mail: rows are written to the outbox by mailing.services and sent by `manage.py worker`.
EMAIL_BACKEND = "post_office.EmailBackend"
EMAIL_CONFIG = environment.email()
# A provider of django-anymail instead of SMTP, and what it needs to know.
EMAIL_PROVIDER = mail_providers.provider()
MAIL_DIR = DATA_DIR / "mail"
if EMAIL_PROVIDER:
    DELIVERY_BACKEND = f"anymail.backends.{EMAIL_PROVIDER}.EmailBackend"
elif EMAIL_CONFIG:
    DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
else:
    DELIVERY_BACKEND = "mailing.backends.EmlFileBackend"
if EMAIL_CONFIG:
    EMAIL_HOST = EMAIL_CONFIG["EMAIL_HOST"]
    EMAIL_PORT = EMAIL_CONFIG["EMAIL_PORT"] or 25
    EMAIL_HOST_USER = EMAIL_CONFIG["EMAIL_HOST_USER"] or ""
    EMAIL_HOST_PASSWORD = EMAIL_CONFIG["EMAIL_HOST_PASSWORD"] or ""
    EMAIL_USE_TLS = EMAIL_CONFIG.get("EMAIL_USE_TLS", False)
    EMAIL_USE_SSL = EMAIL_CONFIG.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
# A header that a provider can't send is better left out than the whole mail.
ANYMAIL = {
    "IGNORE_UNSUPPORTED_FEATURES": True,
    "REQUESTS_TIMEOUT": EMAIL_TIMEOUT,
    **mail_providers.anymail_settings(),
}
# The first pause after a failed attempt, which the later ones grow from (mailing.delivery).
MAIL_RETRY_SECONDS: float = 30
# How many mails may leave in a minute; 0 for as many as the server takes.
MAIL_PER_MINUTE = environment.number("MAIL_PER_MINUTE", default=0, least=0, most=100_000)
# Behind the @ can stand neither an IP address nor the bare name of a machine.
_hostname = urlsplit(SITE_URL).hostname or ""
MAIL_DOMAIN = _hostname if re.search(r"\.[a-z][a-z0-9-]*$", _hostname) else "localhost"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"liefdesverdriet <post@{MAIL_DOMAIN}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
POST_OFFICE = {
    "BACKENDS": {"default": DELIVERY_BACKEND},
    "DEFAULT_PRIORITY": "medium",
    "MAX_RETRIES": 40,
    "THREADS_PER_PROCESS": 1,
    "CELERY_ENABLED": False,
    "MESSAGE_ID_ENABLED": True,
    "MESSAGE_ID_FQDN": MAIL_DOMAIN,
}

WAGTAIL_SITE_NAME = "liefdesverdriet"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# As one writes it in the Netherlands; what is typed is read in the same form.
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "blog.login.DutchLoginForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "images.SiteImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
# AVIF at 60 looks like JPEG at 80 and is the smaller of the two; Wagtail's own 80 makes it the larger.
WAGTAILIMAGES_AVIF_QUALITY = 60
# A video is a block of our own (blog.embeds); Wagtail would have the server ask others about addresses.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILDOCS_EXTENSIONS = ["pdf", "epub", "mp3", "zip"]
# "simple": words as they are, as SQLite has them. What is searched on the site is put into dictionary forms
# beforehand (search.terms); the default of PostgreSQL would take English endings off them.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "SEARCH_CONFIG": "simple"}}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}
TAGGIT_CASE_INSENSITIVE = True
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

CRISPY_ALLOWED_TEMPLATE_PACKS = ("site",)
CRISPY_TEMPLATE_PACK = "site"
CRISPY_FAIL_SILENTLY = False

# Security. Public pages set no cookie; sessions and CSRF serve the admin alone.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []
SECURE_SSL_REDIRECT = HTTPS and environment.boolean("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
BEHIND_PROXY = environment.boolean("BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies of our own stand in front and write X-Forwarded-For; 0 believes none of it, and makes all
# readers behind a proxy one network for the rate limits.
TRUSTED_PROXY_DEPTH = environment.number(
    "TRUSTED_PROXY_DEPTH", default=1 if BEHIND_PROXY else 0, least=0, most=9
)
# When a visitor's device has to do a sum before a form is taken (guard.proof).
GUARD_PROOF_OF_WORK = environment.choice("GUARD_PROOF_OF_WORK", ("auto", "always", "off"), default="auto")
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        # Only entered after a reader chose to load a player from elsewhere.
        "frame-src": [
            "https://www.youtube-nocookie.com",
            "https://player.vimeo.com",
            "https://open.spotify.com",
        ],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

FORMS_URLFIELD_ASSUME_HTTPS = True

# `make dev`: both come with the development requirements and are absent where the site is only run.
DEBUG_TOOLBAR = DEBUG and find_spec("debug_toolbar") is not None
if DEBUG_TOOLBAR:
    INSTALLED_APPS += ["debug_toolbar", "django_browser_reload"]
    MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
    MIDDLEWARE.append("django_browser_reload.middleware.BrowserReloadMiddleware")
    INTERNAL_IPS = ["127.0.0.1", "::1"]
    DEBUG_TOOLBAR_CONFIG = {"SHOW_COLLAPSED": True}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"redact_tokens": {"()": "leads.redaction.RedactTokens"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["redact_tokens"]}
    },
    "root": {"handlers": ["console"], "level": environment.log_level()},
    # Robots ask for a thousand addresses that are not there; that is no warning.
    "loggers": {
        "django.request": {"level": "ERROR"},
        # The server of `make dev` would write lines of its own, with tokens in them.
        "django.server": {"level": "INFO", "handlers": ["console"], "propagate": False},
    },
}

"""Settings of the site. What differs between machines comes from the environment (docs/operations.md)."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

from audit import terms
from guard import limit_table
from liefdesverdriet import environment, keys, mail_providers, policies
from operations import logs

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = environment.boolean("DEBUG")
DATA_DIR = environment.data_dir(default=BASE_DIR / "var")
# The address readers see; decides host names, absolute links, cookies and HTTPS-only behaviour.
SITE_URL = environment.site_url()
HTTPS = urlsplit(SITE_URL).scheme == "https"


SECRET_KEY = keys.secret_key(DATA_DIR)
SECRET_KEY_FALLBACKS = keys.fallbacks()
# Of hashes that must outlive a change of SECRET_KEY: blocked addresses, consents, erasures.
HASH_KEY = keys.hash_key(DATA_DIR, SECRET_KEY)
# How long each kind of data is kept, in days (audit.terms).
KEEP_DAYS = terms.chosen(os.environ)
# Who was erased, beside the database, so that a restored backup does not bring them back (privacy.journal).
ERASURE_JOURNAL = Path(env.str("ERASURE_JOURNAL", default="") or DATA_DIR / "erasures.jsonl")

# A copy of the site, to try things on: robots.txt keeps crawlers out and search engines are told nothing.
HIDE_FROM_SEARCH = environment.boolean("HIDE_FROM_SEARCH")
# The key that IndexNow knows this site by (blog.indexnow); without one nobody is told of what changes.
INDEXNOW_KEY = environment.indexnow_key()
INDEXNOW_URL = env.str("INDEXNOW_URL", default="https://api.indexnow.org/indexnow")

# Of each web process (`manage.py serve`).
WEB_THREADS = environment.number("WEB_THREADS", default=3, least=1, most=64)

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
    "privacy.apps.PrivacyConfig",
    "wordpress.apps.WordPressConfig",
    "operations.apps.OperationsConfig",
    "search.apps.SearchConfig",
    "blog.apps.BlogConfig",
    "comments.apps.CommentsConfig",
    "leads.apps.LeadsConfig",
    "accounts.apps.AccountsConfig",
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
    "accounts.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "post_office",
    "allauth",
    "allauth.account",
    "allauth.mfa",
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
    "operations.middleware.watch",
    "django.middleware.security.SecurityMiddleware",
    # Files need none of the policies of pages: half a kilobyte less with each, nine times on a first visit.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "liefdesverdriet.middleware.policy_headers",
    "liefdesverdriet.speculation.fetch_ahead",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "liefdesverdriet.compression.compress",
    "django.middleware.http.ConditionalGetMiddleware",
    "pagecache.middleware.hand_over",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.gate.gate",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wordpress.old_addresses.lead_on",
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
        # What is deleted is overwritten: nobody finds somebody erased in the file.
        "PRAGMA secure_delete=ON; "
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
# of a parameter: old addresses of the kind /?p=12 (wordpress.old_addresses).
PAGECACHE_PASS_PREFIXES = ("/livez", "/readyz", "/metrics", "/admin/", "/static/", "/media/")
PAGECACHE_PASS_PARAMETERS = ("p", "page_id", "attachment_id", "cat", "author", "m", "feed")

CACHES = {"default": environment.cache()}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.UnlikeYou"},
    {"NAME": "accounts.passwords.NotGuessable"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
]
# How long the link in a mail for a new password works, in seconds.
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60
# How long a password works that somebody else made, until its owner logs in and chooses one (accounts).
FIRST_PASSWORD_DAYS = environment.number("FIRST_PASSWORD_DAYS", default=14, least=1, most=365)

# Whether who sees personal data needs a second factor (accounts.roles). By default wherever the site is more
# than one's own try-out.
REQUIRE_MFA = environment.boolean("REQUIRE_MFA", default=not environment.is_local(SITE_URL))
# django-allauth keeps and checks second factors for accounts.factors; none of its own addresses is open.
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# A code of half a minute earlier or later will do.
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = MFA_RECOVERY_CODE_DIGITS = 10

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
MEDIA_ROOT = environment.folder("MEDIA_DIR", default=DATA_DIR / "media")
# Files of lead magnets: no address of their own, only handed over (leads.delivery) to someone with a token.
PRIVATE_ROOT = environment.folder("PRIVATE_DIR", default=DATA_DIR / "private")
DOWNLOAD_BY = environment.download_by()
DOWNLOAD_ACCEL_PREFIX = environment.accel_prefix()
GIFT_MAX_BYTES = environment.number("GIFT_MAX_MB", default=100, least=1, most=2000) * 1024 * 1024
# An export of a whole WordPress site, uploaded in the admin; more goes by the command.
WORDPRESS_EXPORT_MAX_BYTES = (
    environment.number("WORDPRESS_EXPORT_MAX_MB", default=1024, least=1, most=8192) * 1024 * 1024
)
FILE_UPLOAD_TEMP_DIR = environment.upload_folder(DATA_DIR / "uploading")
FILE_UPLOAD_HANDLERS = [
    "wordpress.upload_limit.ExportLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# How many long files each web process sends at once by itself; the rest of its threads stay free for pages.
STREAMS_AT_ONCE = environment.number("STREAMS_AT_ONCE", default=(WEB_THREADS + 1) // 2, least=1, most=1000)
# How many earlier contents of each file of a gift are kept.
GIFT_VERSIONS = environment.number("GIFT_VERSIONS", default=10, least=0, most=1000)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": environment.private_storage(PRIVATE_ROOT),
    "staticfiles": {"BACKEND": "liefdesverdriet.storage.BundledStaticFilesStorage"},
}

WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = policies.keep_to_this_site
# Rules for fetching ahead have a type of their own (liefdesverdriet.speculation).
WHITENOISE_MIMETYPES = {".speculationrules": "application/speculationrules+json"}

# Mail: rows are written to the outbox by mailing.services and sent by `manage.py worker`.
EMAIL_BACKEND = "post_office.EmailBackend"
EMAIL_CONFIG = environment.email()
# A provider of django-anymail instead of SMTP, and what it needs to know.
EMAIL_PROVIDER = mail_providers.provider()
MAIL_DIR = DATA_DIR / "mail"
if EMAIL_PROVIDER:
    INSTALLED_APPS.append("anymail")
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
SECURITY_CONTACT = environment.security_contact(DEFAULT_FROM_EMAIL)
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
# Between the steps of an import of redirects its list waits where all processes of the site find it.
WAGTAIL_REDIRECTS_FILE_STORAGE = "cache" if environment.is_shared(CACHES["default"]) else "tmp_file"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# As one writes it in the Netherlands; what is typed is read in the same form.
WAGTAIL_DATE_FORMAT = "%d-%m-%Y"
WAGTAIL_DATETIME_FORMAT = "%d-%m-%Y %H:%M"
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "blog.login.DutchLoginForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "accounts.forms.NewPasswordForm"  # noqa: S105
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "images.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "images.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
# AVIF at 60 looks like JPEG at 80 and is the smaller of the two; Wagtail's own 80 makes it the larger.
WAGTAILIMAGES_AVIF_QUALITY = 60
# A video is a block of our own (blog.embeds); Wagtail would have the server ask others about addresses.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILDOCS_EXTENSIONS = ["pdf", "epub", "mp3", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = GIFT_MAX_BYTES
WAGTAILDOCS_DOCUMENT_FORM_BASE = "liefdesverdriet.documents.DocumentForm"
# Kept, never shown: what a file holds is then opened by no browser under our own name.
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILDOCS_PASSWORD_REQUIRED_TEMPLATE = "wagtailcore/password_required.html"  # noqa: S105
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
# No script reads either: forms hold the token, and Wagtail's scripts find it on the page.
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
MESSAGE_STORAGE = "accounts.messages.Storage"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []
SECURE_SSL_REDIRECT = HTTPS and environment.boolean("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$", r"^metrics$"]
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
# How often forms may be sent; what is not chosen here is in guard.limit_table.
GUARD_LIMITS, GUARD_ADDRESS_LIMITS, GUARD_TOTAL_LIMITS = limit_table.chosen(
    env.str("GUARD_LIMITS", default="")
)
# When a visitor's device has to do a sum before a form is taken (guard.proof).
GUARD_PROOF_OF_WORK = environment.choice("GUARD_PROOF_OF_WORK", ("auto", "always", "off"), default="auto")
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = policies.PERMISSIONS
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policies.PUBLIC}

FORMS_URLFIELD_ASSUME_HTTPS = True

# `make dev`: both come with the development requirements and are absent where the site is only run.
DEBUG_TOOLBAR = DEBUG and find_spec("debug_toolbar") is not None
if DEBUG_TOOLBAR:
    INSTALLED_APPS += ["debug_toolbar", "django_browser_reload"]
    MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
    MIDDLEWARE.append("django_browser_reload.middleware.BrowserReloadMiddleware")
    INTERNAL_IPS = ["127.0.0.1", "::1"]
    DEBUG_TOOLBAR_CONFIG = {"SHOW_COLLAPSED": True}

# What keeps it running (operations). Its jobs know all apps, so the project lists them.
SCHEDULED_JOBS = "liefdesverdriet.schedule.JOBS"
BACKUP_KEY = env.str("BACKUP_KEY", default="")
BACKUP_DIR = environment.backup_dir()
BACKUP_KEEP = environment.number("BACKUP_KEEP", default=14, least=1, most=10_000)
METRICS_TOKEN = environment.secret("METRICS_TOKEN")
SENTRY_DSN = env.str("SENTRY_DSN", default="")
OTEL_EXPORTER_OTLP_ENDPOINT = env.str("OTEL_EXPORTER_OTLP_ENDPOINT", default="")
# A site on the internet writes for machines, one at home for people.
LOG_FORMAT = environment.choice("LOG_FORMAT", ("json", "line"), default="json" if HTTPS else "line")
LOGGING = logs.configuration(LOG_FORMAT, environment.log_level())

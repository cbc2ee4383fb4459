"""How is this installation set up? Everything that differs between installations comes from the environment."""

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from ondiris.project.database import django_database, from_environment
from ondiris.project.mail import mail_from

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ONDIRIS_DATA", PACKAGE.parent.parent / ".ondiris"))
DEMONSTRATION = os.environ.get("ONDIRIS_DEMONSTRATION") == "1"


def _secret() -> str:
    """The key from the environment, or one made for this installation and kept beside its data, readable to it alone."""
    if key := os.environ.get("ONDIRIS_SECRET_KEY"):
        return key
    file = DATA / "secret-key"
    if not file.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_urlsafe(64))
    return file.read_text()


SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ONDIRIS_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "csp",
    "ondiris.base.journal",
    "ondiris.base.numbering",
    "ondiris.domains.parties",
    "ondiris.domains.classifiers",
    "ondiris.domains.documents",
    "ondiris.domains.legislation",
    "ondiris.domains.lists",
    "ondiris.domains.calendar",
    "ondiris.domains.funds",
    "ondiris.domains.measures",
    "ondiris.domains.applications",
    "ondiris.domains.agreements",
    "ondiris.domains.recovery",
    "ondiris.domains.planning",
    "ondiris.domains.contracts",
    "ondiris.web.ui",
    "ondiris.web",
    "ondiris.api",
    "ondiris.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ondiris.web.acting.ActingMiddleware",
    "ondiris.web.trouble.TroubleMiddleware",
]

FORM_RENDERER = "ondiris.web.ui.forms.Renderer"
ROOT_URLCONF = "ondiris.project.urls"
WSGI_APPLICATION = "ondiris.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "ondiris.web.frame.frame",
            ],
            "builtins": ["ondiris.web.ui.templatetags.ui", "django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

_connections = from_environment(os.environ, DATA)
# The application may not change the schema or the journal; migrations run as the role that owns the tables.
_address = _connections.owner if os.environ.get("ONDIRIS_ROLE") == "owner" else _connections.app
DATABASES = {"default": {**django_database(_address), "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "parties.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", _("Kazakh")), ("ru", _("Russian")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["ondiris.web.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = DATA / "documents"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700  # documents are for those who may, on the server too
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
LARGEST_DOCUMENT = 20_000_000  # bytes
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "ondiris.web.uploads.CappedUploadHandler",
]

# The prefix of process ids in the open data of contracts; the Open Contracting Partnership gives each publisher its own.
# This one is the example of the standard's own documentation: an installation that publishes asks for one.
OCID_PREFIX = os.environ.get("ONDIRIS_OCID_PREFIX", "ocds-213czf")

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SECURE = os.environ.get("ONDIRIS_HTTPS", "0" if DEMONSTRATION else "1") == "1"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "ondiris.web.trouble.outdated"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("ONDIRIS_PROXY") == "1" else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

_mail = mail_from(os.environ)
EMAIL_BACKEND = _mail.backend
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = os.environ.get("ONDIRIS_MAIL_FROM", "ondiris@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("ONDIRIS_LOG", "WARNING")},
}

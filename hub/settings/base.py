"""What holds everywhere. Nothing here is secret and nothing here names a machine."""

from pathlib import Path
from typing import Any

import environ

from hub.files.kinds import KINDS

env = environ.Env()

# Where things are -----------------------------------------------------------

PROJECT = Path(__file__).resolve().parent.parent.parent
# Everything that the running site writes: database, uploads, caches, collected files.
VAR = Path(env.str("VAR_DIR", default=str(PROJECT / "var")))

# What the site is made of -----------------------------------------------------

INSTALLED_APPS = [
    "hub.members",
    "hub.look",
    "hub.serving",
    "hub.worker",
    "hub.demo",
    "home",
    "search",
    "allauth",
    "allauth.account",
    "django_tasks_db",
    "wagtail_modeladmin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "hub.serving.requests.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hub.serving.guest_pages.GuestPagesMiddleware",
    "hub.serving.policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "home.moved_pages.MovedPagesMiddleware",
]

ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.hub",
            ],
            "builtins": ["hub.look.templatetags.look"],
        },
    },
]
FORM_RENDERER = "hub.look.forms.Renderer"

# Data ---------------------------------------------------------------------------

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'hub.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"] |= {
        "ENGINE": "hub.sqlite",
        "OPTIONS": {
            # A transaction takes the write lock when it begins: taking it later is refused at once when
            # another writer was first, whatever the timeout says.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # With synchronous=NORMAL a power cut may lose the last commits, but never harms the file.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
            ),
        },
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Two caches, see `hub.serving.caches`. Without CACHE_URL all processes of this machine share a folder for what must
# be counted together, and each keeps pages in its own memory, which is quickest. With a Redis all machines share both.
CACHES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "hub.serving.caches.SharedFilesCache", "LOCATION": str(VAR / "cache")},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
    # The sizes of pictures that Wagtail has made, asked for wherever one is shown.
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
}
if env.str("CACHE_URL", default=""):
    _redis = env.cache("CACHE_URL", backend="hub.serving.caches.RedisCache")
    # People wait for it: rather without than for longer than a second.
    _redis["OPTIONS"] = {"socket_connect_timeout": 1, "socket_timeout": 1} | _redis.get("OPTIONS", {})
    CACHES = {
        # While Redis does not answer, each machine counts for itself.
        "default": _redis | {"INSTEAD": CACHES["default"]["LOCATION"]},
        "pages": _redis,
        "renditions": _redis,
    }
GUEST_PAGES_SECONDS = env.int("GUEST_PAGES_SECONDS", default=600)
GUEST_PAGES_VERSION_FILE = VAR / "guest-pages.version"

# Background work ------------------------------------------------------------------

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# People and sign-in -----------------------------------------------------------------

AUTH_USER_MODEL = "members.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "hub.members.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "hub.members.forms.SignInForm",
    "reset_password": "hub.members.forms.ForgottenPasswordForm",
    "reset_password_from_key": "hub.members.forms.NewPasswordForm",
}
# How often one may try: a number, in a time, of one account ("key") or from one network address ("ip"). They are
# counted in the default cache, which all processes share. A whole school or council office can come from one address,
# so what is counted by address is over sooner.
ACCOUNT_RATE_LIMITS = {
    # Wrong passwords only; a right one is taken off again. The sentence in hub/members/sign_in.py says how long.
    "login_failed": "10/m/ip,10/5m/key",
    # Every time the form is sent, right or wrong: a training day signs in all at once.
    "login": "60/m/ip",
    # Each sends somebody a letter.
    "reset_password": "20/m/ip,5/10m/key",
    "reset_password_from_key": "20/m/ip",
}
# Behind a proxy every request comes from the proxy's address. The visitor's is what the outermost of our own proxies
# has added to X-Forwarded-For; anything before it can be made up by the visitor.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("PROXY_COUNT", default=1) if BEHIND_PROXY else 0
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_NAME = "session"

# Language and time ---------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# Links to other sites ---------------------------------------------------------------------

# Whether this site asks others, by night, if the pages it links to are still there.
LINK_CHECKS_ENABLED = env.bool("LINK_CHECKS_ENABLED", default=True)

# Files -----------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR / "static")))
STATICFILES_DIRS = [PROJECT / "hub" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# E-mail --------------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="SENCo Hub <hub@example.org>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Security ---------------------------------------------------------------------------------------

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
# The editor shows previews in a frame of its own page.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "hub.serving.errors.form_out_of_date"

# Wagtail --------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "SENCo Hub"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://localhost:8000")
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/sign-in/"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "account/password_required.html"
# Avatars from elsewhere would tell another company who edits here.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
# Those who approve are told; who runs the site has other things to do.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# The largest picture or document that can be uploaded, in bytes.
UPLOAD_MOST = env.int("UPLOAD_MEGABYTES", default=20) * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOAD_MOST
# Each dot takes up to 4 bytes of memory while the sizes of a picture are made.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.pictures.forms.PictureForm"
# As good to look at as Wagtail's WebP, in about a quarter fewer bytes.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILDOCS_EXTENSIONS = list(KINDS)
# What is in a file was looked at when it came; whatever is not of these kinds is sent as bytes to be kept.
WAGTAILDOCS_CONTENT_TYPES = {ending: kind.content_type for ending, kind in KINDS.items()}
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = UPLOAD_MOST
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.documents.forms.DocumentForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True

# The gallery of parts at /styleguide/, for those who build and those who judge.
STYLEGUIDE = env.bool("STYLEGUIDE", default=False)

# Whether `manage.py demo` may fill this site with invented people whose passwords everybody knows.
DEMONSTRATION = False

# Logs -----------------------------------------------------------------------------------------------

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "hub.serving.logs.RequestFilter"}},
    "formatters": {"json": {"()": "hub.serving.logs.JsonFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["request"]},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        # Our own line per request says the same without the address that was asked for.
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "WARNING"},
    },
}

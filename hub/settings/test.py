"""For the tests: quick where it does not matter, real where it does."""

from hub.settings.base import *  # noqa: F403
from hub.settings.base import CACHES, DATABASES, STATIC_ROOT, STORAGES, VAR

DEBUG = False
SECRET_KEY = "only-for-tests-" + "x" * 50
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
STYLEGUIDE = True
DEMONSTRATION = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Processes that test side by side must not count one another's tries; tests of counting name a cache of their own.
_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": _MEMORY, "LOCATION": name} for name in CACHES}
# Nothing is collected for tests, and whitenoise warns of a folder that is not there.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# SQLite in memory shares one lock per table among threads; a file behaves as in production.
if DATABASES["default"]["ENGINE"] == "hub.sqlite":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}

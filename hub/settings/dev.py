"""For the people who build the site: errors in the browser, nothing to set up."""

from hub.settings.base import *  # noqa: F403
from hub.settings.base import PROJECT, STORAGES, env

DEBUG = True
SECRET_KEY = env.str("SECRET_KEY", default="only-for-development-" + "x" * 50)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]
STYLEGUIDE = True
DEMONSTRATION = True
STATIC_ROOT = PROJECT / "var" / "static-dev"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
GUEST_PAGES_SECONDS = 0

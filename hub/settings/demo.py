"""For `make demo`: as a council would run it, but on one laptop, over http, with everything in `var/`."""

from hub.settings.base import *  # noqa: F403
from hub.settings.base import LOGGING, VAR, env
from hub.settings.local_secret import local_secret

DEBUG = False
SECRET_KEY = local_secret(VAR / "demo-secret-key")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
STYLEGUIDE = True
DEMONSTRATION = True
# A laptop that shows the demonstration asks nobody anything unless it is told to.
LINK_CHECKS_ENABLED = env.bool("LINK_CHECKS_ENABLED", default=False)
# Mail is written to files, so that nobody real is ever told anything.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
# The terminal shows what the person who typed `make demo` needs; the log goes to a file.
LOGGING = LOGGING | {
    "handlers": {
        "console": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": VAR / "demo.log",
            "maxBytes": 5_000_000,
            "backupCount": 1,
            "formatter": "json",
            "filters": ["request"],
        },
    },
}

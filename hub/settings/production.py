"""For a council's servers. Refuses to start until everything it needs is there, and names all that is missing."""

from django.core.exceptions import ImproperlyConfigured

from hub.settings.base import *  # noqa: F403
from hub.settings.base import BEHIND_PROXY, env

NEEDED = {
    "SECRET_KEY": "a long random text that only this site knows",
    "ALLOWED_HOSTS": "the host names people type, with commas between them",
    "SITE_URL": "the address people type, with https://",
    "DATABASE_URL": "where the data is, such as postgres://user:password@host/name",
    "EMAIL_URL": "where mail goes out, such as smtp+tls://user:password@host:587",
    "DEFAULT_FROM_EMAIL": "the address that mail comes from",
}


def refuse_to_start_incomplete() -> None:
    """Raise ImproperlyConfigured with one line for every setting that is missing or unusable."""
    problems = [f"{name} is not set: {purpose}." for name, purpose in NEEDED.items() if not env.str(name, default="")]
    key = env.str("SECRET_KEY", default="")
    if key and (len(key) < 50 or len(set(key)) < 5):
        problems.append("SECRET_KEY is too easy to guess: use at least 50 random characters.")
    site = env.str("SITE_URL", default="")
    if site and not site.startswith("https://"):
        problems.append("SITE_URL must begin with https://: nothing here may travel unencrypted.")
    if problems:
        raise ImproperlyConfigured("The site cannot start.\n  " + "\n  ".join(problems))


refuse_to_start_incomplete()

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")

SECURE_SSL_REDIRECT = True
# Load balancers ask over plain http from inside.
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Only behind a proxy that always sets or removes this header itself.
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

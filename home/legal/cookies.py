"""The cookies that this site sets, as its settings make them, so that what the cookies page says is true."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage

_UNITS = ((7 * 24 * 3600, "week"), (24 * 3600, "day"), (3600, "hour"), (60, "minute"))


@dataclass(frozen=True, slots=True)
class SiteCookie:
    """A cookie: its name, what it is for, and how long it is kept, in words."""

    name: str
    purpose: str
    life: str


def site_cookies() -> list[SiteCookie]:
    """Return every cookie that the site itself sets. All of them are strictly necessary."""
    longest = in_words(settings.SESSION_COOKIE_AGE)
    closes = settings.SESSION_EXPIRE_AT_BROWSER_CLOSE or settings.ACCOUNT_SESSION_REMEMBER is False
    return [
        SiteCookie(
            settings.SESSION_COOKIE_NAME,
            "Set when you sign in: remembers who you are",
            f"Until you sign out or close the browser, at most {longest}" if closes else f"At most {longest}",
        ),
        SiteCookie(
            settings.CSRF_COOKIE_NAME,
            "Set when you open the form to sign in: makes sure that what is sent comes from our page",
            in_words(settings.CSRF_COOKIE_AGE) if settings.CSRF_COOKIE_AGE else "Until you close the browser",
        ),
        SiteCookie(
            CookieStorage.cookie_name,
            "Set for a moment: carries a sentence such as \N{LEFT SINGLE QUOTATION MARK}You have signed out"
            "\N{RIGHT SINGLE QUOTATION MARK} to the next page",
            "Until it is shown",
        ),
    ]


def in_words(seconds: int) -> str:
    """Write a time in its largest whole unit: '12 hours', '52 weeks'."""
    for length, unit in _UNITS:
        if seconds >= length and seconds % length == 0:
            number = seconds // length
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return f"{seconds} seconds"

"""Shared mailboxes: what a public page gives out is a role's address, never somebody's own."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from wagtail.blocks import EmailBlock

# Where people in this country have addresses of their own.
_PRIVATE: Final = frozenset(
    {
        "aol.com",
        "btinternet.com",
        "gmail.com",
        "googlemail.com",
        "hotmail.co.uk",
        "hotmail.com",
        "icloud.com",
        "live.co.uk",
        "live.com",
        "mac.com",
        "me.com",
        "msn.com",
        "ntlworld.com",
        "outlook.com",
        "proton.me",
        "protonmail.com",
        "sky.com",
        "talktalk.net",
        "tiscali.co.uk",
        "virginmedia.com",
        "yahoo.co.uk",
        "yahoo.com",
    }
)


def refuse_private_address(address: str) -> None:
    """Raise ValidationError for an address that is somebody's own, as far as its provider tells."""
    if address.rpartition("@")[2].strip().lower() in _PRIVATE:
        raise ValidationError(
            "This looks like somebody's own address. Give a mailbox that goes with the role and stays when people "
            "change."
        )


class MailboxBlock(EmailBlock):
    """A shared mailbox."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"label": "Shared mailbox", "validators": [refuse_private_address]} | kwargs))

"""What a form carries to tell people from machines, and one sending from two.

A stamp says when the form was drawn and has a word that is its own. It is signed, so that nobody can make one, and it
never lapses: somebody may write for as long as it takes.
"""

import json
import time
from dataclasses import dataclass

from django.core import signing
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.crypto import get_random_string, salted_hmac

_SALT = "home.contact"
# Nobody reads a form, fills it in and sends it within so few seconds.
LEAST_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a form was drawn, in seconds since 1970, and the word that is its own."""

    word: str
    drawn: float

    @classmethod
    def new(cls) -> "Stamp":
        """Return a stamp for a form that is drawn now."""
        return cls(get_random_string(16), time.time())

    @classmethod
    def read(cls, text: str) -> "Stamp | None":
        """Return the stamp that a form was sent with, or nothing if it is none of ours."""
        try:
            word, drawn = signing.loads(text, salt=_SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return cls(str(word), float(drawn))

    def __str__(self) -> str:
        return signing.dumps([self.word, self.drawn], salt=_SALT)

    @property
    def is_too_fresh(self) -> bool:
        """Whether the form was sent quicker than anybody can write."""
        return time.time() - self.drawn < LEAST_SECONDS

    def fingerprint(self, page: int, answers: dict[str, object]) -> str:
        """Return the same 64 signs for the same answers on the same form, and others for all else."""
        said = json.dumps([page, self.word, answers], cls=DjangoJSONEncoder, sort_keys=True)
        return salted_hmac(_SALT, said, algorithm="sha256").hexdigest()

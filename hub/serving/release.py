"""Which release of the site this is.

A Redis outlives the programs that fill it: pages that an older release has kept name style sheets that are gone.
What is kept there for all machines is therefore kept for machines with the same release.
"""

import hashlib
from functools import cache

from django.conf import settings

_PACKAGES = ("hub", "home", "forum", "calendar", "resources", "search", "templates")
_KINDS = frozenset({".py", ".html", ".css", ".js"})


@cache
def release() -> str:
    """Return a short name made from the program's own files, the same on every machine that has the same ones."""
    digest = hashlib.blake2b((settings.PROJECT / "requirements.txt").read_bytes(), digest_size=8)
    for package in _PACKAGES:
        for path in sorted((settings.PROJECT / package).rglob("*")):
            if path.suffix in _KINDS:
                digest.update(str(path.relative_to(settings.PROJECT)).encode() + path.read_bytes())
    return digest.hexdigest()

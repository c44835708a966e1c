"""Moments at which pages change although nobody changes anything, such as the end of a notice.

Content registers here how to find them, so that no page is kept beyond the next one.
"""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest

# Asked with a request and a moment; answers with the first change of the pages of its site after that moment.
Moments = Callable[[HttpRequest, datetime], datetime | None]

moments_of_change: list[Moments] = []


def next_change(request: HttpRequest, after: datetime) -> datetime | None:
    """Return the first moment later than `after` at which any page of this site may change, if one is known."""
    answers = (moments(request, after) for moments in moments_of_change)
    return min((moment for moment in answers if moment), default=None)

"""What readers answered to 'Was this page useful?' in the past year, and what some of them were looking for."""

import random
import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from home.models import PageAnswer
from hub.demo.school_year import is_working_day
from hub.demo.wording import curly

_A_YEAR: Final = 365
# How many answered a page, and how many of a hundred said yes; the others take what comes by chance.
_KNOWN: Final = {
    "top-up-funding": (64, 58),
    "panels-and-dates": (48, 82),
    "educational-psychology": (38, 47),
    "get-support-for-a-pupil": (57, 86),
    "who-does-what": (33, 64),
    "meeting-dates": (41, 93),
    "find-a-cluster": (29, 90),
    "new-to-being-a-senco": (26, 96),
}
_FEW: Final = (2, 14)
_USUALLY_YES: Final = (70, 97)
_REMARKS: Final = {
    "top-up-funding": (
        "The form itself. I read to the end and there was no link to it.",
        "How much the top-up is this year.",
        "What happens to the money when a pupil moves school in the middle of a year.",
        "An example of a request that was agreed.",
        "Whether a nursery can ask as well.",
    ),
    "educational-psychology": (
        "How long the wait is at the moment.",
        "A number for our cluster. The page has one for all.",
        "Whether parents can ask for a visit themselves.",
    ),
    "panels-and-dates": ("Dates for next year.", "Who sits on the panel."),
    "who-does-what": ("The number to ring about hearing impairment.", "Direct numbers."),
    "get-support-for-a-pupil": ("What to do in the first week, in three lines.",),
    "meeting-dates": ("A calendar I can put into my own.",),
}
# Of a hundred who said no, so many also say what they were looking for.
_WRITE: Final = 40


def add_answers(pages: Iterable[tuple[str, int]], *, seed: int, today: date) -> None:
    """Add answers about pages that were made just now, given by address and key; the same for the same seed and day."""
    answers = []
    for slug, pk in pages:
        chance = random.Random(f"{seed} {slug}")  # noqa: S311
        answers += _about(slug, pk, chance, today)
    PageAnswer.objects.bulk_create(answers)


def _about(slug: str, pk: int, chance: random.Random, today: date) -> list[PageAnswer]:
    number, useful_to = _KNOWN.get(slug, (chance.randint(*_FEW), chance.randint(*_USUALLY_YES)))
    remarks = list(_REMARKS.get(slug, ()))
    answers = []
    for _ in range(number):
        useful = chance.randrange(100) < useful_to
        writes = not useful and remarks and chance.randrange(100) < _WRITE
        answers.append(
            PageAnswer(
                page_id=pk,
                useful=useful,
                remark=curly(remarks.pop(0)) if writes else "",
                day=_day(chance, today),
                sitting=uuid.UUID(int=chance.getrandbits(128)),
            )
        )
    return answers


def _day(chance: random.Random, today: date) -> date:
    # More lately than long ago, and nearly all while schools are at work.
    day = today - timedelta(days=int(_A_YEAR * chance.random() ** 1.4))
    while not is_working_day(day) and chance.random() < 0.9:
        day -= timedelta(days=1)
    return day

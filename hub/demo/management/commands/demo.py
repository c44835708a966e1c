"""`manage.py demo`: fills the site with a believable demonstration, or says who can sign in to it."""

import logging
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from hub.demo.loading import load
from hub.demo.people import logins

SEED = 7


def day(words: str) -> date:
    """Read a day. Raises ArgumentTypeError for what is none."""
    try:
        return date.fromisoformat(words)
    except ValueError as problem:
        raise ArgumentTypeError(f"Write the day as 2026-11-25, not as {words}.") from problem


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Let this logger say only what is wrong."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


class Command(BaseCommand):
    """Loads what is missing of the demonstration and leaves alone what is there."""

    help = "Fill the site with the demonstration: the invented council of Northmere. Loading it twice changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=SEED, help="varies pictures and dates (default: %(default)s)")
        parser.add_argument("--today", type=day, help="the day on which it is shown, such as 2026-11-25")
        parser.add_argument(
            "--reset", action="store_true", help="first remove the demonstration and all pages under the home page"
        )
        parser.add_argument("--logins", action="store_true", help="only say who can sign in, and with what password")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError(
                "This site is not a demonstration. The demonstration's passwords are known to everybody, so it is only "
                "loaded where the setting DEMONSTRATION is on."
            )
        if not options["logins"]:
            self._load(options)
        self.stdout.write(logins())

    def _load(self, options: dict[str, Any]) -> None:
        # Each page would be logged three times; the history in the back office has it all.
        silent = options["verbosity"] == 0
        with quiet("wagtail"), tqdm(desc="Demonstration", unit=" pages", disable=silent, leave=False) as bar:

            def progress(total: int, part: str) -> None:
                bar.total = total
                bar.set_postfix_str(part, refresh=False)
                bar.update()

            load(
                seed=options["seed"],
                today=options["today"] or timezone.localdate(),
                afresh=options["reset"],
                progress=progress,
            )

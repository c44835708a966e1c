"""What checks found, kept so that a report reads a small table in place of every page."""

from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet
from wagtail.models import Page

from home.checks.findings import Subject

# A site may be away for an evening; one that fails on two days is broken.
DAYS_UNTIL_BROKEN = 2
LONGEST_ADDRESS = 2000


class PageCheck(models.Model):
    """How much could be better on a published page, by subject."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
    checked = models.DateTimeField()
    team = models.CharField("looked after by", max_length=80, blank=True)
    must = models.PositiveSmallIntegerField("shuts somebody out", default=0)
    better = models.PositiveSmallIntegerField("could be better", default=0)
    # One for each subject, under its value.
    pictures = models.PositiveSmallIntegerField(Subject.PICTURES.label, default=0)
    headings = models.PositiveSmallIntegerField(Subject.HEADINGS.label, default=0)
    links = models.PositiveSmallIntegerField(Subject.LINKS.label, default=0)
    targets = models.PositiveSmallIntegerField(Subject.TARGETS.label, default=0)
    tables = models.PositiveSmallIntegerField(Subject.TABLES.label, default=0)
    words = models.PositiveSmallIntegerField(Subject.WORDS.label, default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            # The report begins with the worst.
            models.Index(fields=["-must", "-better"], name="page_check_worst_first"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.must} + {self.better}"

    @property
    def summary(self) -> str:
        """Say what could be better, subject by subject, such as 'Headings 2, Plain words 1'."""
        counts = ((subject.label, getattr(self, subject.value)) for subject in Subject)
        return ", ".join(f"{label} {count}" for label, count in counts if count)


class CheckedLinkQuerySet(models.QuerySet["CheckedLink"]):
    """Links as the report and the nightly round ask for them."""

    def broken(self) -> QuerySet["CheckedLink"]:
        """Return those that lead nowhere, without those that somebody has said to leave alone."""
        return self.filter(Q(inside=True) | Q(days_failed__gte=DAYS_UNTIL_BROKEN), ignored_because="")

    def ignored(self) -> QuerySet["CheckedLink"]:
        """Return those that somebody has said to leave alone."""
        return self.exclude(ignored_because="")

    def failing(self) -> QuerySet["CheckedLink"]:
        """Return those that failed on one day so far."""
        return self.filter(inside=False, days_failed__gt=0, days_failed__lt=DAYS_UNTIL_BROKEN, ignored_because="")

    def not_asked_since(self, moment: datetime) -> QuerySet["CheckedLink"]:
        """Return the addresses elsewhere to ask next, the longest unasked first."""
        unasked = self.filter(Q(checked=None) | Q(checked__lt=moment), inside=False, ignored_because="")
        return unasked.order_by(models.F("checked").asc(nulls_first=True), "pk")


class CheckedLink(models.Model):
    """An address that published pages link to: one elsewhere, or one of ours that leads nowhere."""

    address = models.CharField(max_length=LONGEST_ADDRESS, unique=True)
    name = models.CharField(max_length=255, blank=True)
    inside = models.BooleanField("on this site", default=False)
    says = models.CharField("what happened", max_length=200, blank=True)
    checked = models.DateTimeField("last checked", null=True, blank=True)
    first_failed = models.DateTimeField("since", null=True, blank=True)
    last_failed = models.DateField(null=True, blank=True)
    days_failed = models.PositiveSmallIntegerField("days in a row on which it failed", default=0)
    ignored_because = models.CharField("why it is left alone", max_length=200, blank=True)
    ignored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = CheckedLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "link"

    def __str__(self) -> str:
        return self.name or self.address

    def has_failed(self, now: datetime, today: date, says: str) -> None:
        """Note a failure; a second one on the same day changes nothing but its words."""
        if self.last_failed != today:
            self.days_failed += 1
        self.first_failed = self.first_failed or now
        self.last_failed, self.checked, self.says = today, now, says

    def has_worked(self, now: datetime, says: str) -> None:
        """Note that the address was found, or that it cannot be told; either ends a row of failures."""
        self.days_failed, self.first_failed, self.last_failed = 0, None, None
        self.checked, self.says = now, says


class LinkUse(models.Model):
    """A published page that holds a link."""

    link = models.ForeignKey(CheckedLink, on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["link", "page"], name="one_use_per_page")
        ]

    def __str__(self) -> str:
        return self.words or str(self.link_id)

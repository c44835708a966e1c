"""What readers say of a page: whether it was useful, and what they were looking for when it was not."""

from datetime import timedelta
from typing import ClassVar, Final

from django.db import models
from wagtail.models import Page

LONGEST_REMARK: Final = 500  # characters
# Long enough to compare two years; what is older tells of a page that reads differently by now.
KEPT_FOR: Final = timedelta(days=730)


class PageAnswer(models.Model):
    """One answer to 'Was this page useful?'. Nothing in it tells who gave it: no name, no address, no time of day."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="answers")
    useful = models.BooleanField()
    remark = models.TextField("what they were looking for", blank=True)
    day = models.DateField(db_index=True)
    # Drawn anew each time a page is opened, so that a second press is known to be the same answer.
    sitting = models.UUIDField()

    # Wagtail looks for whatever points at a page when that is deleted; answers go with it and hinder nobody.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "answer about a page"
        verbose_name_plural = "answers about pages"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "sitting"], name="one_answer_per_sitting"),
        ]

    def __str__(self) -> str:
        return f"{'yes' if self.useful else 'no'} on {self.day.isoformat()}"

"""What readers say of pages."""

import datetime
import uuid

import factory
from factory.django import DjangoModelFactory

from home.models import PageAnswer


class PageAnswerFactory(DjangoModelFactory[PageAnswer]):
    """An answer about a `page`: no, a while ago, without a remark."""

    class Meta:
        model = PageAnswer

    useful = False
    day = datetime.date(2026, 11, 1)
    sitting = factory.LazyFunction(uuid.uuid4)

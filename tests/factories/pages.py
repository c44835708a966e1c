"""Public pages."""

import datetime

import factory
import wagtail_factories

from home.models import ClusterProgrammePage, ContentPage, NewsIndexPage, NewsPage, SectionPage


class ContentPageFactory(wagtail_factories.PageFactory):
    """A page of guidance; give it a `parent`."""

    class Meta:
        model = ContentPage

    title = factory.Sequence(lambda n: f"Guidance {n}")


class SectionPageFactory(wagtail_factories.PageFactory):
    """A section; give it a `parent`."""

    class Meta:
        model = SectionPage

    title = factory.Sequence(lambda n: f"Section {n}")


class ClusterProgrammePageFactory(wagtail_factories.PageFactory):
    """A cluster, or the programme of several; give it a `parent`."""

    class Meta:
        model = ClusterProgrammePage

    title = factory.Sequence(lambda n: f"Cluster {n}")


class NewsIndexPageFactory(wagtail_factories.PageFactory):
    """A list of news; give it a `parent`."""

    class Meta:
        model = NewsIndexPage

    title = "News"


class NewsPageFactory(wagtail_factories.PageFactory):
    """A piece of news; give it a `parent`."""

    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"News {n}")
    summary = "What happened, in one sentence."
    date = factory.Sequence(lambda n: datetime.date(2026, 1, 1) + datetime.timedelta(days=n))

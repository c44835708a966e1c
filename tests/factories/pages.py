"""Public pages."""

import datetime
from typing import Any

import factory
import wagtail_factories

from home.models import (
    ClusterProgrammePage,
    ContactField,
    ContactPage,
    ContentPage,
    GlossaryPage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
    SectionPage,
)


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


class ContactPageFactory(wagtail_factories.PageFactory):
    """A page to write to us; `fields` takes label and kind of each field, and words that belong to it."""

    class Meta:
        model = ContactPage
        skip_postgeneration_save = True

    title = "Contact us"
    slug = "contact-us"
    mailboxes = "hub@northmere.example"

    @factory.post_generation
    def fields(self: ContactPage, create: bool, asked: list[dict[str, Any]] | None, **kwargs: Any) -> None:
        for number, field in enumerate(asked or [{"label": "Your message", "field_type": "multiline"}]):
            self.form_fields.add(ContactField(sort_order=number, **field))
        self.save()


class GlossaryPageFactory(wagtail_factories.PageFactory):
    """The glossary; give it a `parent`."""

    class Meta:
        model = GlossaryPage

    title = "Glossary"
    slug = "glossary"


class LegalPageFactory(wagtail_factories.PageFactory):
    """A page that the law asks for; give it a `parent` and a `kind`."""

    class Meta:
        model = LegalPage

    title = factory.Sequence(lambda n: f"Legal page {n}")
    kind = LegalPage.Kind.PRIVACY

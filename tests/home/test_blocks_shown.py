"""What guests see of the blocks of a page."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.rich_text import RichText
from wagtail_factories import ImageFactory

from home.documents.listed import documents_for
from home.models import ContentPage, HomePage
from home.pictures.making import make_sizes
from hub.members.models import Person
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.look.markup import Element, read

Block = tuple[str, Any]


def again() -> Element:
    """Read the page once more, after a change."""
    # What raises it in earnest happens when the transaction of the test would end.
    raise_version()
    return read(Client().get("/page/").content.decode()).one("article")


H2 = ("text", RichText("<h2>Part</h2>"))


@pytest.fixture
def shown(home: HomePage) -> Callable[..., Element]:
    """Publish a page with these blocks and read it as a guest does; the article is returned."""

    def article(*blocks: Block, client: Client | None = None) -> Element:
        ContentPage.objects.filter(slug="page").delete()
        home.refresh_from_db()
        ContentPageFactory.create(parent=home, slug="page", body=list(blocks))
        return read((client or Client()).get("/page/").content.decode()).one("article")

    return article


def document(title: str, name: str, size: int | None = 48_000, collection: Collection | None = None) -> Document:
    """Make a document that is somewhere among the collections."""
    made: Document = Document.objects.create(
        title=title,
        file=ContentFile(b"x", name=name),
        file_size=size,
        collection=collection or Collection.get_first_root_node(),
    )
    return made


def for_members_only(name: str) -> Collection:
    """Make a collection that one has to sign in for."""
    collection: Collection = Collection.get_first_root_node().add_child(name=name)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    return collection


def a_picture(**about: str) -> Image:
    """Upload a picture, of which all sizes are made."""
    image: Image = ImageFactory.create(**about)
    make_sizes(image)
    return image


def titles(article: Element) -> list[str]:
    return [link.text for link in article.one("ul", class_="documents").all("a")]


def documents(*listed: Document) -> Block:
    return ("documents", {"title": "", "documents": list(listed)})


class TestDocuments:
    """Each with its kind and size; none that the reader may not see."""

    def test_each_is_shown_with_its_title_kind_and_size(self, shown: Callable[..., Element]) -> None:
        article = shown(
            documents(
                document("Referral", "form.docx"),
                document("Guide", "guide.pdf", 1_240_000),
                document("Rates", "rates.xlsx", 900),
                document("Old", "old.csv", None),
            )
        )
        assert [row.one(class_="meta").text for row in article.all("li")] == [
            "Word, 47 KB",
            "PDF, 1.2 MB",
            "Excel, 1 KB",
            "CSV",
        ]
        assert titles(article) == ["Referral", "Guide", "Rates", "Old"]
        link = article.all("a")[0].attributes["href"]
        assert Client().get(link).getvalue() == b"x"

    def test_one_that_was_deleted_is_left_out(self, shown: Callable[..., Element]) -> None:
        kept, gone = document("Kept", "kept.pdf"), document("Gone", "gone.pdf")
        shown(documents(kept, gone))
        gone.delete()
        assert titles(again()) == ["Kept"]

    def test_nothing_is_said_where_all_are_gone(self, shown: Callable[..., Element]) -> None:
        only = document("Gone", "gone.pdf")
        shown(("documents", {"title": "Forms", "documents": [only]}))
        only.delete()
        article = again()
        assert "Forms" not in article.text
        assert not article.all("ul")

    def test_what_only_members_may_see_is_hidden_from_guests_also_further_down(
        self, shown: Callable[..., Element], signed_in: Callable[[Person], Client], priya: Person
    ) -> None:
        private = for_members_only("Members")
        below = private.add_child(name="Minutes")
        listed = documents(
            document("Open", "open.pdf"),
            document("Private", "private.pdf", collection=private),
            document("Minutes", "minutes.pdf", collection=below),
        )
        assert titles(shown(listed)) == ["Open"]
        assert titles(shown(listed, client=signed_in(priya))) == ["Open", "Private", "Minutes"]
        # What a member was shown is not kept for the next guest.
        assert titles(read(Client().get("/page/").content.decode()).one("article")) == ["Open"]

    def test_a_document_that_becomes_private_goes_from_the_page_at_once(self, shown: Callable[..., Element]) -> None:
        moved = document("Plan", "plan.pdf")
        assert titles(shown(documents(document("Open", "open.pdf"), moved))) == ["Open", "Plan"]
        moved.collection = for_members_only("Members")
        moved.save()
        assert titles(again()) == ["Open"]

    def test_what_was_chosen_a_moment_ago_is_asked_about_too(self, db: None) -> None:
        chosen = [document("Open", "open.pdf"), document("Private", "private.pdf", collection=for_members_only("M"))]
        assert not hasattr(chosen[0], "is_restricted")
        assert [listed.title for listed in documents_for(None, [*chosen, None])] == ["Open"]
        assert documents_for(None, []) == []

    def test_a_group_of_members_sees_what_is_for_them(
        self, shown: Callable[..., Element], signed_in: Callable[[Person], Client], priya: Person, helen: Person
    ) -> None:
        private: Collection = Collection.get_first_root_node().add_child(name="Publishers")
        restriction = CollectionViewRestriction.objects.create(
            collection=private, restriction_type=CollectionViewRestriction.GROUPS
        )
        restriction.groups.set(helen.groups.all())
        listed = documents(document("Open", "open.pdf"), document("Drafts", "drafts.pdf", collection=private))
        assert titles(shown(listed, client=signed_in(priya))) == ["Open"]
        assert titles(shown(listed, client=signed_in(helen))) == ["Open", "Drafts"]


class TestDates:
    """Dates in order of time; pages are kept for a day, and no longer."""

    DAYS = (("Fair", 4, 6), ("Panel", 1, None), ("Visit", -3, None), ("Course", -1, 1))

    def block(self, past: str) -> Block:
        today = datetime.date(2026, 11, 30)
        dates = [
            {
                "title": title,
                "day": today + datetime.timedelta(days=day),
                "end": today + datetime.timedelta(days=end) if end else None,
                "time": "By 5pm",
            }
            for title, day, end in self.DAYS
        ]
        return ("dates", {"dates": dates, "past": past})

    def rows(self, article: Element) -> list[str]:
        return [row.one("h3").text for row in article.one("ul", class_="events").all("li")]

    @time_machine.travel("2026-11-30 10:00+00:00", tick=False)
    def test_what_has_passed_is_left_out_and_the_next_is_marked(self, shown: Callable[..., Element]) -> None:
        article = shown(H2, self.block("leave-out"))
        # What began yesterday and ends tomorrow is still on.
        assert self.rows(article) == ["Course", "Panel", "Fair"]
        leaves = article.all("time", class_="leaf")
        assert [leaf.attributes["datetime"] for leaf in leaves] == ["2026-11-29", "2026-12-01", "2026-12-04"]
        assert ["leaf-soon" in leaf.classes for leaf in leaves] == [True, False, False]
        assert "Until Sunday 6 December" in article.text
        assert article.one("time", datetime="2026-12-06")

    @time_machine.travel("2026-11-30 10:00+00:00", tick=False)
    def test_what_has_passed_can_be_kept_with_a_mark(self, shown: Callable[..., Element]) -> None:
        article = shown(H2, self.block("mark"))
        assert self.rows(article) == ["Visit", "Course", "Panel", "Fair"]
        marked = [row.one("h3").text for row in article.all("li") if row.all(class_="govuk-tag")]
        assert marked == ["Visit"]

    def test_a_kept_page_is_made_again_the_next_day(self, shown: Callable[..., Element]) -> None:
        with time_machine.travel("2026-12-01 10:00+00:00", tick=False):
            assert self.rows(shown(H2, self.block("leave-out"))) == ["Course", "Panel", "Fair"]
        with time_machine.travel("2026-12-02 10:00+00:00", tick=False):
            assert self.rows(read(Client().get("/page/").content.decode()).one("article")) == ["Fair"]

    @time_machine.travel("2027-02-01 10:00+00:00", tick=False)
    def test_it_is_said_when_all_have_passed(self, shown: Callable[..., Element]) -> None:
        assert "All of these dates have passed." in shown(self.block("leave-out")).text

    @time_machine.travel("2025-11-30 10:00+00:00", tick=False)
    def test_another_year_is_named(self, shown: Callable[..., Element]) -> None:
        assert "November 2026" in shown(self.block("leave-out")).text


def test_a_decorative_picture_says_nothing_and_another_says_its_words(shown: Callable[..., Element]) -> None:
    key = a_picture(description="Not these words.").pk
    pictures = [
        (
            "picture",
            {
                "picture": {"image": Image.objects.get(pk=key), "decorative": decorative, "alt_text": words},
                "caption": "Harbour",
            },
        )
        for decorative, words in ((True, ""), (False, "Boats in a harbour."))
    ]
    article = shown(*pictures)
    assert [picture.attributes["alt"] for picture in article.all("img")] == ["", "Boats in a harbour."]
    assert [caption.text for caption in article.all("figcaption")] == ["Harbour", "Harbour"]


def test_a_picture_that_was_deleted_leaves_no_trace(shown: Callable[..., Element]) -> None:
    image = a_picture()
    picture = {"image": image, "decorative": True, "alt_text": ""}
    card = {"title": "Go", "address": "https://example.org/", "picture": picture}
    video = {"link": "https://vimeo.com/123456789", "title": "A", "length": "1 minute", "poster": image}
    blocks = [("picture", {"picture": picture, "caption": "Harbour"}), ("cards", {"cards": [card]}), ("video", video)]
    assert len(shown(*blocks).all("img")) == 3
    image.delete()
    article = again()
    assert not article.all("img")
    assert "Harbour" not in article.text
    assert {"Go", "A"} <= set(article.text.split())


def test_a_quotation_is_a_figure_with_the_role_as_its_caption(shown: Callable[..., Element]) -> None:
    quote = shown(("quote", {"words": "It helps.\n\nA <lot>.", "who": "Lead SENCo, primary"})).one("figure")
    assert [part.text for part in quote.one("blockquote").all("p")] == ["It helps.", "A <lot>."]
    assert quote.one("figcaption").text == "Lead SENCo, primary"


def test_sections_open_without_script_and_have_headings(shown: Callable[..., Element]) -> None:
    sections = [{"title": f"Question {number}", "text": RichText("<p>Answer</p>")} for number in (1, 2)]
    article = shown(H2, ("accordion", {"sections": sections}))
    assert [part.one("summary").one("h3").text for part in article.all("details")] == ["Question 1", "Question 2"]
    assert all(part.one("p").text == "Answer" for part in article.all("details"))


def test_a_card_that_leads_nowhere_is_not_shown(home: HomePage, shown: Callable[..., Element]) -> None:
    draft = ContentPageFactory.create(parent=home, live=False)
    live = ContentPageFactory.create(parent=home, slug="live")
    article = shown(
        H2, ("cards", {"cards": [{"title": "Draft", "page": draft.pk}, {"title": "Live", "page": live.pk}]})
    )
    assert [link.text for link in article.one(class_="cards").all("a")] == ["Live"]


def test_figures_are_a_list_of_names_with_what_they_are_and_where_they_come_from(
    shown: Callable[..., Element],
) -> None:
    figure = {"figure": "93%", "what": "answered in time", "source": "Funding team", "year": "2026"}
    row = shown(("figures", {"figures": [figure]})).one("dl").one("div")
    assert row.one("dt").text == "answered in time"
    assert [part.text for part in row.all("dd")] == ["93%", "Funding team, 2026"]


def test_bars_are_a_table_whose_longest_bar_is_whole(shown: Callable[..., Element]) -> None:
    bars = [
        {"label": "Sensory", "number": 1250},
        {"label": "Learning", "number": 2500.5},
        {"label": "None", "number": 0},
    ]
    about = {"title": "By need", "labels": "Need", "unit": "Pupils", "source": "Census, 2026"}
    table = shown(("bars", about | {"bars": bars})).one("table")
    assert table.one("caption").text == "By need"
    assert [row.one("th").attributes["scope"] for row in table.one("tbody").all("tr")] == ["row"] * 3
    assert [row.one(class_="num").text for row in table.one("tbody").all("tr")] == ["1,250", "2,500.5", "0"]
    assert [bar.attributes["width"] for bar in table.all("rect")] == ["50", "100", "0"]


def test_bars_of_nothing_at_all_are_drawn_too(shown: Callable[..., Element]) -> None:
    bars = [{"label": "A", "number": 0}, {"label": "B", "number": 0}]
    about = {"title": "T", "labels": "L", "unit": "U", "source": "S"}
    assert [bar.attributes["width"] for bar in shown(("bars", about | {"bars": bars})).all("rect")] == ["0", "0"]


class TestTheOutline:
    """Headings skip no level, whatever an editor puts first."""

    CONTACT = ("contact", {"title": "Helpline", "text": "", "phone": "01632 960 142", "email": "", "hours": ""})
    STEPS = ("steps", {"steps": [{"title": "Look", "text": RichText("<p>Well.</p>")}]})

    def levels(self, article: Element) -> list[str]:
        return [element.tag for element in article.all() if element.tag in ("h2", "h3", "h4")]

    def test_under_a_heading_of_the_text_blocks_have_the_third_level(self, shown: Callable[..., Element]) -> None:
        assert self.levels(shown(H2, self.STEPS, self.CONTACT)) == ["h2", "h3", "h3"]

    def test_under_the_title_of_the_page_they_are_raised_to_the_second(self, shown: Callable[..., Element]) -> None:
        article = shown(self.STEPS, H2, self.CONTACT)
        assert self.levels(article) == ["h2", "h2", "h3"]
        assert "h3" in article.all("h2")[0].classes

    def test_a_piece_of_news_keeps_to_it_too(self, home: HomePage) -> None:
        index = NewsIndexPageFactory.create(parent=home, slug="news")
        NewsPageFactory.create(parent=index, slug="item", body=[self.STEPS, self.CONTACT])
        article = read(Client().get("/news/item/").content.decode()).one("article")
        assert self.levels(article) == ["h2", "h2"]

"""Makes the public pages: first all of them as drafts, then their texts, which may link from any page to any other.

The history of each says that it was made here, so that it is known again when somebody has renamed, moved or deleted
it.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from home.models import HomePage
from home.pictures.making import make_sizes
from hub.demo.clusters import CLUSTERS
from hub.demo.diary import working_day_before
from hub.demo.images import Pictures
from hub.demo.kinds import kind_of
from hub.demo.markup import Block, blocks_of
from hub.demo.papers import Papers
from hub.demo.tree import Leaf
from hub.members.models import Person

_NAMESPACE = uuid.UUID("5f0c2f0e-5d2c-4a54-9d0d-7d1f0d3b8c52")
# Stands in the history of every page that was made here, with the name it has in the texts.
_MARK = "demonstration"
_GONE = 0
_GROUPS = {"primary": False, "secondary": True}


class Site:
    """The pages under the home page, as the texts speak of them: by the last part of their address."""

    def __init__(self, home: HomePage, pictures: Pictures, by: Person, today: date) -> None:
        self.home = home
        self.pictures = pictures
        self._papers = Papers(by)
        self._by = by
        self.today = today
        self._keys: dict[str, int] = {"": home.pk}

    def page(self, slug: str) -> int:
        """Return the key of a page. Raises KeyError if there is none."""
        return self._keys[slug]

    def document(self, name: str) -> int:
        """Return the key of a document. Raises KeyError if there is none."""
        return int(self._papers[name].pk)

    def picture(self, name: str, use: str = "body") -> Block:
        """Return a picture as an image block holds it, its sizes made. Raises KeyError if there is none."""
        image = self.pictures[name]
        make_sizes(image, use)
        return {"image": image.pk, "decorative": False, "alt_text": image.description}

    def tiles(self, group: str) -> list[Block]:
        """Return the tiles of the primary, secondary or (with an empty name) all clusters, each leading to its page.

        Raises KeyError for another group.
        """
        chosen = [cluster for cluster in CLUSTERS if not group or cluster.secondary == _GROUPS[group]]
        return [
            {
                "name": cluster.name,
                "about": cluster.size,
                "shape": cluster.shape,
                "hue": cluster.hue,
                "page": self.page(cluster.slug),
                "address": "",
            }
            for cluster in chosen
        ]

    def plant(self, leaves: Iterable[Leaf]) -> list[Leaf]:
        """Make a draft of each page that was never made; return those. What a person has deleted stays away."""
        once = PageLogEntry.objects.filter(action="wagtail.create", data__has_key=_MARK)
        made_before = {entry.data[_MARK]: entry.page_id for entry in once}
        made = []
        for leaf in leaves:
            parent = Page.objects.filter(pk=self._keys[leaf.parent]).first()
            if leaf.slug in made_before or parent is None:
                # A link to a page that is gone leads nowhere, as it does on every other page.
                self._keys[leaf.slug] = made_before.get(leaf.slug, _GONE)
                continue
            page = self._draft(leaf)
            parent.add_child(instance=page)
            log(page, "wagtail.create", user=self._by, data={_MARK: leaf.slug})
            self._keys[leaf.slug] = page.pk
            made.append(leaf)
        return made

    def write(self, leaf: Leaf) -> None:
        """Give a draft its text and publish it. Raises BadTextError when the text speaks of what there is not."""
        page = Page.objects.get(pk=self.page(leaf.slug)).specific
        kind_of(leaf).fill(page, leaf, blocks_of(leaf.text.body, self), self)
        self.publish(page, self._published_on(leaf))

    def publish(self, page: Page, day: date) -> None:
        """Publish a page by the publisher's hand, as if it had been on `day`."""
        revision = page.save_revision(user=self._by, log_action=True)
        revision.publish(user=self._by)
        moment = timezone.make_aware(datetime.combine(day, time(9, 30)))
        Revision.objects.filter(pk=revision.pk).update(created_at=moment)
        Page.objects.filter(pk=page.pk).update(
            first_published_at=moment, last_published_at=moment, latest_revision_created_at=moment
        )

    def _draft(self, leaf: Leaf) -> Page:
        facts, kind = leaf.text.facts, kind_of(leaf)
        page: Page = kind.model(
            title=leaf.text.title,
            slug=leaf.slug,
            owner=self._by,
            live=False,
            show_in_menus=facts.get("In the menu") == "yes",
            review_by=self._to_be_read_again(leaf),
            **{field: facts[fact] for field, fact in kind.facts.items() if fact in facts},
        )
        if leaf.is_news:
            page.date = self._published_on(leaf)
        return page

    def _to_be_read_again(self, leaf: Leaf) -> date | None:
        if "Kept by" not in leaf.text.facts:
            return None
        # Somewhere in the year to come, unless the text says in how many days, or how many days ago.
        days = int(leaf.text.facts.get("Review by", 40 + uuid.uuid5(_NAMESPACE, f"{leaf.slug}/again").int % 320))
        return self.today + timedelta(days=days)

    def _published_on(self, leaf: Leaf) -> date:
        if leaf.is_news:
            return working_day_before(self.today, int(leaf.text.facts["Days ago"]))
        # Guidance is looked at again now and then: somewhere in the past seven weeks.
        return working_day_before(self.today, 3 + uuid.uuid5(_NAMESPACE, leaf.slug).int % 47)


def remove_pages(home: HomePage) -> None:
    """Remove all pages under the home page, and the history of all pages."""
    for page in home.get_children():
        page.delete()
    home.revisions.all().delete()
    PageLogEntry.objects.all().delete()

"""Which pages somebody who works on the site has in hand."""

from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from hub.members.models import Person

MAY_WORK_ON = frozenset({"change", "publish"})


def pages_in_hand(person: Person) -> PageQuerySet:
    """Return the pages that this person may change or publish; reports and the dashboard speak of no others."""
    pages: PageQuerySet = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(person, MAY_WORK_ON)
    return pages


def page_in_hand(person: Person, pk: int) -> Page | None:
    """Return the page with this key, with its own type, if this person may change or publish it."""
    page: Page | None = pages_in_hand(person).filter(pk=pk).specific().first()
    return page

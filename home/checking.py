"""When pages and links are checked: a page as soon as it is published, all by night, an address when somebody asks."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.dispatch import receiver
from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.actions.checking import keep_findings
from home.models.checking import CheckedLink, LinkUse, PageCheck
from home.outside_links.rounds import ask_link, go_round, is_night
from hub.worker.chores import do_every

# Nobody waits for them at that moment, as people do for letters and the search.
CHECKS_CAN_WAIT = -20


@task(priority=CHECKS_CAN_WAIT)
def check_page(page: int) -> None:
    """Check one page as it is now."""
    found = Page.objects.filter(pk=page).first()
    if found:
        keep_findings(page=found)


@task(priority=CHECKS_CAN_WAIT)
def check_every_page() -> None:
    """Check every published page: what one links to may have changed without it."""
    live = Page.objects.live().filter(depth__gt=1)
    PageCheck.objects.exclude(page__in=live).delete()
    LinkUse.objects.exclude(page__in=live).delete()
    for page in live.iterator(chunk_size=50):
        keep_findings(page=page)


@task()
def check_link(link: int) -> None:
    """Check one link now: ask the other site, or read again the pages that lead to a page of ours."""
    found = CheckedLink.objects.filter(pk=link).first()
    if found is None:
        return
    if found.inside:
        for page in Page.objects.filter(pk__in=found.uses.values("page")):
            keep_findings(page=page)
    elif settings.LINK_CHECKS_ENABLED:
        ask_link(found)


@task()
def ask_some_links() -> None:
    """Ask a few other sites, by night."""
    if is_night():
        go_round()


# Wagtail has no hook for a page that is published by the clock or by the last step of an approval.
@receiver([page_published, page_unpublished], dispatch_uid="check-page")
def _page_changed(instance: Page, **kwargs: Any) -> None:
    key = instance.pk
    transaction.on_commit(lambda: check_page.enqueue(key))


do_every(timedelta(days=1), check_every_page)
do_every(timedelta(minutes=5), ask_some_links)

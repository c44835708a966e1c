"""The version of what guests see, raised by everything that changes it.

The version is the time stamp of one file, which every process of the machine can read without a query. With
several machines it is a number in the shared cache (Redis) that CACHE_URL names.
"""

import os
import time
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import BaseViewRestriction, Collection, Locale, Page, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

_SHARED_KEY = "guest-pages-version"
# Saving a draft touches these columns of the page and nothing that guests see.
_DRAFT_COLUMNS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "go_live_at",
        "expire_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)
_SHOWN: tuple[type[models.Model], ...] = (
    AbstractDocument,
    AbstractImage,
    BaseGenericSetting,
    BaseSiteSetting,
    BaseViewRestriction,
    Collection,
    Locale,
    Page,
    Redirect,
    Site,
)


def is_shared() -> bool:
    """Whether the cache is one that all machines share."""
    return "redis" in settings.CACHES["default"]["BACKEND"].lower()


def version() -> str:
    """Return the version of what guests see now."""
    if is_shared():
        return str(cache.get(_SHARED_KEY, 0))
    try:
        return str(settings.GUEST_PAGES_VERSION_FILE.stat().st_mtime_ns)
    except FileNotFoundError:
        return "0"


def raise_version() -> None:
    """Let no kept page be given any more. Called when a change is complete, so see `raise_version_on_commit`."""
    if is_shared():
        cache.set(_SHARED_KEY, time.time_ns(), None)
        return
    path = settings.GUEST_PAGES_VERSION_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    # Two changes within one tick of the file system's clock are two versions all the same.
    now = max(time.time_ns(), path.stat().st_mtime_ns + 1)
    os.utime(path, ns=(now, now))


def raise_version_on_commit() -> None:
    """Raise the version once the change that is being written can be seen by others."""
    transaction.on_commit(raise_version)


@receiver([page_published, page_unpublished, post_page_move, page_slug_changed], dispatch_uid="guest-pages")
def _page_changed(**kwargs: Any) -> None:
    raise_version_on_commit()


@receiver([post_save, post_delete], dispatch_uid="guest-pages-rows")
def _row_changed(sender: type[models.Model], update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
    if not issubclass(sender, _SHOWN):
        return
    if update_fields and issubclass(sender, Page) and _DRAFT_COLUMNS.issuperset(update_fields):
        return
    raise_version_on_commit()

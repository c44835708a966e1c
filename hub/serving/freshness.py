"""The version of what guests see, raised by everything that changes it.

The version is the time stamp of one file, which every process of the machine can read without a query. With
several machines it is a word in the shared cache (Redis) that CACHE_URL names.
"""

import os
import time
import uuid
from collections.abc import Iterable
from threading import Event
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import BaseViewRestriction, Collection, Locale, Page, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from hub.serving.caches import kept_pages
from hub.serving.release import release

_SHARED_KEY = "guest-pages-version"
# A change that the shared cache could not be told of, because it did not answer then.
_untold = Event()
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


class ShownToGuests(models.Model):
    """A model whose rows guests see, such as a snippet: each change of a row raises the version."""

    class Meta:
        abstract = True


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
    ShownToGuests,
    Site,
)


def is_shared() -> bool:
    """Whether the pages are kept where all machines see them."""
    return "redis" in settings.CACHES["pages"]["BACKEND"].lower()


def version() -> str:
    """Return the version of what guests see now. While a shared cache does not answer, never the same twice."""
    if is_shared():
        if _untold.is_set():
            raise_version()
        # A server that is short of memory may have forgotten it; the next must be one that never was before.
        return f"{release()}-{kept_pages.get_or_set(_SHARED_KEY, _new_version, None)}"
    try:
        return str(settings.GUEST_PAGES_VERSION_FILE.stat().st_mtime_ns)
    except FileNotFoundError:
        return "0"


def raise_version() -> None:
    """Let no kept page be given any more. Called when a change is complete, so see `raise_version_on_commit`."""
    if is_shared():
        _tell_all_machines()
        return
    path = settings.GUEST_PAGES_VERSION_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    # Two changes within one tick of the file system's clock are two versions all the same.
    now = max(time.time_ns(), path.stat().st_mtime_ns + 1)
    os.utime(path, ns=(now, now))


def _tell_all_machines() -> None:
    new = _new_version()
    _untold.clear()
    kept_pages.set(_SHARED_KEY, new, None)
    if kept_pages.get(_SHARED_KEY) != new:
        # Either it did not answer, or another change came in between; raising it once more does no harm.
        _untold.set()


def _new_version() -> str:
    return uuid.uuid4().hex


def raise_version_on_commit() -> None:
    """Raise the version once the change that is being written can be seen by others."""
    transaction.on_commit(raise_version)


def after_migrating(**kwargs: Any) -> None:
    """Forget what was kept of the database before: migrations change rows without telling anybody."""
    Site.clear_site_root_paths_cache()
    raise_version()


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

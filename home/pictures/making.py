"""Makes the sizes of pictures: when one is uploaded or changed, when a page lacks some, and after a restored backup."""

import logging
from collections.abc import Iterable
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django_tasks import task
from PIL.Image import DecompressionBombError
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter

from home.pictures.shown import Shown, focal_key, shown
from home.pictures.uses import specs_of
from hub.serving.freshness import raise_version_on_commit

logger = logging.getLogger(__name__)

# What reading a file that is gone, or is no picture, comes to in Pillow and Wagtail.
UNREADABLE = (OSError, SyntaxError, ValueError, DecompressionBombError)
_SHAPE = frozenset({"file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"})
_ASKED = "picture-sizes-asked"
# Letters and the search come first: a page shows what there is until a picture is made.
PICTURES_CAN_WAIT = -50
# A picture that cannot be made is not tried again by every reader.
_ASK_AGAIN_SECONDS = 600


def make_sizes(image: AbstractImage, *uses: str) -> int:
    """Make the sizes of a picture that are missing for these uses, or for all; return how many were made.

    One after the other, because a large picture takes much memory. What cannot be made is logged and left out. Raises
    KeyError for an unknown use.
    """
    made, problems = [], set()
    for spec in missing_specs(image, specs_of(*uses)):
        try:
            made.append(image.create_rendition(Filter(spec=spec)))
        except (*UNREADABLE, LookupError) as problem:
            # A format that this machine's Pillow cannot write is no reason to go without the others.
            problems.add(type(problem).__name__)
    if problems:
        logger.warning("picture %s cannot be made in all sizes: %s", image.pk, ", ".join(sorted(problems)))
    # Whoever has looked at the picture before has its earlier sizes in hand.
    getattr(image, "_prefetched_objects_cache", {}).pop("renditions", None)
    if made and _file_was_replaced(image):
        # They show the file before; the new one's own task may have counted them as made.
        for rendition in made:
            rendition.delete()
        make_picture_sizes.enqueue(image.pk)
        return 0
    if made:
        raise_version_on_commit()
    return len(made)


def _file_was_replaced(image: AbstractImage) -> bool:
    now = type(image).objects.filter(pk=image.pk).values_list("file", flat=True).first()
    return bool(now and now != image.file.name)


def missing_specs(image: AbstractImage, wanted: Iterable[str]) -> list[str]:
    """Return which of these sizes a picture lacks. A size whose file is gone is forgotten and counts as missing."""
    there = set()
    for rendition in type(image).get_rendition_model().objects.filter(image_id=image.pk):
        if rendition.file.storage.exists(rendition.file.name):
            there.add((rendition.filter_spec, rendition.focal_point_key))
        else:
            rendition.delete()
    return [spec for spec in wanted if (spec, focal_key(image, spec)) not in there]


def shown_now(image: AbstractImage, use: str, *, may_wait: bool = False) -> Shown | None:
    """Return what there is of a picture for a use, and have the background make what is missing.

    An editor who previews a page `may_wait` until it is made. Raises KeyError for an unknown use.
    """
    now = shown(image, use)
    if now and now.complete:
        return now
    if may_wait:
        make_sizes(image, use)
        return shown(image, use)
    ask_for_sizes()
    return now


@task(priority=PICTURES_CAN_WAIT)
def make_picture_sizes(key: int) -> None:
    """Make all sizes of the picture with this key, if it is still there."""
    image = get_image_model().objects.filter(pk=key).first()
    if image:
        make_sizes(image)


@task(priority=PICTURES_CAN_WAIT)
def make_missing_sizes() -> None:
    """Make all sizes that any picture lacks."""
    for image in get_image_model().objects.order_by("pk").iterator(chunk_size=100):
        make_sizes(image)


def ask_for_sizes() -> None:
    """Have the missing sizes of all pictures made soon. However many readers ask, it is enqueued once in a while."""
    if cache.add(_ASKED, "yes", _ASK_AGAIN_SECONDS):
        make_missing_sizes.enqueue()


# Pictures come by several forms of Wagtail's, by commands and by pages that are copied; a signal hears of all.
@receiver(post_save, dispatch_uid="picture-sizes")
def _picture_saved(
    sender: type, instance: Any, update_fields: Iterable[str] | None = None, raw: bool = False, **kwargs: Any
) -> None:
    if not issubclass(sender, AbstractImage) or raw or (update_fields and not _SHAPE.intersection(update_fields)):
        return
    transaction.on_commit(lambda: make_picture_sizes.enqueue(instance.pk))

"""What a page can show of a picture now: sizes that are made, found without making any and at no query of their own.

Pictures come with their sizes at hand (`renditions` prefetched) wherever a page may hold more than one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from home.pictures.uses import USES, Use, specs_of

_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Size:
    """A picture in one of its sizes, in pixels."""

    url: str
    width: int
    height: int

    @classmethod
    def of(cls, rendition: AbstractRendition) -> "Size":
        return cls(rendition.url, rendition.width, rendition.height)


@dataclass(frozen=True, slots=True)
class Source:
    """The sizes in a format that not every browser knows."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What goes into the markup. `complete` is false while sizes of the use are still to be made."""

    base: Size
    srcset: str
    sources: tuple[Source, ...]
    complete: bool


def shown(image: AbstractImage, name: str) -> Shown | None:
    """Return what there is of a picture for a use, or nothing if no size at all is made. Raises KeyError for no use.

    While sizes are missing, those of an earlier focal point stand in for them, and then those of other uses.
    """
    use = USES[name]
    made = _made(image)
    by_format = {kind: _sizes(image, use, kind, made) for kind in use.formats}
    complete = _is_complete(image, use, made)
    *better, fallback = use.formats
    base = by_format[fallback] or [size for kind in better for size in by_format[kind]]
    if not base:
        other = _any_other(made, fallback)
        return Shown(other, "", (), complete=False) if other else None
    sources = tuple(Source(_TYPES[kind], _srcset(by_format[kind])) for kind in better if by_format[kind])
    return Shown(base[0], _srcset(base) if len(base) > 1 else "", sources, complete)


def with_sizes(images: Iterable[AbstractImage | None]) -> None:
    """Put the sizes of all these pictures at hand, in one query; those that have them already are left alone."""
    prefetch_related_objects([image for image in images if image is not None], "renditions")


def read_with_sizes(keys: Iterable[int]) -> dict[int, AbstractImage]:
    """Return the pictures with these keys, their sizes at hand: one query, or two if some have no size yet."""
    model = get_image_model()
    wanted = set(keys)
    found: dict[int, AbstractImage] = {}
    sizes: dict[int, list[AbstractRendition]] = {}
    renditions = model.get_rendition_model().objects.filter(image__in=wanted)
    for rendition in renditions.select_related("image"):
        image = found.setdefault(rendition.image_id, rendition.image)
        sizes.setdefault(image.pk, []).append(rendition)
    without = wanted - found.keys()
    if without:
        found |= model.objects.in_bulk(without)
    for image in found.values():
        # Where Django keeps what it has read ahead; all is known already, so nothing is asked for again.
        at_hand = renditions.all()
        at_hand._result_cache, at_hand._prefetch_done = sizes.get(image.pk, []), True  # noqa: SLF001
        image._prefetched_objects_cache = {"renditions": at_hand}  # noqa: SLF001
    return found


def focal_key(image: AbstractImage, spec: str) -> str:
    """Return the name under which a size is kept for the focal point that the picture has now."""
    return str(Filter(spec=spec).get_cache_key(image))


def _made(image: AbstractImage) -> dict[str, dict[str, AbstractRendition]]:
    with_sizes([image])
    made: dict[str, dict[str, AbstractRendition]] = {}
    for rendition in sorted(image.renditions.all(), key=lambda row: row.pk):
        made.setdefault(rendition.filter_spec, {})[rendition.focal_point_key] = rendition
    return made


def _is_complete(image: AbstractImage, use: Use, made: dict[str, dict[str, AbstractRendition]]) -> bool:
    return all(focal_key(image, spec) in made.get(spec, {}) for spec in use.specs())


def _sizes(image: AbstractImage, use: Use, kind: str, made: dict[str, dict[str, AbstractRendition]]) -> list[Size]:
    found: dict[int, Size] = {}
    for size in use.sizes:
        spec = use.spec(kind, size)
        kept = made.get(spec)
        if kept:
            rendition = kept.get(focal_key(image, spec)) or list(kept.values())[-1]
            # A small picture is not made larger, so several sizes of it may be one.
            found.setdefault(rendition.width, Size.of(rendition))
    return list(found.values())


def _any_other(made: dict[str, dict[str, AbstractRendition]], fallback: str) -> Size | None:
    others = [spec for spec in specs_of() if f"format-{fallback}|" in spec and spec in made]
    return Size.of(list(made[others[0]].values())[-1]) if others else None


def _srcset(sizes: list[Size]) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)

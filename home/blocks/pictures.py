"""Pictures, each with words for those who cannot see it."""

import copy
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.images.models import AbstractImage

from home.blocks import examples
from home.pictures.shown import read_with_sizes

# The names under which blocks keep the key of a picture.
_KEPT_AS = frozenset({"image", "poster"})


class Shelf:
    """The pictures of one stream, read together, sizes and all, the first time that one of them is asked for."""

    def __init__(self) -> None:
        self.keys: set[int] = set()
        self._pictures: dict[int, AbstractImage] | None = None

    def picture(self, key: int) -> AbstractImage | None:
        """Return the picture with this key, a copy for each that asks; nothing if it was deleted."""
        if self._pictures is None:
            self._pictures = read_with_sizes(self.keys)
        kept = self._pictures.get(key)
        # Each place on the page has its own words for a picture.
        return copy.copy(kept) if kept else None


class ShelvedKey(int):
    """The key of a picture that knows on which shelf it stands."""

    shelf: Shelf


def put_on_shelf(raw: Any, shelf: Shelf) -> Any:
    """Return `raw`, what the database keeps of a stream, with the keys of its pictures put on `shelf`."""
    if isinstance(raw, list):
        return [put_on_shelf(item, shelf) for item in raw]
    if not isinstance(raw, dict):
        return raw
    return {
        name: _shelved(item, shelf) if name in _KEPT_AS and type(item) is int else put_on_shelf(item, shelf)
        for name, item in raw.items()
    }


def _shelved(key: int, shelf: Shelf) -> ShelvedKey:
    shelved = ShelvedKey(key)
    shelved.shelf = shelf
    shelf.keys.add(key)
    return shelved


class ShelvedPictureBlock(ImageChooserBlock):
    """A picture alone, read with all others of its stream."""

    def bulk_to_python(self, values: Any) -> list[AbstractImage | None]:
        keys = list(values)
        if all(key is None or isinstance(key, ShelvedKey) for key in keys):
            return [key if key is None else key.shelf.picture(key) for key in keys]
        found: list[AbstractImage | None] = super().bulk_to_python(keys)
        return found


class DescribedPictureBlock(ImageBlock):
    """A picture with words that stand for it, or the promise that it is decoration."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        parts = {
            "image": ShelvedPictureBlock(required=required, label="Picture"),
            "decorative": BooleanBlock(
                required=False,
                label="Only decoration",
                help_text="Tick this if the page says the same without the picture",
            ),
            "alt_text": CharBlock(
                required=False,
                label="Alternative text",
                help_text="What the picture tells, for those who cannot see it. Begin with what matters, without "
                "'Picture of'.",
            ),
        }
        for name, block in parts.items():
            block.set_name(name)
            self.child_blocks[name] = block

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except StructBlockValidationError as problem:
            if "alt_text" not in problem.block_errors:
                raise
            sentence = "Say what the picture tells, or tick that it is only decoration."
            raise StructBlockValidationError({"alt_text": ValidationError(sentence)}) from problem


class PictureBlock(StructBlock):
    """A picture with words for those who cannot see it."""

    picture = DescribedPictureBlock()
    caption = CharBlock(
        max_length=200, required=False, help_text="Stands under the picture, for everybody. It does not repeat the text"
    )

    class Meta:
        icon = "image"
        template = "home/blocks/picture.html"
        description = "A picture at the width of the text, with a caption under it."
        preview_value = examples.PICTURE

"""The block for a picture on a page: Wagtail's, with the sizes of all pictures of the page at hand."""

from typing import Any

from wagtail.images.blocks import ImageBlock

from home.pictures.shown import with_sizes


class PageImageBlock(ImageBlock):
    """A picture with words for those who cannot see it. However many stand on a page, their sizes are one query."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        images: list[Any] = super().bulk_to_python(values)
        with_sizes(images)
        return images

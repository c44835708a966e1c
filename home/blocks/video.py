"""A video that stands elsewhere, kept as a link."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, StructValue, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks import examples
from home.blocks.links import PageKeyBlock, address_of_page
from home.blocks.passages import PLAIN
from home.blocks.pictures import ShelvedPictureBlock
from home.videos import Video, video_at


class VideoValue(StructValue):
    """A video by its link."""

    @property
    def video(self) -> Video | None:
        """The video that the link leads to."""
        return video_at(str(self.get("link") or ""))

    @property
    def words_address(self) -> str:
        """Where the words of the video can be read, if that is a page of ours that everybody may see."""
        return address_of_page(self.get("words_page"))


class VideoBlock(StructBlock):
    """A video that plays when it is pressed, and asks nothing of the host before."""

    link = URLBlock(
        label="Address of the video",
        help_text="On YouTube or Vimeo, such as https://vimeo.com/123456789. The video must have captions.",
    )
    title = CharBlock(max_length=100, help_text="What the video shows")
    length = CharBlock(max_length=30, help_text="Such as '4 minutes', so that people know before they press")
    poster = ShelvedPictureBlock(
        required=False, label="Picture", help_text="Stands there until the video is pressed. It is decoration."
    )
    words_page = PageKeyBlock(
        required=False,
        label="Page where the words can be read",
        help_text="Recommended: many people read rather than watch, and some cannot hear or see a video",
    )
    words = RichTextBlock(required=False, features=PLAIN, label="Or the words themselves")

    class Meta:
        icon = "media"
        template = "home/blocks/video.html"
        value_class = VideoValue
        description = (
            "A video on YouTube or Vimeo. Nothing is loaded from there, and no cookie set, until a reader presses it."
        )
        preview_value = examples.VIDEO

    def clean(self, value: StructValue) -> StructValue:
        value = super().clean(value)
        errors: dict[str, Any] = {}
        if value.get("link") and not value.video:
            sentence = "Give the address of one video on YouTube or Vimeo, as it stands in the browser when it plays."
            errors["link"] = ValidationError(sentence)
        if value.get("words_page") and value.get("words"):
            errors["words"] = ValidationError("Choose a page or write the words here, not both.")
        if errors:
            raise StructBlockValidationError(errors)
        return value

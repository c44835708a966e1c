"""The form that pictures are uploaded with: it looks into the file and says in plain words what is wrong with it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.pictures.making import UNREADABLE
from hub.files.words import size_in_words

_BROKEN = "This picture cannot be opened: the file is damaged or is not a picture. Save it again and upload it again."
_KINDS = "JPEG, PNG, WebP or GIF"
# The only ones that Pillow may try here; some of its others start programs.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


class PictureField(WagtailImageField):
    """Wagtail's field. What has too many dots is refused before it is unpacked, what is damaged without a fault."""

    def to_python(self, data: Any) -> Any:
        """Return the picture. Raises ValidationError with a plain sentence if it is none."""
        if isinstance(data, UploadedFile) and data.size and data.size <= (self.max_upload_size or data.size):
            self._check_dots(data)
        try:
            return super().to_python(data)
        except UNREADABLE:
            raise ValidationError(_BROKEN, code="invalid_image") from None

    def _check_dots(self, file: UploadedFile[Any]) -> None:
        try:
            with Image.open(file, formats=_FORMATS) as image:
                width, height = image.size
        except UnidentifiedImageError:
            # What it is instead is found out next.
            return
        except UNREADABLE:
            raise ValidationError(_BROKEN, code="invalid_image") from None
        finally:
            file.seek(0)
        if width * height > self.max_image_pixels:
            raise ValidationError(self.error_messages["file_too_many_pixels"], code="file_too_many_pixels")


class PictureForm(BaseImageForm):
    """Wagtail's form, stricter and plainer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = self.fields.get("file")
        if plain:
            field = PictureField(label=plain.label, required=plain.required, widget=plain.widget)
            field.help_text = f"{_KINDS}, at most {size_in_words(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)}"
            field.error_messages |= _sentences()
            self.fields["file"] = field

    def save(self, commit: bool = True) -> Any:
        """Save the picture; what follows waits until the sizes of a replaced file are gone as well."""
        with transaction.atomic():
            return super().save(commit=commit)

    def _post_clean(self) -> None:
        # A file that was refused is not there; to say that it also lacks an ending would puzzle.
        if not self.has_error("file"):
            super()._post_clean()


def _sentences() -> dict[str, str]:
    largest = size_in_words(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    too_large = f"This picture is too large: a file may have at most {largest}. Save a smaller copy and upload that."
    return {
        "invalid_image": _BROKEN,
        "invalid_image_extension": f"This kind of picture cannot be shown. Save it as {_KINDS} and upload it again.",
        "invalid_image_known_format": "This file is called .%(extension)s but holds another kind of picture. "
        f"Save it as {_KINDS} and upload it again.",
        "file_too_large": too_large,
        "file_too_large_unknown_size": too_large,
        "file_too_many_pixels": "This picture is too large: it has more than "
        f"{settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000} million dots. "
        "Save a copy no wider than 5,000 dots and upload that.",
    }

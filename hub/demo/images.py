"""Puts the drawn pictures among the site's images, and takes them away again."""

from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from wagtail.images.models import Image

from home.metadata import CARD
from hub.demo.pictures import PICTURES, drawn
from hub.members.models import Person

_FOLDER = "original_images"


class Pictures:
    """The pictures by name. Each is drawn and kept the first time that it is asked for."""

    def __init__(self, seed: int, by: Person) -> None:
        self._seed = seed
        self._by = by
        self._pictures = {picture.name: picture for picture in PICTURES}

    def __getitem__(self, name: str) -> Image:
        picture = self._pictures[name]
        # Editors may rename an image; its file keeps the name it was given here.
        kept: Image | None = Image.objects.filter(file__startswith=f"{_FOLDER}/{_file_name(name)}").first()
        if kept:
            return kept
        file = ContentFile(drawn(picture, self._seed), name=f"{_file_name(name)}.png")
        image = Image(title=picture.title, description=picture.description, uploaded_by_user=self._by, file=file)
        image.save()
        # Editors who upload the same picture again are told so.
        image.get_file_hash()
        return image


def make_sizes(image: Image, *templates: str) -> None:
    """Make the sizes of an image in which `templates` show it, so that its first reader need not wait for them."""
    for template in templates:
        render_to_string(template, {"picture": image, "value": {"picture": image}})


def make_card(image: Image) -> None:
    """Make the size in which a link to a page shows its picture elsewhere."""
    image.get_rendition(CARD)


def remove_pictures() -> None:
    """Remove the images that were drawn here. The worker removes their files afterwards."""
    for picture in PICTURES:
        for image in Image.objects.filter(file__startswith=f"{_FOLDER}/{_file_name(picture.name)}"):
            image.delete()


def _file_name(name: str) -> str:
    return f"northmere-{name}"

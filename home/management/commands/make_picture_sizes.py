"""`manage.py make_picture_sizes`: make the sizes that pages show, for pictures that came without them."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm
from wagtail.images import get_image_model

from home.pictures.making import make_sizes, missing_specs
from home.pictures.uses import specs_of


class Command(BaseCommand):
    help = "Make the sizes of all pictures that pages show and that are missing, such as after a restored backup."

    def handle(self, *args: Any, **options: Any) -> None:
        images = get_image_model().objects.order_by("pk")
        made, unreadable = 0, []
        silent = options["verbosity"] == 0
        for image in tqdm(
            images.iterator(chunk_size=100), total=images.count(), desc="Pictures", unit="picture", disable=silent
        ):
            made += make_sizes(image)
            if missing_specs(image, specs_of()):
                unreadable.append(image)
        if not silent:
            self.stdout.write(f"{made} sizes made.")
        for image in unreadable:
            self.stderr.write(f"Picture {image.pk} ({image.title}) cannot be read: {image.file.name}")

"""Pictures made for tests, and the way in which an editor's browser uploads them."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Pillow

RED, BLUE = (200, 30, 30), (30, 30, 200)


def drawn(size: tuple[int, int] = (64, 40), mode: str = "RGB", kind: str = "JPEG", **more: Any) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    picture = Pillow.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    file = BytesIO()
    picture.convert(mode).save(file, kind, **more)
    return file.getvalue()


def upload(browser: Client, name: str, data: bytes) -> dict[str, Any]:
    """Upload a picture as the page for several does; return what it answers."""
    answer = browser.post(
        reverse("wagtailimages:add_multiple"), {"files[]": SimpleUploadedFile(name, data), "title": "Halves"}
    )
    told: dict[str, Any] = answer.json()
    return told

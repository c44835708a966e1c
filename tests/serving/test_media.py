"""Which uploads have an address, and which never do."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from wagtail_factories import DocumentFactory, ImageFactory


def test_a_picture_in_the_size_of_a_page_is_served_and_may_be_kept_for_long(db: None, client: Client) -> None:
    rendition = ImageFactory.create().get_rendition("width-20")
    answer = client.get(rendition.url)
    assert answer.status_code == 200
    with default_storage.open(rendition.file.name) as file:
        assert b"".join(answer) == file.read()
    assert answer["Content-Type"] == "image/jpeg"
    assert "immutable" in answer["Cache-Control"]


def test_the_original_of_a_picture_has_no_address(db: None, client: Client) -> None:
    picture = ImageFactory.create()
    assert default_storage.exists(picture.file.name)
    assert client.get(picture.file.url).status_code == 404


def test_a_document_has_no_address_past_the_check_of_who_asks(db: None, client: Client) -> None:
    document = DocumentFactory.create()
    assert default_storage.exists(document.file.name)
    assert client.get(document.file.url).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/../original_images/secret.txt",
        "images/%2e%2e/original_images/secret.txt",
        "images/..%2foriginal_images/secret.txt",
        "images//../original_images/secret.txt",
        "images/../../secret.txt",
        "images/",
        "images/folder/",
        "",
    ],
)
def test_no_detour_leads_to_other_files_or_to_a_list_of_them(db: None, client: Client, path: str) -> None:
    default_storage.save("original_images/secret.txt", ContentFile(b"a secret"))
    default_storage.save("images/folder/picture.txt", ContentFile(b"a picture"))
    Path(settings.MEDIA_ROOT, "../secret.txt").write_text("a secret")
    answer = client.get(f"/media/{path}")
    assert answer.status_code in (301, 302, 400, 404)
    assert b"secret" not in b"".join(answer)

"""Documents: what editors may upload, what they are told, and how readers are sent them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from hub.files.kinds import KINDS
from hub.members.models import Person
from tests.files.samples import WEB_PAGE, pdf, sound_files

Browser = Callable[[Person], Client]
SOUND = sound_files()


@pytest.fixture
def editor(helen: Person, signed_in: Browser) -> Client:
    """A publisher's browser."""
    return signed_in(helen)


def upload(browser: Client, name: str, data: bytes, **more: str) -> dict[str, Any]:
    """Upload a file as the page for several files does; return what it answers."""
    answer = browser.post(
        reverse("wagtaildocs:add_multiple"), {"files[]": SimpleUploadedFile(name, data), "title": "Plan", **more}
    )
    told: dict[str, Any] = answer.json()
    return told


def kept(name: str, data: bytes, **more: Any) -> Document:
    """Keep a document without looking into it, as older versions did."""
    document: Document = Document.objects.create(title="Plan", file=ContentFile(data, name), **more)
    return document


@pytest.mark.parametrize("ending", KINDS)
def test_every_kind_can_be_uploaded_and_keeps_its_title_and_size(editor: Client, ending: str) -> None:
    assert upload(editor, f"plan.{ending}", SOUND[ending])["success"]
    document = Document.objects.get()
    assert (document.title, document.file_size) == ("Plan", len(SOUND[ending]))
    shown = Template("{% load documents %}{{ document|file_words }}").render(Context({"document": document}))
    assert shown == f"{KINDS[ending].name}, 1 KB"


def test_a_web_page_in_disguise_is_refused_with_one_plain_sentence(editor: Client) -> None:
    told = upload(editor, "plan.pdf", WEB_PAGE)
    assert told == {
        "success": False,
        "error_message": "This file is called .pdf but holds a web page. Save it as PDF and upload it again.",
    }
    assert not Document.objects.exists()


def test_a_kind_that_is_not_taken_in_is_refused_with_one_plain_sentence(editor: Client) -> None:
    said = upload(editor, "plan.html", WEB_PAGE)["error_message"]
    assert said.startswith("Files called .html cannot be uploaded here. Save it as one of .csv, .docx")
    assert "\n" not in said


def test_a_file_that_is_too_large_is_refused_with_its_limit(editor: Client, settings: Settings) -> None:
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 2048
    said = upload(editor, "plan.pdf", pdf() + b"\n" * 4096)["error_message"]
    assert said == (
        "This file is too large: it may have at most 2 KB. Make its pictures smaller or split it, and upload it again."
    )


def test_the_limit_is_twenty_megabytes() -> None:
    assert settings.WAGTAILDOCS_MAX_UPLOAD_SIZE == settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE == 20 * 1024 * 1024


def test_a_document_is_replaced_only_by_one_that_is_sound(editor: Client) -> None:
    upload(editor, "plan.pdf", pdf())
    document = Document.objects.get()
    edit = reverse("wagtaildocs:edit", args=[document.pk])

    answer = editor.post(edit, {"title": "Plan", "file": SimpleUploadedFile("new.pdf", WEB_PAGE)})
    assert "holds a web page" in answer.content.decode()
    document.refresh_from_db()
    assert document.filename == "plan.pdf"

    answer = editor.post(edit, {"title": "Plan", "file": SimpleUploadedFile("new.pdf", pdf(title=True))})
    assert answer.status_code == 302
    document.refresh_from_db()
    assert document.filename == "new.pdf"

    assert editor.post(edit, {"title": "Another title"}).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.filename) == ("Another title", "new.pdf")


def test_a_chooser_looks_into_the_file_as_well(editor: Client) -> None:
    answer = editor.post(
        reverse("wagtaildocs_chooser:create"),
        {"document-chooser-upload-title": "Plan", "document-chooser-upload-file": SimpleUploadedFile("a.pdf", b"x")},
    )
    assert "holds something else" in answer.content.decode()
    assert not Document.objects.exists()


def test_an_editor_is_told_what_keeps_people_from_reading_a_pdf_but_may_keep_it(editor: Client) -> None:
    form = upload(editor, "plan.pdf", pdf(title=True))["form"]
    assert "it has no tags and no language. If you can, publish its words as a web page" in form
    edit = editor.get(reverse("wagtaildocs:edit", args=[Document.objects.get().pk])).content.decode()
    assert "it has no tags and no language" in edit


def test_a_pdf_for_everybody_needs_no_advice_nor_does_one_that_is_gone(editor: Client) -> None:
    form = upload(editor, "plan.pdf", pdf(tagged=True, language=True, title=True))["form"]
    assert "Some people" not in form
    document = Document.objects.get()
    document.file.storage.delete(document.file.name)
    assert editor.get(reverse("wagtaildocs:edit", args=[document.pk])).status_code == 200


@pytest.mark.parametrize("ending", KINDS)
def test_a_document_is_sent_as_what_it_is_and_may_do_nothing(db: None, client: Client, ending: str) -> None:
    answer = client.get(kept(f"plan.{ending}", SOUND[ending]).url)
    assert answer.status_code == 200
    assert b"".join(answer) == SOUND[ending]
    assert answer["Content-Type"] == KINDS[ending].content_type
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    if ending == "pdf":
        assert answer["Content-Disposition"].startswith("inline")
    else:
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["Content-Security-Policy"].startswith("sandbox;")


@pytest.mark.parametrize("name", ["old.html", "old.svg", "old.xml", "old.js", "old"])
def test_an_older_file_of_another_kind_is_never_shown_as_a_page(db: None, client: Client, name: str) -> None:
    answer = client.get(kept(name, WEB_PAGE).url)
    assert b"".join(answer) == WEB_PAGE
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_a_document_for_members_is_not_sent_to_guests_whatever_they_ask_for(db: None, client: Client) -> None:
    collection = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    document = kept("plan.txt", b"a secret", collection=collection)
    assert client.get(document.url).status_code == 302
    assert client.head(document.url).status_code == 302
    assert client.post(document.url).status_code == 405
    for address in (f"/documents/{document.pk}/", f"/documents/{document.pk}/x.txt", "/documents/../media/plan.txt"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "documents/secret.pdf",
        "Documents/secret.pdf",
        "images/../documents/secret.pdf",
        "images/%2e%2e/documents/secret.pdf",
        "images/..%2fdocuments/secret.pdf",
        "images/..%5cdocuments/secret.pdf",
        "images/%252e%252e/documents/secret.pdf",
        "images/./../documents/secret.pdf",
        "IMAGES/../documents/secret.pdf",
        "/documents/secret.pdf",
        "documents%2fsecret.pdf",
        "images/%00/../../documents/secret.pdf",
    ],
)
def test_no_address_of_pictures_leads_to_a_document(db: None, client: Client, path: str) -> None:
    default_storage.save("documents/secret.pdf", ContentFile(b"a secret"))
    answer = client.get(f"/media/{path}")
    assert answer.status_code in (301, 302, 400, 404)
    assert b"a secret" not in b"".join(answer)

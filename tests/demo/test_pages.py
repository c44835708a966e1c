"""The demonstration's pages are complete: nothing invalid, no dead ends, nothing that belongs to the real world."""

import re
from collections.abc import Iterator

from django.test import Client
from wagtail.blocks import StreamValue
from wagtail.documents.models import Document
from wagtail.fields import StreamField
from wagtail.images.models import Image
from wagtail.models import Page

from home.models import ContentPage, HomePage, NewsPage
from hub.demo.clusters import CLUSTERS
from hub.demo.front_page import FOOTER
from hub.demo.paper_files import pdf_file
from tests.demo.conftest import Demonstration

_HREF = re.compile(r'<a [^>]*href="(/[^"#?]*)')
_SOURCE = re.compile(r'(?:src|srcset)="(/media/[^"]+)"')
_EMAIL = re.compile(r"[\w.+-]+@([\w.-]+\w)")
_PHONE = re.compile(r"\b0[1-9]\d[\d ]{6,}\d\b")
_MENU = ["About clusters", "Help for schools", "Find a cluster", "Meeting dates", "Guidance and templates", "News"]


def all_pages() -> Iterator[Page]:
    yield from HomePage.objects.get().get_descendants(inclusive=True).specific()


def number_of_words(body: StreamValue) -> int:
    return len(" ".join(body.stream_block.get_searchable_content(body)).split())


def test_every_block_of_every_page_is_one_that_an_editor_could_have_made(demonstration: Demonstration) -> None:
    cleaned = 0
    for page in all_pages():
        page.full_clean()
        for field in page._meta.fields:
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))
                cleaned += len(getattr(page, field.name))
    assert cleaned > 200


def test_guests_can_read_every_page_see_every_picture_and_follow_every_link(demonstration: Demonstration) -> None:
    guest = Client()
    links, pictures = {"/"}, set()
    asked: dict[str, int] = {}
    while links - asked.keys():
        link = (links - asked.keys()).pop()
        answer = guest.get(link)
        asked[link] = answer.status_code
        if link.startswith(("/account/", "/search/")):
            continue
        if link.startswith("/documents/"):
            assert answer.getvalue(), link
            continue
        html = answer.content.decode()
        links |= set(_HREF.findall(html))
        pictures |= {part.split()[0] for source in _SOURCE.findall(html) for part in source.split(",")}
    assert {link: status for link, status in asked.items() if status != 200} == {}
    assert {page.url for page in all_pages()} <= asked.keys()
    assert len(pictures) >= 10
    for address in pictures:
        answer = guest.get(address)
        assert answer.status_code == 200, address
        # Reading it to the end closes the file.
        assert answer.getvalue(), address


def test_every_page_has_been_published_and_says_when_and_by_whom(demonstration: Demonstration) -> None:
    pages = list(all_pages())
    assert len(pages) >= 40
    for page in pages:
        assert page.live, page
        assert not page.has_unpublished_changes, page
        assert page.last_published_at, page
        assert page.latest_revision.user.email == "helen.marsh@example.org", page


def test_every_page_has_text_worth_reading(demonstration: Demonstration) -> None:
    for page in ContentPage.objects.all():
        assert page.lead, page
        assert page.looked_after_by, page
        assert number_of_words(page.body) > 90, page
    for piece in NewsPage.objects.all():
        assert number_of_words(piece.body) > 70, piece


def test_the_menu_and_the_footer_lead_where_people_expect(demonstration: Demonstration) -> None:
    home = HomePage.objects.get()
    assert [page.title for page in home.get_children().in_menu()] == _MENU
    html = Client().get("/").content.decode()
    foot = html[html.index("<footer") :]
    assert [slug for slug in FOOTER if f'href="/{slug}/"' not in foot] == []


def test_each_of_the_twelve_clusters_has_a_page_and_a_badge_of_its_own(demonstration: Demonstration) -> None:
    home = HomePage.objects.get()
    assert len(CLUSTERS) == len(home.tiles) == 12
    assert len({cluster.shape for cluster in CLUSTERS}) == 12
    assert [tile.value.href for tile in home.tiles] == [f"/find-a-cluster/{cluster.slug}/" for cluster in CLUSTERS]


def test_every_picture_is_described_and_small(demonstration: Demonstration) -> None:
    images = list(Image.objects.all())
    assert len(images) == 6
    for image in images:
        assert image.description.endswith("."), image
        assert (image.width, image.height) == (1600, 1000)
        assert image.file.size < 60_000, image


def test_every_document_is_a_file_that_opens(demonstration: Demonstration) -> None:
    documents = list(Document.objects.all())
    assert len(documents) >= 4
    for document in documents:
        document.full_clean()
        with document.open_file() as file:
            content = file.read()
        assert document.file_size == len(content) < 20_000, document
        start = {"pdf": b"%PDF-1.4\n", "csv": b"\xef\xbb\xbf"}[document.file_extension]
        assert content.startswith(start), document


def test_the_pages_of_pdf_documents_find_their_parts() -> None:
    file = pdf_file("A (title)", "One line.", "Another \\ line.")
    start = int(file.split(b"startxref\n")[1].split()[0])
    places = [int(line[:10]) for line in file[start:].splitlines() if line.endswith(b"00000 n ")]
    assert [file[place:].split(b" ")[0] for place in places] == [b"1", b"2", b"3", b"4", b"5", b"6", b"7"]
    assert rb"(A \(title\)) Tj" in file
    assert file == pdf_file("A (title)", "One line.", "Another \\ line.")


def test_addresses_and_telephone_numbers_lead_nowhere_real(demonstration: Demonstration) -> None:
    everything = "\n".join(page.to_json() for page in all_pages())
    domains = set(_EMAIL.findall(everything))
    assert domains == {"northmere.example"}
    phones = _PHONE.findall(everything)
    assert len(phones) > 20
    assert [phone for phone in phones if not re.fullmatch(r"01632 960 \d{3}", phone)] == []

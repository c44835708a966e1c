"""Pictures: in which sizes pages show them, who makes these when, and what a page shows until then."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from PIL import ExifTags
from PIL import Image as Pillow
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks
from wagtail.images.models import Image, Rendition

from home.models import HomePage
from home.pictures.making import make_missing_sizes, make_picture_sizes, make_sizes, missing_specs
from home.pictures.shown import shown
from home.pictures.uses import USES, specs_of
from hub.members.models import Person
from hub.serving.freshness import version
from tests.factories.pages import ContentPageFactory
from tests.home.drawn_pictures import BLUE, RED, drawn, upload

Browser = Callable[[Person], Client]


def uploaded(data: bytes, name: str = "a.jpg", **more: Any) -> Image:
    """Put a picture among the site's."""
    image: Image = Image.objects.create(title="Two halves", file=ContentFile(data, name), **more)
    return image


def size_of(image: Image, spec: str) -> Pillow.Image:
    """Return a size that was made."""
    rendition = Rendition.objects.get(image=image, filter_spec=spec)
    with rendition.file.open("rb") as file:
        picture = Pillow.open(BytesIO(file.read()))
    picture.load()
    return picture


def is_red(picture: Pillow.Image, place: tuple[int, int]) -> bool:
    """Whether there is much red at this place and little blue."""
    red, _green, blue = picture.convert("RGB").crop((*place, place[0] + 1, place[1] + 1)).tobytes()
    return red > 128 > blue


def markup(image: Image | None, use: str, arguments: str = "", **context: Any) -> str:
    """Return what a template makes of a picture."""
    template = Template(f'{{% load pictures %}}{{% page_picture image use="{use}" {arguments} %}}')
    return template.render(Context({"image": Image.objects.get(pk=image.pk) if image else None, **context}))


@pytest.fixture
def editor(helen: Person, signed_in: Browser) -> Client:
    """A publisher's browser."""
    return signed_in(helen)


def enqueued() -> list[tuple[str, list[Any]]]:
    """Return what is waiting for a worker about pictures."""
    rows = DBTaskResult.objects.filter(task_path__startswith="home.pictures.").order_by("enqueued_at")
    return [(row.task_path.rpartition(".")[2], row.args_kwargs["args"]) for row in rows]


# The markup


@pytest.mark.parametrize("use", USES)
def test_a_picture_is_shown_in_every_size_of_its_use(db: None, use: str) -> None:
    image = uploaded(drawn((1500, 1000)))
    make_sizes(image, use)
    page = markup(image, use)
    for size in USES[use].sizes:
        assert size in page
    assert re.search(r'<img src="/media/images/\S+\.(jpg|png)"', page)
    assert 'alt="Two halves"' in page
    assert re.search(r'width="\d+" height="\d+"', page)
    assert ('fetchpriority="high"' in page) != ('loading="lazy"' in page)
    assert ("<source" in page) == (len(USES[use].formats) > 1)


def test_a_template_can_say_what_stands_in_for_the_picture_and_how_it_is_fetched(db: None) -> None:
    image = uploaded(drawn())
    make_sizes(image, "card")
    page = markup(image, "card", 'alt=words loading="eager"', words="A <b> door")
    assert 'alt="A &lt;b&gt; door"' in page
    assert 'loading="eager"' in page


def test_the_words_an_editor_gave_on_the_page_come_before_the_pictures_own(home: HomePage, client: Client) -> None:
    image = uploaded(drawn(), description="Words of the picture")
    make_sizes(image, "body")
    for decorative, alt, words in ((False, "Words of the page", "Words of the page"), (True, "", "")):
        block = {"image": image.pk, "decorative": decorative, "alt_text": alt}
        page = ContentPageFactory.create(parent=home)
        page.body = [{"type": "picture", "value": {"picture": block, "caption": ""}}]
        page.save()
        assert f'alt="{words}"' in client.get(page.url).content.decode()


def test_a_small_picture_is_not_made_larger_nor_named_twice(db: None) -> None:
    image = uploaded(drawn((300, 200)))
    make_sizes(image, "body")
    page = markup(image, "body")
    assert page.count("300w") == 1
    assert 'width="300" height="200"' in page


def test_no_picture_is_no_markup(db: None) -> None:
    assert markup(None, "body") == ""


def test_a_place_for_one_address_gets_the_sharing_picture(db: None) -> None:
    image = uploaded(drawn((1600, 1000)))
    template = Template('{% load pictures %}{% picture_size image use="share" as it %}{{ it.url }} {{ it.width }}')
    assert template.render(Context({"image": image})).strip() == ""
    make_sizes(image, "share")
    assert template.render(Context({"image": image})).endswith(".jpg 1200")


# Until the sizes are made


def test_a_reader_never_waits_for_a_picture_and_reads_its_words_until_it_is_there(home: HomePage) -> None:
    image = uploaded(drawn(), description="Two halves, red and blue")
    page = ContentPageFactory.create(parent=home, body=[("picture", {"picture": image, "caption": ""})])
    first = Client().get(page.url).content.decode()
    assert "Two halves, red and blue" in first
    assert "/media/" not in first
    assert not Rendition.objects.exists()
    assert enqueued() == [("make_missing_sizes", [])]


def test_many_readers_ask_once(db: None) -> None:
    image, other = uploaded(drawn()), uploaded(drawn())
    for _ in range(3):
        markup(image, "body")
        markup(other, "story")
    assert enqueued() == [("make_missing_sizes", [])]


def test_the_page_shows_the_picture_as_soon_as_it_is_made(
    home: HomePage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    image = uploaded(drawn())
    page = ContentPageFactory.create(parent=home, body=[("picture", {"picture": image, "caption": ""})])
    before = version()
    assert "/media/" not in Client().get(page.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        make_missing_sizes.call()
    assert version() != before
    assert "/media/images/" in Client().get(page.url).content.decode()


def test_another_size_stands_in_until_the_right_one_is_made(db: None) -> None:
    image = uploaded(drawn((1500, 1000)))
    make_sizes(image, "news")
    page = markup(image, "body")
    assert "max-680x510" in page
    assert enqueued() == [("make_missing_sizes", [])]


def test_a_decoration_that_is_not_made_leaves_its_place_to_the_template(db: None) -> None:
    assert markup(uploaded(drawn()), "story", 'alt=""') == ""


def test_an_editor_sees_the_picture_in_the_preview_at_once(db: None) -> None:
    image = uploaded(drawn())
    request = RequestFactory().get("/")
    request.is_preview = True  # type: ignore[attr-defined]
    assert "/media/images/" in markup(image, "body", request=request)
    assert {row.filter_spec for row in Rendition.objects.all()} == set(USES["body"].specs())


def test_pictures_on_a_page_and_all_their_sizes_cost_one_query(
    home: HomePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    images = [uploaded(drawn()) for _ in range(5)]
    for image in images:
        make_sizes(image, "body")
    page = ContentPageFactory.create(
        parent=home, body=[("picture", {"picture": image, "caption": ""}) for image in images]
    )
    read = type(page).objects.get(pk=page.pk)
    with django_assert_num_queries(1):
        assert all(shown(block.value["picture"], "body") for block in read.body)


# Making them


def test_a_new_picture_is_made_in_every_size_in_the_background(
    editor: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert upload(editor, "a.jpg", drawn((1300, 900)))["success"]
    image = Image.objects.get()
    assert enqueued() == [("make_picture_sizes", [image.pk])]
    assert missing_specs(image, specs_of()) == specs_of()
    make_picture_sizes.call(image.pk)
    assert missing_specs(image, specs_of()) == []


def test_a_new_focal_point_and_a_new_file_are_made_again_and_a_new_hash_is_not(
    editor: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    image = uploaded(drawn())
    make_sizes(image)
    edit = reverse("wagtailimages:edit", args=[image.pk])
    focus = {f"focal_point_{name}": "10" for name in ("x", "y", "width", "height")}
    with django_capture_on_commit_callbacks(execute=True):
        assert editor.post(edit, {"title": "Two halves", **focus}).status_code == 302
    assert enqueued() == [("make_picture_sizes", [image.pk])]
    image.refresh_from_db()
    assert missing_specs(image, specs_of()) == [spec for spec in specs_of() if "fill-" in spec]
    # Until they are made, those of the earlier focal point stand in.
    assert "fill-480x300" in markup(image, "story")
    make_picture_sizes.call(image.pk)

    with django_capture_on_commit_callbacks(execute=True):
        file = SimpleUploadedFile("b.jpg", drawn((80, 50)))
        assert editor.post(edit, {"title": "Two halves", "file": file, **focus}).status_code == 302
    assert missing_specs(Image.objects.get(), specs_of()) == specs_of()
    assert ("make_picture_sizes", [image.pk]) in enqueued()[1:]

    before = len(enqueued())
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.get().save(update_fields=["file_hash"])
    assert len(enqueued()) == before


def test_making_again_makes_nothing_twice_and_a_picture_that_is_gone_is_no_matter(db: None) -> None:
    image = uploaded(drawn())
    assert make_sizes(image) == len(specs_of())
    assert make_sizes(image) == 0
    image.delete()
    make_picture_sizes.call(999_999)
    assert not Rendition.objects.exists()


def test_a_file_that_is_replaced_while_its_sizes_are_made_does_not_stay_in_them(db: None) -> None:
    before = uploaded(drawn())
    after = Image.objects.get()
    after.file = ContentFile(drawn((80, 50)), "b.jpg")
    after.save()
    assert make_sizes(before, "body") == 0
    assert not Rendition.objects.exists()
    assert enqueued() == [("make_picture_sizes", [before.pk])]


def test_a_size_whose_file_was_lost_is_made_anew_by_the_command(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    image, broken = uploaded(drawn()), uploaded(drawn())
    make_sizes(image, "body")
    lost = Rendition.objects.first()
    assert lost
    lost.file.storage.delete(lost.file.name)
    broken.file.storage.delete(broken.file.name)
    call_command("make_picture_sizes")
    said = capsys.readouterr()
    assert f"{len(specs_of()) - 3} sizes made." in said.out
    assert f"Picture {broken.pk} (Two halves) cannot be read" in said.err
    assert missing_specs(image, specs_of()) == []
    assert not Rendition.objects.filter(pk=lost.pk).exists()


def test_the_sizes_go_with_the_picture(
    db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    image = uploaded(drawn())
    make_sizes(image, "body")
    names = {row.file.name for row in Rendition.objects.all()}
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not Rendition.objects.exists()
    to_delete = DBTaskResult.objects.filter(task_path="wagtail.tasks.delete_file_from_storage_task")
    assert names < {row.args_kwargs["args"][1] for row in to_delete}


# What is in the sizes


def test_the_sizes_are_upright_and_say_nothing_of_the_camera_or_the_place(db: None) -> None:
    exif = Pillow.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Telephone"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    image = uploaded(drawn((400, 200), exif=exif, comment=b"by a person", xmp=b"<x:xmpmeta>a place</x:xmpmeta>"))
    image.get_rendition("max-165x165")
    make_sizes(image)
    for rendition in image.renditions.all():
        with rendition.file.open("rb") as file:
            data = file.read()
        for telltale in (b"Telephone", b"Exif", b"a place", b"by a person"):
            assert telltale not in data, rendition.filter_spec
    picture = size_of(image, "format-jpeg|width-640")
    assert picture.size == (200, 400)
    assert not picture.getexif()
    assert is_red(picture, (100, 20))


@pytest.mark.parametrize("mode", ["CMYK", "L", "1"])
def test_pictures_for_print_and_in_grey_are_made_for_screens(db: None, mode: str) -> None:
    image = uploaded(drawn(mode=mode), "a.jpg")
    make_sizes(image)
    assert missing_specs(image, specs_of()) == []
    assert size_of(image, "format-jpeg|width-640").mode in ("RGB", "L")


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_a_transparent_picture_stands_on_white_where_it_cannot_be_transparent(db: None, mode: str) -> None:
    file = BytesIO()
    Pillow.new(mode, (60, 40), (0,) * len(mode)).save(file, "PNG")
    image = uploaded(file.getvalue(), "a.png")
    make_sizes(image)
    assert size_of(image, "format-jpeg|width-640").convert("RGB").getpixel((5, 5)) == (255, 255, 255)
    assert size_of(image, "format-png|max-88x80").convert("RGBA").getpixel((5, 5)) == (0, 0, 0, 0)


def test_a_moving_picture_stands_still(db: None) -> None:
    frames = [Pillow.new("RGB", (50, 40), colour) for colour in (RED, BLUE)]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    image = uploaded(file.getvalue(), "a.gif")
    make_sizes(image)
    made = size_of(image, "format-avif|width-640")
    assert getattr(made, "n_frames", 1) == 1
    assert is_red(made, (5, 5))


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1)])
def test_the_smallest_and_the_thinnest_pictures_are_made(db: None, size: tuple[int, int]) -> None:
    image = uploaded(drawn(size))
    make_sizes(image)
    assert missing_specs(image, specs_of()) == []
    assert "<img" in markup(image, "story")


def test_a_picture_with_a_colour_profile_that_is_nonsense_is_made(db: None) -> None:
    image = uploaded(drawn(icc_profile=b"nonsense"))
    make_sizes(image)
    assert missing_specs(image, specs_of()) == []


def test_the_list_of_uses_is_one(db: None) -> None:
    assert set(USES) == {"body", "story", "news", "card", "poster", "share", "logo"}
    assert len(specs_of()) == len(set(specs_of()))
    with pytest.raises(KeyError):
        specs_of("banner")
    cache.clear()

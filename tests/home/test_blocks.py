"""What editors may put together, and what they are told otherwise."""

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import Block
from wagtail.models import ReferenceIndex

from home.blocks import BodyBlocks, ButtonBlock, DoorBlock, PublicDateBlock, TileBlock
from home.models import ContentPage, HomePage, SiteSettings
from tests.factories.pages import ContentPageFactory

ADDRESS = "https://example.org/form"
REST: dict[type[Block], dict[str, Any]] = {
    ButtonBlock: {"text": "Send the form"},
    DoorBlock: {"title": "Ask for advice", "text": ""},
    TileBlock: {"name": "Dunmere", "about": "", "shape": "circle", "hue": "teal"},
    PublicDateBlock: {"title": "Open morning", "day": datetime.date(2026, 12, 1), "time": ""},
}


def clean(kind: type[Block], page: int | None, address: str) -> Any:
    """Check a block as the editor does when it is saved."""
    block = kind()
    return block.clean(block.normalize({**REST[kind], "page": page, "address": address}))


@pytest.mark.parametrize("kind", REST)
def test_a_link_leads_to_a_page_or_to_an_address_but_not_to_both(home: HomePage, kind: type[Block]) -> None:
    page = ContentPageFactory.create(parent=home, slug="form")
    assert clean(kind, page.pk, "").href == "/form/"
    assert clean(kind, None, ADDRESS).href == ADDRESS
    with pytest.raises(ValidationError, match="not both"):
        clean(kind, page.pk, ADDRESS)


@pytest.mark.parametrize("kind", REST)
def test_the_form_asks_first_what_it_is_and_last_where_it_leads(kind: type[Block]) -> None:
    names = list(kind().child_blocks)
    assert names[-2:] == ["page", "address"]
    assert kind().get_form_layout().children == names


@pytest.mark.parametrize("kind", [ButtonBlock, DoorBlock])
def test_a_button_and_a_door_must_lead_somewhere(db: None, kind: type[Block]) -> None:
    with pytest.raises(ValidationError, match="Choose a page or give an address"):
        clean(kind, None, "")


@pytest.mark.parametrize("kind", [TileBlock, PublicDateBlock])
def test_a_cluster_and_a_date_need_not_lead_anywhere(db: None, kind: type[Block]) -> None:
    assert clean(kind, None, "").href == ""


@pytest.mark.parametrize("address", ["javascript:alert(1)", "not an address", "data:text/html,x"])
def test_an_address_that_is_none_is_refused(db: None, address: str) -> None:
    with pytest.raises(ValidationError):
        clean(ButtonBlock, None, address)


def test_a_page_knows_which_pages_it_links_to_also_when_it_was_read_and_saved_again(home: HomePage) -> None:
    form = ContentPageFactory.create(parent=home, slug="form")
    page = ContentPageFactory.create(parent=home, slug="page", body=[("button", {"text": "Go", "page": form})])
    read = ContentPage.objects.get(pk=page.pk)
    assert read.body[0].value.href == "/form/"
    read.save()
    ReferenceIndex.create_or_update_for_object(read)
    assert ReferenceIndex.get_references_to(form).count() == 1
    assert ContentPage.objects.get(pk=page.pk).body[0].value.href == "/form/"


def test_every_block_of_the_body_has_a_template_of_its_own() -> None:
    templates = [block.meta.template for block in BodyBlocks().child_blocks.values()]
    assert all(template.startswith("home/blocks/") for template in templates)
    assert len(set(templates)) == len(templates)


@pytest.mark.parametrize("model", [ContentPage, HomePage, SiteSettings])
def test_a_new_block_is_no_change_to_the_database(model: type) -> None:
    for field in model._meta.get_fields():  # type: ignore[attr-defined]
        if type(field).__name__ == "Blocks":
            _, path, args, kwargs = field.deconstruct()
            assert (path, args) == ("home.fields.Blocks", [[]])
            assert "block_lookup" not in kwargs


@pytest.mark.parametrize("accent", ["", "#0b5961", "#6B2A6F"])
def test_a_council_chooses_a_colour_that_can_be_read(northmere: SiteSettings, accent: str) -> None:
    northmere.accent = accent
    northmere.full_clean()


@pytest.mark.parametrize(
    ("accent", "sentence"),
    [
        ("#2f8fd0", "its contrast is 3.5 to 1 and must be at least 4.5 to 1"),
        ("#ffffff", "its contrast is 1.0 to 1"),
        ("green", "Write the colour as # and six digits"),
        ("#0b59", "Write the colour as # and six digits"),
        ("#0b5961;", "at most 7 characters"),
    ],
)
def test_a_colour_that_is_hard_to_read_is_refused_with_its_contrast(
    northmere: SiteSettings, accent: str, sentence: str
) -> None:
    northmere.accent = accent
    with pytest.raises(ValidationError) as problem:
        northmere.full_clean()
    assert sentence in " ".join(problem.value.messages)
    assert list(problem.value.message_dict) == ["accent"]

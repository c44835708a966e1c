"""Loading keeps what people did, and resetting brings back what was."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Page, Revision

from home.models import ContentPage, HomePage, NewsPage, SectionPage
from hub.demo.people import CAST, Login, logins
from hub.members.models import Person
from tests.demo.conftest import TODAY, Demonstration
from tests.demo.picture_of_the_site import describe


def load(**options: object) -> None:
    call_command("demo", today=TODAY, verbosity=0, **options)


def how_many() -> list[int]:
    return [model.objects.count() for model in (Page, Revision, Image, Document, Person)]


def test_loading_takes_less_than_fifteen_seconds_of_work(demonstration: Demonstration) -> None:
    assert demonstration.seconds < 15


def test_loading_twice_changes_nothing(demonstration: Demonstration) -> None:
    before = how_many()
    load()
    assert how_many() == before
    assert describe() == demonstration.description


def test_what_a_person_changed_stays_when_it_is_loaded_again(demonstration: Demonstration) -> None:
    page = ContentPage.objects.get(slug="top-up-funding")
    page.title, page.slug = "Money", "money"
    page.save_revision().publish()
    page.move(Page.objects.get(slug="about-clusters"), pos="last-child")
    home = HomePage.objects.get()
    home.hero_title = "Together"
    home.save_revision().publish()
    Image.objects.update(title="Renamed", description="Described anew.")
    Document.objects.update(title="Renamed")
    priya = Person.objects.get(email="priya.nair@example.org")
    priya.set_password("something of her own")
    priya.save()
    before, counted = describe(), how_many()

    load()

    assert describe() == before
    assert how_many() == counted
    assert set(Image.objects.values_list("title", flat=True)) == {"Renamed"}
    assert set(Document.objects.values_list("title", flat=True)) == {"Renamed"}
    assert Client().login(email=priya.email, password="something of her own")


def test_what_a_person_deleted_stays_away(demonstration: Demonstration) -> None:
    SectionPage.objects.get(slug="help-for-schools").delete()
    load()
    left = Page.objects.values_list("slug", flat=True)
    assert {"help-for-schools", "top-up-funding"}.isdisjoint(left)
    assert "house-rules" in left


def test_a_reset_brings_back_what_was(demonstration: Demonstration) -> None:
    counted = how_many()
    SectionPage.objects.get(slug="help-for-schools").delete()
    NewsPage.objects.first().copy(update_attrs={"slug": "another", "title": "Another"})
    home = HomePage.objects.get()
    home.hero_title = "Together"
    home.save_revision().publish()
    Document.objects.first().delete()
    Person.objects.get(email="helen.marsh@example.org").delete()

    load(reset=True)

    assert describe() == demonstration.description
    assert how_many() == counted
    assert Page.find_problems() == ([], [], [], [], [])


def test_it_shows_how_far_it_is_and_then_who_can_sign_in(
    demonstration: Demonstration, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("demo", "--today", TODAY.isoformat())
    said = capsys.readouterr()
    assert "Demonstration" in said.err
    assert said.out == f"{logins()}\n"


@pytest.mark.parametrize("login", CAST, ids=lambda login: login.role)
def test_everybody_can_sign_in_with_a_password_that_the_site_accepts(
    demonstration: Demonstration, login: Login
) -> None:
    person = Person.objects.get(email=login.email)
    validate_password(login.password, person)
    assert len(login.password) >= 12
    assert Client().login(email=login.email, password=login.password)


def test_those_who_publish_can_and_the_senco_cannot_enter_the_back_office(demonstration: Demonstration) -> None:
    may = {}
    for login in CAST:
        client = Client()
        client.force_login(Person.objects.get(email=login.email))
        may[login.role] = client.get(reverse("wagtailadmin_home")).status_code == 200
    assert may == {"Administrator": True, "LA publisher": True, "LA editor": True, "SENCo": False}

"""Who a person is."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from hub.members.models import Person
from tests.factories.people import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["sian.tull@example.org", "Sian.Tull@EXAMPLE.org", "  sian.tull@example.org "])
def test_one_address_is_one_person_however_it_is_written(typed: str) -> None:
    PersonFactory.create(email="sian.tull@example.org")
    with pytest.raises(ValidationError) as problem:
        Person(email=typed, password="x").full_clean()
    assert "email" in str(problem.value) or "already here" in str(problem.value)
    with pytest.raises(IntegrityError):
        Person.objects.create_user(typed, PASSWORD)


def test_not_even_a_change_behind_the_models_back_makes_two_people_of_one_address() -> None:
    PersonFactory.create(email="sian.tull@example.org")
    other = PersonFactory.create()
    with pytest.raises(IntegrityError):
        Person.objects.filter(pk=other.pk).update(email="SIAN.TULL@example.org")


def test_addresses_are_kept_in_lower_case() -> None:
    person = Person.objects.create_user(" Sian.Tull@Example.ORG ", PASSWORD)
    assert person.email == "sian.tull@example.org"
    assert Person.objects.get_by_natural_key("SIAN.tull@example.org") == person


def test_a_person_has_an_address() -> None:
    with pytest.raises(ValueError, match="needs an e-mail address"):
        Person.objects.create_user("", PASSWORD)


@pytest.mark.parametrize(
    ("first", "last", "initials", "called"),
    [
        ("Priya", "Nair", "PN", "Priya Nair"),
        ("priya", "", "P", "priya"),
        ("", "Nair", "N", "Nair"),
        ("Élodie", "ó Brien", "ÉÓ", "Élodie ó Brien"),
        ("", "", "S", "sian@example.org"),
        ("  ", " ", "S", "sian@example.org"),
    ],
)
def test_initials_and_name(first: str, last: str, initials: str, called: str) -> None:
    person = Person(first_name=first, last_name=last, email="sian@example.org")
    assert person.initials == initials
    assert str(person) == called


def test_who_runs_the_site_may_do_everything() -> None:
    rob = Person.objects.create_superuser("rob@example.org", PASSWORD)
    assert (rob.is_superuser, rob.is_staff, rob.may_edit) == (True, True, True)
    assert rob.check_password(PASSWORD)


def test_who_works_on_pages_may_edit_and_others_may_not(priya: Person, tom: Person, helen: Person) -> None:
    assert [person.may_edit for person in (priya, tom, helen)] == [False, True, True]
    tom.is_active = False
    assert not tom.may_edit

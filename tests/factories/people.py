"""People."""

from typing import Any

import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from hub.members.models import Person

PASSWORD = "correct horse battery"


class PersonFactory(DjangoModelFactory[Person]):
    """Somebody with an account; `groups` takes names of groups."""

    class Meta:
        model = Person
        skip_postgeneration_save = True

    first_name = "Sian"
    last_name = factory.Sequence(lambda n: f"Tull{n}")
    email = factory.LazyAttribute(lambda p: f"{p.first_name}.{p.last_name}@example.org".lower())
    password = factory.django.Password(PASSWORD)

    @factory.post_generation
    def groups(self: Person, create: bool, names: list[str] | None, **kwargs: Any) -> None:
        if create and names:
            self.groups.set(Group.objects.filter(name__in=names))

"""The people of the demonstration. All are invented; their passwords are known to everybody who can read this."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import Group

from hub.members.models import Person


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody who can sign in to the demonstration. Without a group she or he has no part in publishing."""

    role: str
    first_name: str
    last_name: str
    password: str
    group: str = ""
    runs_the_site: bool = False

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.first_name}.{self.last_name}@example.org".lower()


CAST: Final[tuple[Login, ...]] = (
    Login("Administrator", "Rob", "Pym", "lanterns-over-lode", runs_the_site=True),
    Login("LA publisher", "Helen", "Marsh", "herons-at-millbrook", group="LA publishers"),
    Login("LA editor", "Tom", "Whitlow", "tides-of-sandholme", group="LA editors"),
    Login("SENCo", "Priya", "Nair", "pears-from-priors-mead"),
)
PUBLISHER: Final = CAST[1]


def add_person(login: Login) -> Person:
    """Return the person with this login, made if there is none; somebody who is there stays as she or he is."""
    person = Person.objects.filter(email=login.email).first()
    if person:
        return person
    person = Person.objects.create_user(
        login.email,
        login.password,
        first_name=login.first_name,
        last_name=login.last_name,
        is_staff=login.runs_the_site,
        is_superuser=login.runs_the_site,
    )
    if login.group:
        person.groups.add(Group.objects.get(name=login.group))
    return person


def remove_people() -> None:
    """Remove the people of the demonstration, whatever has become of them."""
    Person.objects.filter(email__in=[login.email for login in CAST]).delete()


def logins() -> str:
    """Return who can sign in and how, in three columns."""
    rows = [("Role", "E-mail", "Password"), *((login.role, login.email, login.password) for login in CAST)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)

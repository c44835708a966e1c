"""A person who signs in. An e-mail address is the name they sign in with; there are no user names."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class PersonManager(BaseUserManager["Person"]):
    """Makes people; addresses are kept in lower case, so that one address is one person."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make a person. Raises ValueError without an address, IntegrityError when the address is taken."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        person: Person = self.model(email=email, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Make a person who may do everything in the back office."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by address, however it was typed."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractUser):
    """Somebody with an account: a SENCo, a head teacher, an LA officer or editor, a visiting professional."""

    username = None  # type: ignore[assignment]
    email = models.EmailField("e-mail address", max_length=254, unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = PersonManager()  # type: ignore[assignment,misc]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_person_per_address",
                violation_error_message="Somebody with this e-mail address is already here.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.strip().lower()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    @property
    def initials(self) -> str:
        """One or two letters for the small face beside a name; the address's first letter where no name is known."""
        letters = [name[0] for name in (self.first_name.strip(), self.last_name.strip()) if name]
        return "".join(letters or self.email[:1]).upper()

    @property
    def may_edit(self) -> bool:
        """Whether this person works on the public pages."""
        return self.is_active and self.has_perm("wagtailadmin.access_admin")

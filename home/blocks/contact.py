"""How to reach a service: a role and a shared mailbox, never one person's."""

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from home.blocks import examples
from hub.members.models import Person


class ContactBlock(StructBlock):
    """How to reach a service."""

    title = CharBlock(max_length=60, help_text="The service or what it is for, such as 'Inclusion helpline'")
    text = CharBlock(max_length=140, required=False, label="What to ask there")
    phone = CharBlock(max_length=20, required=False, help_text="The number of the service, not of a person")
    email = CharBlock(
        max_length=80,
        required=False,
        label="Shared mailbox",
        validators=[EmailValidator("Enter an e-mail address like inclusion@example.org.")],
        help_text="An address that more than one person reads, so that it still works when somebody is away or leaves",
    )
    hours = CharBlock(max_length=60, required=False, help_text="Such as 'Weekdays 8.30am to 4.30pm'")

    class Meta:
        icon = "mail"
        template = "home/blocks/contact.html"
        description = "How to reach a service: by a role, a shared mailbox and a telephone number."
        preview_value = examples.CONTACT

    def clean(self, value: StructValue) -> StructValue:
        value = super().clean(value)
        # Names and mailboxes look alike, but an address that somebody signs in with is certainly a person's.
        email = value.get("email")
        if email and Person.objects.filter(email__iexact=email).exists():
            sentence = "This is the address of one person, who signs in with it here. Give a shared mailbox."
            raise StructBlockValidationError({"email": ValidationError(sentence)})
        return value

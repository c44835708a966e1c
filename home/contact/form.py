"""The form on a contact page: what editors put together, drawn and worded as all forms of the hub."""

from typing import Any

from django import forms
from wagtail.contrib.forms.forms import BaseForm, FormBuilder

from hub.look.forms import DayMonthYear, HubForm

# Name in the database and words for editors.
KINDS = (
    ("singleline", "One line"),
    ("multiline", "Several lines"),
    ("name", "Name of the sender"),
    ("email", "E-mail address of the sender"),
    ("phone", "Telephone number of the sender"),
    ("radio", "One of a few choices"),
    ("dropdown", "One of many choices"),
    ("checkboxes", "Any of the choices"),
    ("checkbox", "One box to tick"),
    ("date", "A day"),
)
WITH_CHOICES = frozenset({"radio", "dropdown", "checkboxes"})
MOST_SIGNS_IN_A_LINE = 255
MOST_SIGNS = 5_000


class MessageForm(HubForm, BaseForm):
    """What somebody writes to the council."""


class MessageFormBuilder(FormBuilder):
    """Makes a form of the fields that editors have set on a page."""

    def create_singleline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.CharField(max_length=MOST_SIGNS_IN_A_LINE, **options)

    def create_multiline_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.CharField(max_length=MOST_SIGNS, widget=forms.Textarea({"rows": 8}), **options)

    def create_name_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.TextInput({"autocomplete": "name", "spellcheck": "false"})
        return forms.CharField(max_length=MOST_SIGNS_IN_A_LINE, widget=widget, **options)

    def create_email_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.EmailInput({"autocomplete": "email", "spellcheck": "false"})
        return forms.EmailField(max_length=254, widget=widget, **options)

    def create_phone_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        widget = forms.TextInput({"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"})
        return forms.CharField(max_length=40, widget=widget, **options)

    def create_dropdown_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        nothing_yet = [("", "Choose one")]
        return forms.ChoiceField(choices=nothing_yet + self.get_formatted_field_choices(field), **options)

    def create_date_field(self, field: Any, options: dict[str, Any]) -> forms.Field:
        return forms.DateField(widget=DayMonthYear(), **options)

    def get_formatted_field_choices(self, field: Any) -> list[tuple[str, str]]:
        return [choice for choice in super().get_formatted_field_choices(field) if choice[0]]

    def get_field_options(self, field: Any) -> dict[str, Any]:
        options: dict[str, Any] = super().get_field_options(field)
        options["error_messages"] = messages_for(field.label, field.field_type, field.missing_words)
        if field.field_type == "date":
            options["initial"] = None
        if not field.required and field.field_type not in ("checkbox", "checkboxes"):
            options["label"] = f"{field.label} (optional)"
        return options

    def get_form_class(self) -> type[MessageForm]:
        return type("PageMessageForm", (MessageForm,), dict(self.formfields))


def messages_for(label: str, kind: str, missing_words: str = "") -> dict[str, str]:
    """Return what is said when a field is empty or not what it should be, made from its label."""
    missing = missing_words or _missing(label.strip().rstrip(":"), kind)
    return {"required": missing} | ({"invalid_choice": missing} if kind in WITH_CHOICES else _WRONG.get(kind, {}))


def _missing(label: str, kind: str) -> str:
    quoted = f"\N{LEFT SINGLE QUOTATION MARK}{label}\N{RIGHT SINGLE QUOTATION MARK}"
    if label.endswith("?"):
        return f"Answer the question {quoted}"
    if kind == "checkbox":
        return f"Tick the box {quoted}"
    # A short word such as EHCP keeps its capitals.
    is_short_word = label[1:2].isupper()
    return (
        f"{'Choose' if kind in WITH_CHOICES else 'Enter'} {label if is_short_word else label[:1].lower() + label[1:]}"
    )


_TOO_LONG = {"max_length": "Write no more than %(limit_value)d letters and spaces; you wrote %(show_value)d"}
_WRONG = {
    "singleline": _TOO_LONG,
    "multiline": _TOO_LONG,
    "name": _TOO_LONG,
    "phone": _TOO_LONG,
    "email": _TOO_LONG | {"invalid": "Enter an e-mail address like name@example.org"},
    "date": {"invalid": "Enter a real day, such as 27 3 2027"},
}

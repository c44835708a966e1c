"""Form markup: label, hint, error and field as govuk-frontend draws them.

Only forms that inherit HubForm look like this. The Wagtail admin's forms are drawn by the same renderer from
Django's own templates, so nothing here replaces one of those.
"""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input


class Renderer(TemplatesSetting):
    """Finds form and widget templates among the site's own, so that HubForm can name them."""


class HubBoundField(BoundField):
    """A field on a page, with the classes its state asks for."""

    @property
    def template_name(self) -> str:
        """The template of the whole field: label, hint, error, control."""
        return getattr(self.field, "template_name", None) or "forms/field.html"

    @property
    def first_id(self) -> str:
        """The id of the first thing to type in or press, for links to the field."""
        return str(self.id_for_label or self.subwidgets[0].id_for_label)

    @property
    def is_checkbox(self) -> bool:
        """Whether this is one checkbox, whose label stands after it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Add the class of the control, and that of an error, to what Django puts on it."""
        attrs = super().build_widget_attrs(attrs, widget)
        kind = _class_of(widget or self.field.widget)
        if kind:
            error = f"{kind.split()[0]}--error" if self.errors else ""
            own = self.field.widget.attrs.get("class", "")
            attrs["class"] = " ".join(name for name in (kind, error, own) if name)
        return attrs


class HubForm(forms.BaseForm):
    """Mixed in before the form class, this makes a form look like the hub's: `class SignInForm(HubForm, LoginForm)`."""

    template_name = "forms/form.html"
    bound_field_class = HubBoundField
    # The server says what is missing, in a sentence and beside the field; browsers say less and only of the first.
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _draw_our_way(field.widget)


class DayMonthYear(forms.MultiWidget):
    """A day typed in three boxes, which is easier than a calendar when the day is known; for a DateField."""

    template_name = "forms/widgets/day_month_year.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-2"}),
            "month": forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-2"}),
            "year": forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-4"}),
        }
        super().__init__(boxes, attrs)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Give each box its own width beside the classes that all share."""
        context = super().get_context(name, value, attrs)
        for box, drawn in zip(self.widgets, context["widget"]["subwidgets"], strict=True):
            drawn["attrs"]["class"] = " ".join(filter(None, (drawn["attrs"].get("class"), box.attrs["class"])))
        return context

    def decompress(self, value: Any) -> list[str | None]:
        """Return day, month and year of a date or of what was typed."""
        if not value:
            return [None, None, None]
        year, month, day = str(value).split("-", 2)
        return [day.removeprefix("0"), month.removeprefix("0"), year]

    # One text, not a list of three, because a DateField judges it.
    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:  # type: ignore[override]
        """Return what was typed as year-month-day, for the DateField to judge; nothing if nothing was typed."""
        day, month, year = (part.strip() if part else "" for part in super().value_from_datadict(data, files, name))
        return f"{year}-{month}-{day}" if day or month or year else None

    def id_for_label(self, id_: str, index: int | None = None) -> str:
        """Return the id of the first box."""
        return f"{id_}_0" if id_ else ""


# The class of each kind of control, the most particular kind first.
_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.HiddenInput, ""),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (Input, "govuk-input"),
    (DayMonthYear, "govuk-input govuk-date-input__input"),
)

# The kinds whose markup Django's own template does not give.
_TEMPLATES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "forms/widgets/checkboxes.html"),
    (forms.RadioSelect, "forms/widgets/radios.html"),
    (forms.ClearableFileInput, "forms/widgets/file.html"),
    (forms.PasswordInput, "forms/widgets/password.html"),
)


def _class_of(widget: forms.Widget) -> str:
    return next((name for kind, name in _CLASSES if isinstance(widget, kind)), "")


def _draw_our_way(widget: forms.Widget) -> None:
    # A placeholder vanishes as soon as somebody types, and is too pale to read before.
    widget.attrs.pop("placeholder", None)
    template = next((name for kind, name in _TEMPLATES if isinstance(widget, kind)), None)
    if template:
        widget.template_name = template

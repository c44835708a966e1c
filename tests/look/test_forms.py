"""Forms are drawn as govuk-frontend draws them, and leave the forms of the Wagtail admin alone."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string

from hub.look.forms import DayMonthYear, HubForm
from tests.look.markup import Element, read


class AskForm(HubForm, forms.Form):
    """One field of each kind that is drawn in its own way."""

    school = forms.CharField(
        label="Your school", help_text="As on <its> sign", error_messages={"required": "Enter the name of your school"}
    )
    phase = forms.ChoiceField(label="Phase", choices=[("", "Choose one"), ("primary", "Primary")], required=False)
    role = forms.ChoiceField(label="Role", choices=[("senco", "SENCo"), ("head", "Head")], widget=forms.RadioSelect)
    areas = forms.MultipleChoiceField(
        label="Areas",
        choices=[("talk", "Talking"), ("learn", "Learning")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    since = forms.DateField(label="Since", widget=DayMonthYear, help_text="Such as 1 9 2026", required=False)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput, required=False)
    why = forms.CharField(label="Why", widget=forms.Textarea({"placeholder": "Because"}), required=False)
    paper = forms.FileField(label="Letter", required=False)
    charter = forms.BooleanField(label="We accept", error_messages={"required": "Say that you accept"})
    ticket = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(data: dict[str, Any] | None = None, **kwargs: Any) -> Element:
    return read(str(AskForm(data, **kwargs)))


def group_of(page: Element, label: str) -> Element:
    return next(group for group in page.all(class_="govuk-form-group") if label in group.text)


def test_a_field_has_a_label_a_hint_and_says_so_to_screen_readers() -> None:
    page = drawn()
    field = page.one("input", name="school")
    assert page.one("label", for_="id_school").text == "Your school"
    assert field.attributes["aria-describedby"] == "id_school_helptext"
    assert page.one(id="id_school_helptext").text == "As on <its> sign"
    assert field.classes == {"govuk-input"}
    assert "aria-invalid" not in field.attributes


def test_an_error_stands_beside_its_field_in_words_and_for_screen_readers() -> None:
    page = drawn({})
    field = page.one("input", name="school")
    assert field.attributes["aria-describedby"] == "id_school_helptext id_school_error"
    assert field.attributes["aria-invalid"] == "true"
    assert field.classes == {"govuk-input", "govuk-input--error"}
    assert page.one(id="id_school_error").text == "Enter the name of your school Error:"
    assert "govuk-form-group--error" in group_of(page, "Your school").classes
    assert "govuk-form-group--error" not in group_of(page, "Why").classes


def test_the_browser_is_not_asked_to_judge() -> None:
    assert not [field for field in drawn().all("input") if "required" in field.attributes]


def test_a_placeholder_never_stands_in_for_a_label() -> None:
    assert "placeholder" not in drawn().one("textarea").attributes


def test_a_password_is_hidden_and_can_be_looked_at_once_the_script_shows_the_button() -> None:
    page = drawn({"secret": "pears"})
    field = page.one("input", name="secret")
    button = page.one("button", class_="govuk-js-password-input-toggle")
    assert field.attributes["type"] == "password"
    assert "value" not in field.attributes
    assert field.classes >= {"govuk-input", "govuk-js-password-input-input"}
    assert button.attributes["type"] == "button"
    assert button.attributes["aria-controls"] == field.attributes["id"]
    assert "hidden" in button.attributes
    wrapper = page.one(class_="govuk-password-input__wrapper")
    assert wrapper.attributes["data-module"] == "govuk-password-input"
    assert wrapper.children == [field, button]


def test_choices_stand_in_a_fieldset_with_a_label_each() -> None:
    page = drawn({}, initial={})
    for name, kind in (("role", "govuk-radios"), ("areas", "govuk-checkboxes")):
        fieldset = next(part for part in page.all("fieldset") if part.all("input", name=name))
        controls = fieldset.all("input", class_=f"{kind}__input", name=name)
        assert len(controls) == 2
        for control in controls:
            assert fieldset.one("label", for_=control.attributes["id"]).classes == {"govuk-label", f"{kind}__label"}
    assert page.all("fieldset")[0].attributes["aria-describedby"] == "id_role_error"


def test_a_choice_that_was_made_stays_made() -> None:
    page = drawn({"role": "head", "areas": ["learn"], "phase": "primary", "charter": "on"})
    made = [item.attributes.get("value", "") for item in page.all("input") if "checked" in item.attributes]
    assert made == ["head", "learn", ""]
    assert "selected" in page.one("option", value="primary").attributes


def test_a_single_checkbox_has_its_label_after_it() -> None:
    item = drawn().one("input", name="charter")
    assert item.classes == {"govuk-checkboxes__input"}
    boxes = [part for part in drawn().all(class_="govuk-checkboxes__item") if part.all("input", name="charter")]
    assert [child.tag for child in boxes[0].children] == ["input", "label"]


def test_a_day_is_typed_in_three_boxes_with_a_label_each() -> None:
    page = drawn(initial={"since": date(2026, 9, 1)})
    boxes = page.all("input", class_="govuk-date-input__input")
    assert [box.attributes["value"] for box in boxes] == ["1", "9", "2026"]
    assert [page.one("label", for_=box.attributes["id"]).text for box in boxes] == ["Day", "Month", "Year"]
    assert {box.attributes["inputmode"] for box in boxes} == {"numeric"}
    assert "govuk-input--width-4" in boxes[2].classes


def test_a_day_that_was_typed_is_read() -> None:
    form = AskForm({"since_day": " 1", "since_month": "9", "since_year": "2026"})
    form.full_clean()
    assert form.cleaned_data["since"] == date(2026, 9, 1)


def test_a_day_left_empty_is_no_day() -> None:
    form = AskForm({"since_day": "", "since_month": "", "since_year": ""})
    form.full_clean()
    assert form.cleaned_data["since"] is None


def test_a_day_that_does_not_exist_is_an_error_and_stays_as_it_was_typed() -> None:
    form = AskForm({"since_day": "31", "since_month": "2", "since_year": "2026"})
    assert form.errors["since"]
    boxes = read(str(form)).all("input", class_="govuk-date-input__input")
    assert [box.attributes["value"] for box in boxes] == ["31", "2", "2026"]
    assert all("govuk-input--error" in box.classes for box in boxes)


def test_a_day_typed_in_part_is_an_error_and_stays_as_it_was_typed() -> None:
    form = AskForm({"since_day": "3-", "since_month": "", "since_year": "26"})
    assert form.errors["since"]
    boxes = read(str(form)).all("input", class_="govuk-date-input__input")
    assert [box.attributes.get("value", "") for box in boxes] == ["3-", "", "26"]


def test_a_file_that_is_there_can_be_seen_and_taken_away() -> None:
    class PaperForm(HubForm, forms.Form):
        paper = forms.FileField(label="Letter", required=False)

    kept = SimpleUploadedFile("letter.txt", b"Hello")
    kept.url = "/letter.txt"  # type: ignore[attr-defined]
    page = read(str(PaperForm(initial={"paper": kept})))
    assert page.one("a", href="/letter.txt").text == "letter.txt"
    assert page.one("label", for_="paper-clear_id").text == "Take this file away"
    assert page.one("input", type="file").classes == {"govuk-file-upload"}


def test_hidden_fields_come_along_without_a_label() -> None:
    page = drawn(initial={"ticket": "42"})
    assert page.one("input", name="ticket").attributes["value"] == "42"
    assert not page.all("label", for_="id_ticket")


def test_the_summary_links_every_error_to_the_first_control_of_its_field() -> None:
    form = AskForm({"since_day": "31", "since_month": "2", "since_year": "2026"})
    form.add_error(None, "Come back tomorrow")
    summary = read(render_to_string("components/error_summary.html", {"form": form}))
    page = read(str(form))
    links = [link.attributes["href"].removeprefix("#") for link in summary.all("a")]
    assert links == ["id_school", "id_role_0", "id_since_0", "id_charter"]
    for target in links:
        assert page.one(id=target).tag == "input"
    assert summary.all("li")[0].text == "Come back tomorrow"
    assert summary.one(role="alert")


def test_a_form_without_errors_has_no_summary() -> None:
    assert render_to_string("components/error_summary.html", {"form": AskForm()}).strip() == ""


def test_other_forms_keep_djangos_markup() -> None:
    class AdminForm(forms.Form):
        role = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)

    assert "govuk" not in str(AdminForm()) + AdminForm()["role"].as_field_group()

"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms

from hub.look.forms import HubForm

ASK_FOR_ADDRESS = {
    "required": "Enter your e-mail address",
    "invalid": "Enter an e-mail address like name@example.org",
}


class SignInForm(HubForm, LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self.fields["login"], "E-mail address", ASK_FOR_ADDRESS)
        _reword(self.fields["password"], "Password", {"required": "Enter your password"})


class ForgottenPasswordForm(HubForm, ResetPasswordForm):
    """The address to which a link for a new password goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self.fields["email"], "E-mail address", ASK_FOR_ADDRESS, hint="The one you sign in with.")


class NewPasswordForm(HubForm, ResetPasswordKeyForm):
    """A new password, typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(
            self.fields["password1"],
            "New password",
            {"required": "Enter a new password"},
            hint="At least 12 characters. Three words that do not belong together are easy to remember.",
        )
        _reword(self.fields["password2"], "New password again", {"required": "Enter the new password again"})


def _reword(field: forms.Field, label: str, messages: dict[str, str], *, hint: str = "") -> None:
    field.label, field.help_text = label, hint
    field.error_messages.update(messages)

"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import LoginForm, ResetPasswordForm, ResetPasswordKeyForm


class SignInForm(LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.fields.pop("remember", None)
        login, password = self.fields["login"], self.fields["password"]
        login.label = "E-mail address"
        login.error_messages["required"] = "Enter your e-mail address"
        login.error_messages["invalid"] = "Enter an e-mail address like name@example.org"
        password.label = "Password"
        password.help_text = ""
        password.error_messages["required"] = "Enter your password"
        for field in (login, password):
            field.widget.attrs.pop("placeholder", None)


class ForgottenPasswordForm(ResetPasswordForm):
    """The address to which a link for a new password goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        email = self.fields["email"]
        email.label = "E-mail address"
        email.help_text = "The one you sign in with."
        email.error_messages["required"] = "Enter your e-mail address"
        email.error_messages["invalid"] = "Enter an e-mail address like name@example.org"
        email.widget.attrs.pop("placeholder", None)


class NewPasswordForm(ResetPasswordKeyForm):
    """A new password, typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = "New password", "New password again"
        first.help_text = "At least 12 characters. Three words that do not belong together are easy to remember."
        first.error_messages["required"] = "Enter a new password"
        second.error_messages["required"] = "Enter the new password again"
        for field in (first, second):
            field.widget.attrs.pop("placeholder", None)

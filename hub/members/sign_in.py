"""How django-allauth behaves here: who may sign up, and where people land."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the council; people cannot make their own."""

    error_messages: ClassVar[dict[str, object]] = DefaultAccountAdapter.error_messages | {
        # The same whether the address or the password is wrong, so that nobody learns who has an account.
        "email_password_mismatch": "The e-mail address or the password is not right. Check both and try again.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """People who work on the pages land among them; everybody else on the home page."""
        user = request.user
        if user.is_authenticated and user.may_edit:
            return "/admin/"
        return "/"

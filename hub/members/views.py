"""Signing in, where django-allauth would send people in circles."""

import time

from allauth.account import views
from django.core.exceptions import PermissionDenied

_SENT_ON = "sent-on-from-sign-in"
# Who is back after so few seconds did not come by choice.
_AT_ONCE = 10.0


class SignInView(views.LoginView):
    """Signs people in, and sends on those who are signed in already."""

    def get_authenticated_redirect_url(self) -> str:
        """Return where to go on. Raises PermissionDenied for whoever has no part in it, or was just sent there.

        What needs an account sends everybody here whom it does not let in, those too who are signed in.
        """
        url = str(super().get_authenticated_redirect_url())
        before, when = self.request.session.pop(_SENT_ON, ("", 0.0))
        back_again = before == url and 0 <= time.time() - when < _AT_ONCE
        if back_again or (url.startswith("/admin/") and not self.request.user.may_edit):
            raise PermissionDenied("Your account does not let you open this page.")
        self.request.session[_SENT_ON] = (url, time.time())
        return url

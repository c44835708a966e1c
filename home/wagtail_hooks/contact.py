"""Messages: who takes them in, and who may read them."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponseBase
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from home.contact.receiving import receive
from home.models import ContactPage

Serve = Callable[..., HttpResponseBase]


# Inside Wagtail's own hook, which asks first whether the visitor may see the page at all.
@hooks.register("on_serve_page", order=100)
def take_in_what_was_written(serve: Serve) -> Serve:
    """Take in a form that was sent to a contact page."""

    def receive_or_serve(
        page: Page, request: HttpRequest, args: list[object], kwargs: dict[str, object]
    ) -> HttpResponseBase:
        if request.method == "POST" and isinstance(page, ContactPage):
            return receive(request, page)
        return serve(page, request, args, kwargs)

    return receive_or_serve


@hooks.register("filter_form_submissions_for_user")
def only_publishers_read_messages(user: AbstractBaseUser, pages: PageQuerySet) -> PageQuerySet:
    """Let those read messages who answer for the page: strangers write to the council, not to whoever edits pages."""
    may_publish = page_permission_policy.instances_user_has_permission_for(user, "publish")
    mine: PageQuerySet = pages.filter(pk__in=may_publish.values("pk"))
    return mine

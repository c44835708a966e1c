"""The findings of a page and the reports about pages and links, in the back office."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from home.checks.views import page_findings
from home.checks.whole import read_page
from home.reports.broken_links import BrokenLinksView, IgnoreLinkView, check_link_now, heed_link_again
from home.reports.pages_to_improve import PagesToImproveView


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the findings and the reports are, under the address of the back office."""
    return [
        path("pages/<int:pk>/findings/", page_findings, name="page_findings"),
        path("reports/pages-to-improve/", PagesToImproveView.as_view(), name="pages_to_improve"),
        path(
            "reports/pages-to-improve/results/",
            PagesToImproveView.as_view(results_only=True),
            name="pages_to_improve_results",
        ),
        path("reports/broken-links/", BrokenLinksView.as_view(), name="broken_links"),
        path("reports/broken-links/results/", BrokenLinksView.as_view(results_only=True), name="broken_links_results"),
        path("reports/broken-links/<int:pk>/check/", check_link_now, name="check_link_now"),
        path("reports/broken-links/<int:pk>/ignore/", IgnoreLinkView.as_view(), name="ignore_link"),
        path("reports/broken-links/<int:pk>/heed/", heed_link_again, name="heed_link"),
    ]


class _ForThoseWhoEdit(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"]))


@hooks.register("register_reports_menu_item")
def pages_to_improve() -> MenuItem:
    """'Pages to improve' in the menu of reports."""
    return _ForThoseWhoEdit("Pages to improve", reverse("pages_to_improve"), icon_name="glasses", order=100)


@hooks.register("register_reports_menu_item")
def broken_links() -> MenuItem:
    """'Broken links' in the menu of reports."""
    return _ForThoseWhoEdit("Broken links", reverse("broken_links"), icon_name="link", order=110)


@hooks.register("after_publish_page")
def say_what_is_left_to_mend(request: HttpRequest, page: Page) -> None:
    """Let nobody publish a page that shuts somebody out without learning it; nothing is held back."""
    left = sum(finding.must for finding in read_page(page).findings)
    if left:
        messages.warning(
            request,
            f"{left} thing{'s' if left > 1 else ''} on this page should be mended, because "
            f"{'they shut' if left > 1 else 'it shuts'} somebody out. See 'Before you publish' in the page.",
            buttons=[messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), "Mend the page")],
        )


@hooks.register("after_edit_page")
def say_what_publishers_will_find(request: HttpRequest, page: Page) -> None:
    """Say the same to whoever sends the page in to be approved."""
    if "action-submit" in request.POST:
        say_what_is_left_to_mend(request, page)


@hooks.register("register_log_actions")
def what_is_logged(actions: LogActionRegistry) -> None:
    """Name what the history of the site says of links."""
    actions.register_action("home.ignore_link", "Leave a link alone", "Left the link alone")
    actions.register_action("home.heed_link", "Report a link again", "Took the link into the report again")

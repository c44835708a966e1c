"""The reports of the public pages in the back office's menu, and what their buttons leave in the history."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.actions.page_answers import REMARK_DELETED
from home.actions.review_dates import REVIEW_RENEWED
from home.editors import MAY_WORK_ON
from home.reports.review_dates import DueForReviewView, RenewReviewView
from home.reports.usefulness import DeleteRemarkView, RemarksView, UsefulnessView


class ReportItem(MenuItem):
    """A report for those who work on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person has any page in hand."""
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(request.user, MAY_WORK_ON))


@hooks.register("register_reports_menu_item")
def usefulness_item() -> MenuItem:
    """Offer the report on answers."""
    return ReportItem(
        UsefulnessView.page_title, reverse("page_usefulness"), icon_name=UsefulnessView.header_icon, order=100
    )


@hooks.register("register_reports_menu_item")
def due_for_review_item() -> MenuItem:
    """Offer the report on review-by dates."""
    return ReportItem(
        DueForReviewView.page_title, reverse("due_for_review"), icon_name=DueForReviewView.header_icon, order=110
    )


@hooks.register("register_admin_urls")
def report_addresses() -> list[URLPattern]:
    """Give the reports their addresses."""
    usefulness, due = "reports/page-usefulness/", "reports/due-for-review/"
    return [
        path(usefulness, UsefulnessView.as_view(), name="page_usefulness"),
        path(f"{usefulness}results/", UsefulnessView.as_view(results_only=True), name="page_usefulness_results"),
        path(f"{usefulness}<int:page_id>/", RemarksView.as_view(), name="page_remarks"),
        path(f"{usefulness}<int:page_id>/delete/<int:answer_id>/", DeleteRemarkView.as_view(), name="delete_remark"),
        path(due, DueForReviewView.as_view(), name="due_for_review"),
        path(f"{due}results/", DueForReviewView.as_view(results_only=True), name="due_for_review_results"),
        path(f"{due}<int:page_id>/", RenewReviewView.as_view(), name="renew_review"),
    ]


@hooks.register("insert_global_admin_css")
def style_sheet() -> SafeString:
    """Style the bars of reports and the panels of the dashboard."""
    return format_html('<link rel="stylesheet" href="{}">', static("hub/admin.css"))


@hooks.register("register_log_actions")
def name_what_was_done(actions: LogActionRegistry) -> None:
    """Let the history of a page say what the buttons of the reports did."""

    @actions.register_action(REVIEW_RENEWED)
    class ReviewRenewed(LogFormatter):
        label = "Found still right"

        def format_message(self, log_entry: Any) -> str:
            until = parse_date(log_entry.data.get("after", ""))
            return f"Found still right, to be read again by {until.day} {until:%B %Y}" if until else self.label

    @actions.register_action(REMARK_DELETED)
    class RemarkDeleted(LogFormatter):
        label = "Remark deleted"

        def format_message(self, log_entry: Any) -> str:
            given = parse_date(log_entry.data.get("day", ""))
            return f"A reader's remark of {given.day} {given:%B %Y} deleted" if given else self.label

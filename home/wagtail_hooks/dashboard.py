"""Our panels in place of those of Wagtail's that would say the same."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from home.dashboard import panels as our_panels

_REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel, RecentEditsPanel)


@hooks.register("construct_homepage_panels")
def show_our_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Show what waits for this person. Wagtail's panel of locked pages stays, as it says what ours do not."""
    panels[:] = [*our_panels(), *(panel for panel in panels if not isinstance(panel, _REPLACED))]

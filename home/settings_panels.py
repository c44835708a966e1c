"""What the form of the site settings says besides its fields: what guests see now, and what to think of."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.admin.panels import HelpPanel

from hub.look.accent import near_red
from hub.look.templatetags.look import clock, full_date

if TYPE_CHECKING:
    from datetime import datetime

    from home.models.site_settings import SiteSettings


class NoticePanel(HelpPanel):
    """Shows the notice as it is saved, and says when guests see it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"template": "home/panels/notice.html"} | kwargs))

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel for these settings."""

        instance: "SiteSettings"

        def is_shown(self) -> bool:
            """Return whether there is a notice to tell of."""
            return bool(self.instance.notice) and bool(super().is_shown())

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"notice": self.instance.notice, "when": _when(self.instance)}


class NearRedPanel(HelpPanel):
    """Warns of an accent that could be taken for the colour of errors."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**({"template": "home/panels/near_red.html"} | kwargs))

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel for these settings."""

        instance: "SiteSettings"

        def is_shown(self) -> bool:
            """Return whether the saved accent is near red."""
            try:
                warn = bool(self.instance.accent) and near_red(self.instance.accent)
            except ValueError:
                warn = False
            return warn and bool(super().is_shown())


def _when(settings: "SiteSettings") -> str:
    now = timezone.now()
    begins, ends = settings.notice_from, settings.notice_until
    if settings.notice_is_shown(now):
        return f"Everybody sees this now, until {_moment(ends)}." if ends else "Everybody sees this now."
    if ends and ends <= now:
        return f"Nobody sees this any more: it ended on {_moment(ends)}."
    return f"Nobody sees this yet: it begins on {_moment(begins)}."


def _moment(moment: "datetime | None") -> str:
    return f"{full_date(moment)}, {clock(moment)}"

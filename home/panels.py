"""Parts of the editing form that are not fields."""

from typing import Any

from wagtail.admin.panels import Panel

from home.checks.whole import read_page


class BeforeYouPublishPanel(Panel):
    """What could be better about the page as it was last saved; asks again whenever Wagtail has saved the draft."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/editing/before_you_publish.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            if self.instance.pk:
                context["findings"] = read_page(self.instance).findings
            return context

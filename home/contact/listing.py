"""The list of messages in the back office, and the spreadsheet it can be taken away as."""

from typing import Any

from wagtail.contrib.forms.views import SubmissionsListView

# A spreadsheet takes a cell that begins so for a formula and does what it says.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class MessagesView(SubmissionsListView):
    """Lists what was written; in a spreadsheet, what strangers wrote stays text."""

    page_title = "Messages"

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Return the row of a spreadsheet."""
        row: dict[str, Any] = super().to_row_dict(item)
        return {name: as_text(value) for name, value in row.items()}


def as_text(value: Any) -> Any:
    """Return `value` so that no spreadsheet takes it for a formula."""
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA):
        return f"'{value}"
    return value

"""Numbers: in a table, as large figures, as bars."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, DecimalBlock, ListBlock, StructBlock, StructValue
from wagtail.contrib.table_block.blocks import TableBlock

from home.blocks import examples

_WITHOUT_HEADERS = ("", "neither")
# The longest bar, in the units of its drawing.
LONGEST = 100


class HeadedTableBlock(TableBlock):
    """A table that says what it shows and which of its cells are headers."""

    class Meta:
        icon = "table"
        template = "home/blocks/table.html"
        description = "Rows and columns, with a caption and headers. Keep it to four columns, for those on a phone."
        preview_value = examples.TABLE

    def __init__(self, **kwargs: Any) -> None:
        options = {"startRows": 3, "startCols": 3, "renderer": "text", "language": "en-US"}
        super().__init__(table_options=options, **kwargs)

    def clean(self, value: Any) -> Any:
        if value and not self.is_deferred_validation:
            problems = []
            if value.get("table_header_choice", "") in _WITHOUT_HEADERS:
                problems.append(
                    "Choose under 'Table headers' which cells are headers: the first row, the first column or both. "
                    "Without them nobody who listens to the table knows what a number means."
                )
            if not (value.get("table_caption") or "").strip():
                problems.append("Write a caption that says what the table shows.")
            if problems:
                raise ValidationError(problems)
        return super().clean(value)


class FigureBlock(StructBlock):
    """One number that matters, and where it comes from."""

    figure = CharBlock(max_length=12, help_text="Such as '125', '93%' or '3 in 4'")
    what = CharBlock(max_length=120, label="What it is", help_text="Such as 'schools in twelve clusters'")
    source = CharBlock(max_length=80, help_text="Who counted, such as 'School census'")
    year = CharBlock(max_length=20, help_text="Such as '2026' or 'Autumn 2026'")


class FiguresBlock(StructBlock):
    """A few large figures."""

    figures = ListBlock(FigureBlock(), min_num=1, max_num=6)

    class Meta:
        icon = "decimal"
        template = "home/blocks/figures.html"
        description = "One to six figures, large, each with its source and year."
        preview_value = examples.FIGURES


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart: its label, its number and the length of its bar, of which the longest is 100."""

    label: str
    number: Decimal
    length: int


class BarBlock(StructBlock):
    """One bar."""

    label = CharBlock(max_length=60)
    number = DecimalBlock(min_value=0, max_digits=9, decimal_places=2)


class BarsBlock(StructBlock):
    """A table whose numbers are drawn as bars."""

    title = CharBlock(max_length=100, label="Caption", help_text="What is compared, and when")
    labels = CharBlock(max_length=40, label="What the rows are", help_text="Such as 'Area of need' or 'Year'")
    unit = CharBlock(max_length=40, label="What is counted", help_text="Such as 'Pupils'")
    bars = ListBlock(BarBlock(), min_num=2, max_num=12)
    source = CharBlock(max_length=120, label="Source and year", help_text="Such as 'School census, autumn 2026'")

    class Meta:
        icon = "order"
        template = "home/blocks/bars.html"
        description = "Two to twelve numbers side by side, as bars and as a table in one."
        preview_value = examples.BARS

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["bars"] = drawn(value)
        return context


def drawn(value: StructValue) -> list[Bar]:
    """Return the bars of a BarsBlock with their lengths."""
    rows = [(str(bar["label"]), Decimal(bar["number"] or 0)) for bar in value["bars"]]
    most = max((number for _, number in rows), default=Decimal(0)) or Decimal(1)
    return [Bar(label, number, round(number / most * LONGEST)) for label, number in rows]

"""Fields of the public pages."""

from typing import Any

from wagtail.fields import StreamField


class Blocks(StreamField):
    """A stream of blocks whose list stays out of migrations.

    The column is the same whatever blocks it may hold, so adding one to the list is no change to the database.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs

"""The notice above every page: when it is shown, and the moments at which pages change because of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice. `html` is its text as browsers read it; `begins` and `ends` may be open."""

    html: str
    important: bool
    begins: datetime | None
    ends: datetime | None

    def is_shown(self, now: datetime) -> bool:
        """Whether it stands above the pages at this moment."""
        return (self.begins is None or self.begins <= now) and (self.ends is None or now < self.ends)

    def next_change(self, after: datetime) -> datetime | None:
        """Return the first moment later than `after` at which it appears or goes."""
        return min((moment for moment in (self.begins, self.ends) if moment and moment > after), default=None)

"""The project and the members' area: settings, the map of addresses, and the packages every app stands on.

`calendar/` holds the shared calendar, imported as `events`. The folder itself is put at the end of the
import path here, because every way into the project (manage.py, the server, the worker, pytest) imports
`hub` first. It must never hold an `__init__.py`: a root package named `calendar` would hide the standard
library's module of that name, and Django itself would stop importing.
"""

import sys
from pathlib import Path

_EVENTS_HOME = str(Path(__file__).resolve().parent.parent / "calendar")

if _EVENTS_HOME not in sys.path:
    sys.path.append(_EVENTS_HOME)

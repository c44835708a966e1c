"""Where everything is that `make` makes, and the environment its programs run in."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

# A council's own settings may be set in this terminal. The demonstration must never reach their database,
# mail or files.
COUNCIL_SETTINGS = frozenset(
    {"CACHE_URL", "DATABASE_URL", "EMAIL_URL", "MEDIA_ROOT", "SEARCH_URL", "SECRET_KEY", "STATIC_ROOT"}
)


@dataclass(frozen=True)
class Project:
    """The paths of one copy of the project."""

    root: Path

    @property
    def var(self) -> Path:
        """Everything that is written while the site is prepared and runs."""
        return self.root / "var"

    @property
    def database(self) -> Path:
        """The demonstration's database."""
        return self.var / "hub.sqlite3"

    @property
    def logins(self) -> Path:
        """The demonstration's logins as text, for the person who started it."""
        return self.var / "demo-logins.txt"

    @property
    def prepare_log(self) -> Path:
        """All that pip, npm and the rest said while the site was prepared."""
        return self.var / "prepare.log"

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        """The folder of programs in the virtual environment."""
        return self.environment / "bin"

    @property
    def python(self) -> Path:
        """The Python of the virtual environment."""
        return self.programs / "python"

    @property
    def packages(self) -> Path:
        """Where a virtual environment made with the running Python keeps its packages."""
        return self.environment / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"

    def variables(self) -> dict[str, str]:
        """Return the environment variables for every program: the demonstration's, and nobody else's."""
        kept = {name: value for name, value in os.environ.items() if name not in COUNCIL_SETTINGS}
        return kept | {
            "PATH": f"{self.programs}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "DJANGO_SETTINGS_MODULE": "hub.settings.demo",
            "VAR_DIR": str(self.var),
            # Without this, output stays in the program and the person sees nothing moving.
            "PYTHONUNBUFFERED": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PIP_USER": "0",
            "npm_config_update_notifier": "false",
        }

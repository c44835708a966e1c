"""One of the processes that write at once: counts and inserts in one transaction, again and again, and reports.

Run as `python -m tests.sqlite.writer SECONDS` with DATABASE_URL set; prints one JSON object when the time is up.
"""

import json
import sys
import time

from django.apps import apps
from django.db import DatabaseError, connection, transaction


def write_for(seconds: float) -> dict[str, float]:
    """Write for so long; return how many rows were written, how many failed, and the longest wait in seconds."""
    written = failed = 0
    longest = 0.0
    connection.ensure_connection()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        begun = time.monotonic()
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM ledger WHERE writer = %s", [written % 8])
                cursor.execute("INSERT INTO ledger (writer) VALUES (%s)", [written % 8])
            written += 1
        except DatabaseError:
            failed += 1
        longest = max(longest, time.monotonic() - begun)
    return {"written": written, "failed": failed, "longest": longest}


if __name__ == "__main__":
    # The connection is all that is needed of the site.
    apps.populate([])
    sys.stdout.write(json.dumps(write_for(float(sys.argv[1]))))

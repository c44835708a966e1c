"""Eight processes at once, for half a minute, on one file."""

import json
import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

SECONDS = 30
WRITERS = 8
LONGEST_WAIT = 2.0


def test_eight_processes_write_at_once_and_nothing_is_lost_refused_or_kept_waiting(own_file: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE ledger (id INTEGER PRIMARY KEY, writer INTEGER NOT NULL)")
        cursor.execute("CREATE INDEX ledger_writer ON ledger (writer)")
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{own_file}",
        "DJANGO_SETTINGS_MODULE": "hub.settings.test",
    }
    command = [sys.executable, "-W", "error", "-m", "tests.sqlite.writer", str(SECONDS)]
    writers = [
        subprocess.Popen(command, cwd=settings.PROJECT, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(WRITERS)
    ]
    reports = [json.loads(writer.communicate(timeout=SECONDS + 60)[0]) for writer in writers]

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger")
        kept = cursor.fetchone()[0]
        cursor.execute("PRAGMA integrity_check")
        assert cursor.fetchone() == ("ok",)
    assert all(report["written"] > 0 for report in reports), reports
    assert sum(report["failed"] for report in reports) == 0, reports
    assert kept == sum(report["written"] for report in reports)
    assert max(report["longest"] for report in reports) < LONGEST_WAIT, reports

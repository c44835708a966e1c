"""The demonstration with a page that does nothing beside it, to compare with."""

import os

from hub.settings.demo import *  # noqa: F403
from hub.settings.demo import MIDDLEWARE

ROOT_URLCONF = "tests.bench.urls"
if os.environ.get("BENCH_WITHOUT_MIDDLEWARE"):
    MIDDLEWARE = []

"""What tests of the public pages share: work that is done at once where it is handed over."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

Commit = Callable[[], AbstractContextManager[object]]


@pytest.fixture
def commit(settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Commit:
    """`with commit():` does what follows a commit, tasks and all, when the block ends."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    return lambda: django_capture_on_commit_callbacks(execute=True)

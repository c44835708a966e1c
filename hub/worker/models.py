"""What the worker remembers between one moment and the next."""

from typing import ClassVar

from django.db import models


class WorkerPulse(models.Model):
    """A worker that is alive, or was when it was last seen."""

    worker_id = models.CharField(max_length=64, unique=True)
    started = models.DateTimeField()
    seen = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            # Health asks for the newest pulse.
            models.Index(fields=["-seen"], name="worker_pulse_newest"),
        ]

    def __str__(self) -> str:
        return self.worker_id


class Chore(models.Model):
    """When a piece of recurring work is due next. One row per chore, made when the worker first meets it."""

    name = models.CharField(max_length=80, unique=True)
    due = models.DateTimeField()
    last_enqueued = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

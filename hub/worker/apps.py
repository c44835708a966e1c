from django.apps import AppConfig


class WorkerConfig(AppConfig):
    name = "hub.worker"
    label = "worker"
    verbose_name = "Background work"

    def ready(self) -> None:
        # Importing the module puts its chores on the list.
        from hub.worker import tasks  # noqa: F401, PLC0415

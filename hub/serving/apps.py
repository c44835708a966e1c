from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "hub.serving"
    label = "serving"

    def ready(self) -> None:
        # Importing the module registers its checks and receivers.
        from hub.serving import freshness  # noqa: F401, PLC0415

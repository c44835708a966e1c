from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ServingConfig(AppConfig):
    name = "hub.serving"
    label = "serving"

    def ready(self) -> None:
        # Importing the module registers its checks and receivers.
        from hub.serving import freshness, release  # noqa: PLC0415

        # Once for each migrating, not for each app: the signal comes for every app that has models.
        post_migrate.connect(freshness.after_migrating, sender=apps.get_app_config("wagtailcore"))
        if freshness.is_shared():
            # Now, before the next release is put where this one is.
            release.release()

from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.apps.registry import Apps
from django.conf import settings
from django.db.models.signals import post_migrate

from hub.serving.moments import moments_of_change


def name_the_new_site(apps: Apps, **kwargs: Any) -> None:
    """Give the site of a new database the address in SITE_URL; one that somebody has named already is left alone."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    unnamed = apps.get_model("wagtailcore", "Site").objects.filter(hostname="localhost", port=80, is_default_site=True)
    unnamed.update(hostname=address.hostname, port=port)


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = "Public pages"

    def ready(self) -> None:
        # Models are there only now; importing the modules puts their chores on the list.
        from home import checking, chores, tasks  # noqa: F401, PLC0415
        from home.approval import take_the_place_of_wagtails_letters  # noqa: PLC0415
        from home.site_map import next_change  # noqa: PLC0415

        take_the_place_of_wagtails_letters()
        moments_of_change.append(next_change)
        post_migrate.connect(name_the_new_site, sender=self)
        # Importing the module lets it hear of every picture that is saved.
        from home.pictures import making, upright  # noqa: F401, PLC0415

        upright.let_wagtail_use_it()

"""Editors and publishers work on the glossary."""

from django.db import migrations

GROUPS = ("LA editors", "LA publishers")
ACTIONS = ("add", "change", "delete")


def grant(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    kind, _ = ContentType.objects.get_or_create(app_label="home", model="glossaryterm")
    permissions = [
        # Django makes them when all migrations are done, which is too late to give them to somebody here.
        Permission.objects.get_or_create(
            content_type=kind, codename=f"{action}_glossaryterm", defaults={"name": f"Can {action} short word"}
        )[0]
        for action in ACTIONS
    ]
    for group in apps.get_model("auth.Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0004_contact_glossary_legal"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop, elidable=False)]

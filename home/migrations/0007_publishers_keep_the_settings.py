"""LA publishers may change the settings of the site: a notice cannot wait for an administrator."""

from django.db import migrations


def permit(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    Group = apps.get_model("auth.Group")

    kind, _ = ContentType.objects.get_or_create(app_label="home", model="sitesettings")
    # Django makes permissions only when all migrations are done.
    permission, _ = Permission.objects.get_or_create(
        content_type=kind, codename="change_sitesettings", defaults={"name": "Can change site settings"}
    )
    for group in Group.objects.filter(name="LA publishers"):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0006_sections_and_programmes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(permit, migrations.RunPython.noop, elidable=False)]

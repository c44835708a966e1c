"""A new site begins with our home page and our two groups in place of Wagtail's samples."""

from django.db import migrations

NAMES = {"Editors": "LA editors", "Moderators": "LA publishers"}


def begin(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Page = apps.get_model("wagtailcore.Page")
    Site = apps.get_model("wagtailcore.Site")
    Locale = apps.get_model("wagtailcore.Locale")
    HomePage = apps.get_model("home.HomePage")
    Group = apps.get_model("auth.Group")

    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    kind, _ = ContentType.objects.get_or_create(model="homepage", app_label="home")
    home = HomePage.objects.create(
        title="Home",
        draft_title="Home",
        slug="home",
        content_type=kind,
        path=f"{root.path}0001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=Locale.objects.first(),
        hero_title="No SENCo works alone",
        hero_lead="Clusters of schools meet, share what works and ask for help early.",
    )
    root.numchild = 1
    root.save(update_fields=["numchild"])
    Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True)
    for sample, ours in NAMES.items():
        Group.objects.filter(name=sample).update(name=ours)
    for model in ("Workflow", "Task"):
        approval = apps.get_model("wagtailcore", model).objects.filter(name="Moderators approval")
        approval.update(name="approval by an LA publisher")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0002_initial_data"),
        ("wagtaildocs", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop, elidable=False)]

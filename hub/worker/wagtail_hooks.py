"""What administrators can look up in the back office: what was done in the background, and what failed."""

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django_tasks_db.models import DBTaskResult
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, modeladmin_register

from hub.worker.models import Chore


class LookOnly(PermissionHelper):
    """Administrators may look; nobody adds, changes or deletes by hand."""

    def user_can_list(self, user: AbstractUser) -> bool:
        return user.is_superuser

    def user_can_create(self, user: AbstractUser) -> bool:
        return False

    def user_can_inspect_obj(self, user: AbstractUser, obj: Model) -> bool:
        return user.is_superuser

    def user_can_edit_obj(self, user: AbstractUser, obj: Model) -> bool:
        return False

    def user_can_delete_obj(self, user: AbstractUser, obj: Model) -> bool:
        return False


@modeladmin_register
class BackgroundWorkAdmin(ModelAdmin):
    """What was enqueued, and what became of it."""

    model = DBTaskResult
    menu_label = "Background work"
    menu_icon = "history"
    menu_order = 900
    add_to_settings_menu = True
    permission_helper_class = LookOnly
    inspect_view_enabled = True
    inspect_view_fields = (
        "task_path", "status", "enqueued_at", "started_at", "finished_at", "exception_class_path", "traceback",
    )  # fmt: skip
    list_display = ("task_path", "status", "enqueued_at", "finished_at")
    list_filter = ("status",)
    search_fields = ("task_path",)
    ordering: ClassVar[tuple[str, ...]] = ("-enqueued_at",)


@modeladmin_register
class ChoreAdmin(ModelAdmin):
    """What is done by the clock, and when it is due next."""

    model = Chore
    menu_label = "Recurring work"
    menu_icon = "calendar"
    menu_order = 901
    add_to_settings_menu = True
    permission_helper_class = LookOnly
    inspect_view_enabled = True
    list_display = ("name", "last_enqueued", "due")
    ordering: ClassVar[tuple[str, ...]] = ("due",)

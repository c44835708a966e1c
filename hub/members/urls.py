"""Signing in and out, and finding the way back in. The names are those django-allauth asks for."""

from allauth.account import views
from django.urls import path, re_path

from hub.members.views import SignInView

urlpatterns = [
    path("sign-in/", SignInView.as_view(), name="account_login"),
    path("sign-out/", views.logout, name="account_logout"),
    path("join/", views.signup, name="account_signup"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("forgotten-password/", views.password_reset, name="account_reset_password"),
    path("forgotten-password/sent/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^new-password/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("new-password/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]

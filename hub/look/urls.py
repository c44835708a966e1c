"""The gallery of parts, and the style sheet of a council's accent."""

from django.urls import path

from hub.look import views

# Shown only where the STYLEGUIDE setting says so.
urlpatterns = [path("styleguide/", views.styleguide, name="styleguide")]

theme_urlpatterns = [path("theme/<str:key>.css", views.theme, name="theme")]

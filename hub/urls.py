"""Every address of the site, on one screen. Pages that editors publish answer whatever is not named here."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic import RedirectView, TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from home import page_answers
from home.documents.serving import document
from home.feeds import news_feed
from home.views import page
from hub.look.urls import theme_urlpatterns
from hub.look.urls import urlpatterns as styleguide_urlpatterns
from hub.serving.health import health
from hub.serving.media import picture

urlpatterns = [
    # For machines
    path("health/", health, name="health"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain"), name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("media/images/<path:path>", picture, name="picture"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)feed\.atom$", news_feed, name="news_feed"),
    *theme_urlpatterns,
    # For people
    path("account/", include("hub.members.urls")),
    path("search/", include("search.urls")),
    path("useful/<int:page_id>/", page_answers.useful, name="page_useful"),
    path("useful/<int:page_id>/remark/", page_answers.remark, name="page_remark"),
    path("useful/<int:page_id>/thank-you/", page_answers.thank_you, name="page_useful_thanks"),
    # For those who publish: one way to sign in, the site's own
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="admin_login"),
    path(
        "_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True), name="private_page_login"
    ),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.STYLEGUIDE:
    urlpatterns += styleguide_urlpatterns

# Last, because pages take every address that is left
urlpatterns += [
    path("", page, name="home"),
    # Wagtail's own form for pages with a password is not a page.
    re_path(r"^((?!_util/)(?:[\w\-]+/)+)$", page, name="page"),
    path("", include(wagtail_urls)),
]

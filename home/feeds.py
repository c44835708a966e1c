"""The news as a feed, for people and programs that follow it."""

import re
from datetime import UTC, date, datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import conditional_page, require_safe
from wagtail.models import Site

from home.models import NewsIndexPage, NewsPage
from home.places import places_of
from home.site_map import site_map

NEWS_IN_A_FEED = 20
# What XML cannot hold at all, however it is written.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NewsFeed(Atom1Feed):
    """An Atom feed that is the same whenever it is asked for: without entries it is as old as `begun`."""

    begun: datetime

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        moments = [item["updateddate"] for item in self.items]
        return max(moments, default=self.begun)


@require_safe
@conditional_page
def news_feed(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the latest news of the list at `path`. Raises Http404 where no list is that everybody may read."""
    site = Site.find_for_request(request)
    place = places_of(site).at(f"/{path}")
    index = NewsIndexPage.objects.filter(pk=place.pk, live=True).first() if place else None
    if index is None:
        raise Http404
    whole = site_map(site)
    feed = NewsFeed(
        title=as_xml(f"{index.title} \N{EN DASH} {whole.name}, {whole.council}"),
        link=request.build_absolute_uri(index.address),
        description="",
        subtitle=as_xml(index.lead) or None,
        author_name=as_xml(whole.council),
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=index.translation_key.urn,
        language="en-gb",
    )
    feed.begun = index.last_published_at or datetime.fromtimestamp(0, UTC)
    for news in NewsPage.objects.child_of(index).published()[:NEWS_IN_A_FEED]:
        published = _begin_of(news.date)
        feed.add_item(
            title=as_xml(news.title),
            link=request.build_absolute_uri(news.address),
            # The summary is read as HTML.
            description=escape(as_xml(news.summary)),
            # Stays the same when the piece gets another address.
            unique_id=news.translation_key.urn,
            pubdate=published,
            updateddate=max(published, news.last_published_at or published),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def as_xml(words: str) -> str:
    """Return `words` without the signs that no XML can hold."""
    return _NO_XML.sub("", words)


def _begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))

"""Fills the home page, and what stands above and below every page: the council's names and the footer."""

from datetime import date

from wagtail.models import Site as WagtailSite

from home.models import HomePage, SiteSettings
from hub.demo.diary import Diary, coming
from hub.demo.markup import Body
from hub.demo.pages import Site
from hub.demo.wording import curly

FOOTER = (
    "accessibility-statement", "privacy", "cookies", "house-rules", "glossary", "contact-us", "report-a-problem",
)  # fmt: skip
_DOORS = (
    (
        "get-support-for-a-pupil",
        "Get support for a pupil",
        "What to try first, who to ask, and when to bring it to your cluster.",
    ),
    (
        "top-up-funding",
        "Top-up funding and panels",
        "What schools pay for, what the panel can add, dates and cut-offs.",
    ),
    (
        "guidance-and-templates",
        "Guidance and templates",
        "Provision maps, referral forms and guides checked by our advisers.",
    ),
    ("meeting-dates", "Meeting dates {year}", "Every cluster meeting, panel and training morning this year."),
    (
        "new-to-being-a-senco",
        "New to being a SENCo?",
        "Your first half-term, week by week, and who will show you round.",
    ),
    ("who-does-what", "Who does what", "Lead SENCos, advisory teachers, psychologists and how to reach them."),
)
_PURPOSES = (
    (
        "circle",
        "Meet the people near you",
        "Twelve clusters of schools meet every term, each with lead SENCos, an adviser and a psychologist of its own.",
    ),
    (
        "square",
        "Share what works",
        "Forms, maps and guides that schools made and advisers checked, so that nobody starts with an empty page.",
    ),
    (
        "triangle",
        "Ask for help early",
        "One way from the first worry to a panel's decision, with dates you can plan by and people you can ring.",
    ),
)


def is_untouched(home: HomePage) -> bool:
    """Whether nobody has worked on the home page since the site was made."""
    return home.latest_revision_id is None


def fill_home(site: Site, today: date, seed: int) -> None:
    """Give the home page its words, doors, dates and clusters, and publish it."""
    # Read again, for planting pages under it has changed what it says about its place in the tree.
    home = HomePage.objects.get(pk=site.home.pk)
    diary = coming(today, seed)
    year = diary.year.name
    home.title = "Home"
    home.hero_title = "No SENCo in Northmere works alone"
    home.hero_lead = (
        "Twelve clusters of schools meet, share what works and ask for help early. "
        "Find yours and see when it next meets."
    )
    home.search_label = "What do you need to know?"
    home.search_hint = curly("A place, a service, a form: 'Dunmere', 'top-up', 'referral'")
    home.purpose_title = "What the hub is for"
    home.purpose = [
        {"type": "purpose", "value": {"shape": shape, "title": title, "text": curly(text)}}
        for shape, title, text in _PURPOSES
    ]
    home.doors = [
        {
            "type": "door",
            "value": {
                "title": title.format(year=year),
                "text": text,
                "page": site.page(slug),
                "address": "",
            },
        }
        for slug, title, text in _DOORS
    ]
    home.dates = _dates(site, diary)
    home.members_title = "SENCos in Northmere"
    home.members_text = curly(
        "Sign in with your work address. The forum, your cluster's space and the library open to members here "
        "over the coming months."
    )
    home.tiles_title = "The twelve clusters"
    home.tiles = [{"type": "tile", "value": tile} for tile in site.tiles("")]
    home.tiles_page_id = site.page("find-a-cluster")
    site.publish(home, today)


def fill_settings(site: Site, *, again: bool = False) -> None:
    """Give the site its names and its footer, unless somebody already has; `again` gives them in any case."""
    settings = SiteSettings.for_site(WagtailSite.objects.get(is_default_site=True))
    if settings.council != SiteSettings().council and not again:
        return
    settings.name = "SENCo Hub"
    settings.council = "Northmere Council"
    settings.accent = ""
    settings.service = (
        "Run by the SEND and Inclusion Service of Northmere Council for every school and setting in the area."
    )
    settings.safeguarding = (
        "Do not post it here. Tell your designated safeguarding lead, or ring the Northmere safeguarding team on "
        "01632 960 118."
    )
    settings.footer_links = [{"type": "page", "value": site.page(slug)} for slug in FOOTER]
    settings.save()


def _dates(site: Site, diary: Diary) -> Body:
    dates = [
        *(
            (m.day, f"{m.cluster.name} cluster meeting", m.cluster.meeting_time, m.cluster.slug)
            for m in diary.meetings[:4]
        ),
        *((panel.closes, "Top-up panel: requests close", "5pm", "panels-and-dates") for panel in diary.panels[:2]),
        *((day, "Morning for new SENCos", "9.30am to 12 noon", "new-to-being-a-senco") for day in diary.mornings[:2]),
    ]
    return [
        {
            "type": "date",
            "value": {"title": title, "day": day.isoformat(), "time": when, "page": site.page(slug), "address": ""},
        }
        for day, title, when, slug in sorted(dates)
    ]

"""What the gallery of parts shows: a form with every kind of field, and examples for the components.

The names and places are made up.
"""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, ClassVar

from django import forms
from django.core.paginator import Paginator

from hub.look.forms import DayMonthYear, HubForm
from hub.look.shapes import HUES, ICONS, SHAPES

COLOURS = [
    "ink",
    "ink-soft",
    "paper",
    "oat",
    "oat-deep",
    "line",
    "line-strong",
    "accent",
    "accent-strong",
    "accent-tint",
    "accent-line",
    "deep",
    "deep-2",
    "deep-3",
    "focus",
    "good",
    "good-tint",
    "warn",
    "warn-tint",
    "bad",
    "bad-tint",
    "teal",
    "blue",
    "heather",
    "rose",
    "clay",
    "moss",
]


class EveryFieldForm(HubForm, forms.Form):
    """Every kind of field once."""

    PHASES: ClassVar = [("", "Choose one"), ("primary", "Primary"), ("secondary", "Secondary"), ("post-16", "Post-16")]
    ROLES: ClassVar = [("senco", "SENCo"), ("deputy", "Deputy or assistant SENCo"), ("head", "Head teacher")]
    AREAS: ClassVar = [("talk", "Communication and interaction"), ("learn", "Cognition and learning")]

    school = forms.CharField(
        label="Your school or setting",
        help_text="As it is written on its sign",
        error_messages={"required": "Enter the name of your school"},
    )
    email = forms.EmailField(
        label="E-mail address", error_messages={"invalid": "Enter an e-mail address like name@example.org"}
    )
    password = forms.CharField(
        label="Password",
        widget=forms.PasswordInput,
        help_text="At least 12 characters",
        error_messages={"required": "Enter a password"},
    )
    phase = forms.ChoiceField(label="Phase", choices=PHASES, error_messages={"required": "Choose a phase"})
    role = forms.ChoiceField(
        label="Your role there",
        choices=ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose your role"},
    )
    areas = forms.MultipleChoiceField(
        label="Areas you can advise on",
        choices=AREAS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Choose all that fit",
    )
    since = forms.DateField(
        label="When you began",
        widget=DayMonthYear,
        help_text="For example, 1 9 2026",
        error_messages={"invalid": "Enter a real date, such as 1 9 2026"},
    )
    why = forms.CharField(
        label="Why you would like to join",
        widget=forms.Textarea({"rows": 4}),
        help_text="One or two sentences. Write “Pupil A”, never a name or initials.",
    )
    paper = forms.FileField(
        label="A letter from your head teacher", required=False, help_text="PDF or Word, up to 5 MB"
    )
    charter = forms.BooleanField(
        label="My school accepts the charter", error_messages={"required": "Say that you accept the charter"}
    )


def gallery() -> dict[str, Any]:
    """Return what the page of the gallery needs."""
    fresh = EveryFieldForm(
        auto_id="fresh_%s",
        initial={"role": "senco", "areas": ["talk"], "since": date(2026, 9, 1), "phase": "primary", "charter": True},
    )
    wrong = EveryFieldForm(
        {
            "email": "amy at example",
            "role": "",
            "since_day": "31",
            "since_month": "2",
            "since_year": "2026",
            "why": "To learn",
        },
        auto_id="wrong_%s",
    )
    return {
        "colours": COLOURS,
        "shapes": SHAPES,
        "hues": HUES,
        "icons": ICONS,
        "fresh": fresh,
        "wrong": wrong,
        "crumbs": [_link("Home"), _link("Help for schools")],
        "section": _link("Help for schools"),
        "section_pages": [
            _link("Get support for a pupil", current=True),
            _link("Top-up funding"),
            _link("Who does what"),
        ],
        "contents": [SimpleNamespace(id="buttons", title="Buttons"), SimpleNamespace(id="fields", title="Fields")],
        "pages": Paginator(range(120), 10).get_page(5),
        "news": _news(),
        "dates": _dates(),
        "steps": _steps(),
        "purposes": _purposes(),
        "inset": SimpleNamespace(text="Ask early. You do not need a diagnosis to bring a question to your cluster."),
        "facts": _facts(),
        "short_words": _short_words(),
        "contact": SimpleNamespace(
            title="Ring us", phone="01632 960142", hours="Weekdays 8.30am to 4.30pm", text="", email=""
        ),
        "kept": SimpleNamespace(looked_after_by="Inclusion advisers", last_published_at=date(2026, 11, 9)),
        "notices": [
            SimpleNamespace(html="<p>The helpline is closed on <b>Monday 31 August</b>.</p>", important=False),
            SimpleNamespace(
                html='<p>All cluster meetings this afternoon are online. <a href="/styleguide/">Join yours</a></p>',
                important=True,
            ),
        ],
        "cluster": _cluster(),
        "rows": _rows(),
        "table_header": ["Service", "Ask about", "First reply"],
        "table": [["Lead SENCo", "Anything", "2 days"], ["Advisory teachers", "Teaching, access", "5 days"]],
    } | _blocks()


def _blocks() -> dict[str, Any]:
    """What editors build pages from."""
    return {
        "sections": [
            SimpleNamespace(title="Who pays for a visit?", text="Nobody. Three visits a year are free."),
            SimpleNamespace(title="Do parents have to agree?", text="Yes, before anybody comes."),
        ],
        "quote": SimpleNamespace(
            words="I used to keep my questions until they were problems. Now I bring them to the next meeting.",
            who="SENCo in her first year, primary",
        ),
        "documents": [
            SimpleNamespace(title="Referral to the cluster", url="/styleguide/", kind="Word", size="48 KB"),
            SimpleNamespace(title="Ordinarily available provision", url="/styleguide/", kind="PDF", size="1.2 MB"),
        ],
        "key_dates": [
            *(SimpleNamespace(**vars(item), past=False, ends=None) for item in _dates()),
            SimpleNamespace(
                title="Training for new SENCos",
                starts=date(2026, 10, 5),
                ends=date(2026, 10, 6),
                time="9.30am to 12 noon",
                href="",
                soon=False,
                past=True,
            ),
        ],
        "figures": SimpleNamespace(
            figures=[
                SimpleNamespace(figure="125", what="schools in twelve clusters", source="The council", year="2026"),
                SimpleNamespace(figure="93%", what="of requests answered in time", source="Funding team", year="2025"),
            ]
        ),
        "bars_about": SimpleNamespace(
            title="Questions brought to clusters", labels="Area of need", unit="Questions", source="Lead SENCos, 2026"
        ),
        "bars": [
            SimpleNamespace(label="Communication and interaction", number=Decimal(84), length=100),
            SimpleNamespace(label="Cognition and learning", number=Decimal(61), length=73),
            SimpleNamespace(label="Sensory and physical", number=Decimal(17), length=20),
        ],
        # Without a player nothing can be pressed here but the link.
        "video": SimpleNamespace(
            title="What happens at a cluster meeting",
            length="4 minutes",
            link="/styleguide/",
            video=SimpleNamespace(host="youtube.com", player=""),
            words="Eleven SENCos sit round one table.",
        ),
    }


def _link(title: str, *, current: bool = False) -> SimpleNamespace:
    return SimpleNamespace(title=title, url="/styleguide/", current=current)


def _news() -> list[SimpleNamespace]:
    told = [
        ("Drop-ins move to the library from January", "Twenty-minute slots on the second Thursday of each month."),
        ("Two clusters try joint transition visits", "Year 6 pupils meet their new key worker in March, not July."),
        ("Autumn panel: what made a request easy to agree", "Three things the panel looked for."),
    ]
    return [
        SimpleNamespace(
            title=title, summary=summary, address="/styleguide/", date=date(2026, 11, 18 - number), picture=None
        )
        for number, (title, summary) in enumerate(told)
    ]


def _dates() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            title="Cluster meeting", starts=date(2026, 11, 25), time="1.30pm to 4pm", href="/styleguide/", soon=True
        ),
        SimpleNamespace(
            title="Top-up panel: requests close", starts=date(2026, 12, 1), time="5pm", href="", soon=False
        ),
    ]


def _steps() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(title="Talk to your cluster", text="Describe the need without naming the pupil."),
        SimpleNamespace(title="Invite a visit", text="Visits are free and last about an hour."),
        SimpleNamespace(title="Agree a review date", text="Every award has one."),
    ]


def _cluster() -> SimpleNamespace:
    return SimpleNamespace(
        size="11 primary schools",
        localities="Ashfold, Withy Green and Lode",
        rhythm="3 meetings a year",
        usual_time="1.30pm to 4pm",
        usual_place="Withy Green Village Hall",
        mailbox="ashfold@northmere.example",
    )


def _rows() -> list[SimpleNamespace]:
    told = [("Ashfold", "circle", "teal"), ("Brackenhill", "triangle", "moss"), ("Coldwater", "diamond", "blue")]
    return [
        SimpleNamespace(title=title, url="/styleguide/", text="11 primary schools", shape=shape, hue=hue)
        for title, shape, hue in told
    ]


def _facts() -> SimpleNamespace:
    return SimpleNamespace(
        facts=[
            SimpleNamespace(term="Area of need", text="Sensory and physical"),
            SimpleNamespace(term="Key stage", text="1 and 2"),
        ]
    )


def _short_words() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            term="APDR",
            anchor="apdr",
            meanings=[
                SimpleNamespace(
                    words="assess, plan, do, review",
                    explanation="The cycle by which a school helps a child.",
                    synonyms=["graduated approach"],
                    see_also=[("AR", "ar"), ("SEN", "")],
                )
            ],
        ),
        SimpleNamespace(
            term="AR",
            anchor="ar",
            meanings=[SimpleNamespace(words="annual review", explanation="", synonyms=[], see_also=[])],
        ),
    ]


def _purposes() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(shape="circle", title="Meet", text="Schools near each other meet every half-term."),
        SimpleNamespace(shape="square", title="Share", text="What worked in one school is there for all."),
        SimpleNamespace(shape="triangle", title="Ask early", text="A question costs nothing and needs no diagnosis."),
    ]

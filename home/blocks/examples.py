"""What the blocks look like, for the editor's picker. Places, people and numbers are made up."""

from typing import Any, Final

Example = dict[str, Any]

_ELSEWHERE: Final = "https://www.northmere.example/"


def _link(name: str) -> Example:
    return {"page": None, "address": f"{_ELSEWHERE}{name}"}


TEXT: Final = (
    "<h2>Before you ask</h2><p>Most needs can be met with what your school already offers. Your cluster will ask:</p>"
    "<ul><li>what you have tried, and for how long</li><li>what changed</li></ul>"
)
INSET: Final[Example] = {
    "text": "<p><b>Ask early.</b> You do not need a diagnosis to bring a question to your cluster.</p>"
}
WARNING: Final[Example] = {"text": "<p>Write &lsquo;Pupil A&rsquo;, never a name, initials or a date of birth.</p>"}
QUOTE: Final[Example] = {
    "words": "I used to keep my questions until they were problems. Now I bring them to the next meeting.",
    "who": "SENCo in her first year, primary",
}
STEPS: Final[Example] = {
    "steps": [
        {"title": "Talk to your cluster", "text": "<p>Describe the need without naming the pupil.</p>"},
        {"title": "Invite a visit", "text": "<p>Visits are free and last about an hour.</p>"},
    ]
}
ACCORDION: Final[Example] = {
    "sections": [
        {"title": "Who pays for a visit?", "text": "<p>Nobody. Three visits a year are free for every school.</p>"},
        {"title": "Do parents have to agree?", "text": "<p>Yes, before anybody comes to see their child.</p>"},
        {"title": "How soon does somebody come?", "text": "<p>Within ten school days.</p>"},
    ]
}
FACTS: Final[Example] = {
    "facts": [
        {"term": "Meetings", "text": "Once a term, 1.30pm to 4pm"},
        {"term": "Where", "text": "Dunmere Primary School, the library"},
    ]
}
TABLE: Final[Example] = {
    "data": [["Service", "First reply"], ["Lead SENCo", "2 days"], ["Advisory teachers", "5 days"]],
    "table_caption": "Services and how soon they reply",
    "table_header_choice": "both",
    "first_row_is_table_header": True,
    "first_col_is_header": True,
}
FIGURES: Final[Example] = {
    "figures": [
        {"figure": "125", "what": "schools in twelve clusters", "source": "Northmere Council", "year": "2026"},
        {"figure": "93%", "what": "of requests answered in time", "source": "SEND Funding Team", "year": "2025"},
    ]
}
BARS: Final[Example] = {
    "title": "Questions brought to clusters, by area of need",
    "labels": "Area of need",
    "unit": "Questions",
    "bars": [
        {"label": "Communication and interaction", "number": 84},
        {"label": "Cognition and learning", "number": 61},
        {"label": "Sensory and physical", "number": 17},
    ],
    "source": "Notes of lead SENCos, 2026",
}
# In how many days, lasting how many more, and what it is.
DATES: Final[tuple[tuple[int, int, Example], ...]] = (
    (4, 0, {"title": "Dunmere cluster meeting", "time": "1.30pm to 4pm"} | _link("dunmere")),
    (11, 0, {"title": "Top-up panel: requests close", "time": "By 5pm", "page": None, "address": ""}),
    (25, 2, {"title": "Training for new SENCos", "time": "", "page": None, "address": ""}),
)
PICTURE: Final[Example] = {
    "picture": None,
    "caption": "Twelve clusters, one table: lead SENCos meet twice a year.",
}
VIDEO: Final[Example] = {
    "link": "https://www.youtube.com/watch?v=northmere-b",
    "title": "What happens at a cluster meeting",
    "length": "4 minutes",
    "poster": None,
    "words_page": None,
    "words": "<p>A cluster meeting begins with news, and then one school brings a question.</p>",
}
BUTTON: Final[Example] = {"text": "Find the referral form"} | _link("referral")
CARDS: Final[Example] = {
    "cards": [
        {
            "title": "Get support for a pupil",
            "text": "What to try first, who to ask, and when to bring it to your cluster.",
            "picture": None,
        }
        | _link("support"),
        {
            "title": "Top-up funding",
            "text": "What schools pay for, what the panel can add, dates and cut-offs.",
            "picture": None,
        }
        | _link("top-up"),
    ]
}
# Title, name of the file, size in bytes.
DOCUMENTS: Final[tuple[tuple[str, str, int], ...]] = (
    ("Referral to the cluster", "referral.docx", 48_000),
    ("Costed provision map", "provision-map.xlsx", 126_000),
    ("Ordinarily available provision", "provision.pdf", 1_240_000),
)
TILES: Final[Example] = {
    "tiles": [
        {"name": "Dunmere", "about": "11 primary schools", "shape": "circle", "hue": "teal"} | _link("dunmere"),
        {"name": "Harbour", "about": "9 primary schools", "shape": "sail", "hue": "blue"} | _link("harbour"),
    ]
}
CONTACT: Final[Example] = {
    "title": "Inclusion helpline",
    "text": "If you do not know whom to ask",
    "phone": "01632 960 142",
    "email": "inclusion@northmere.example",
    "hours": "Weekdays 8.30am to 4.30pm",
}

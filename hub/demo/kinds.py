"""Which type of page a text becomes, by its fact 'Kind'; without one it is a page of guidance."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from wagtail.models import Page

from home.models import ClusterProgrammePage, ContentPage, SectionPage
from hub.demo.markup import BadTextError, Body

Facts = Mapping[str, str]
Common = dict[str, Any]


def page_of_kind(facts: Facts, common: Common) -> Page:
    """Return a new page of the type that the facts name. Raises BadTextError for a kind that does not exist."""
    kind = facts.get("Kind", "guidance")
    if kind not in _MAKERS:
        raise BadTextError(f"There is no kind of page called '{kind}'.")
    return _MAKERS[kind](facts, common | {"lead": facts["Lead"], "looked_after_by": facts.get("Kept by", "")})


def fill(page: Any, body: Body, side: Body) -> None:
    """Give a page what its text says; in a section the mark of the list divides what is above from what is below."""
    before, after = _around_the_list(body)
    page.side = side
    has_a_list = isinstance(page, SectionPage)
    page.body = before if has_a_list else before + after
    if has_a_list:
        page.more = after


def _around_the_list(body: Body) -> tuple[Body, Body]:
    place = next((number for number, block in enumerate(body) if block["type"] == "list"), len(body))
    return body[:place], body[place + 1 :]


def _guidance(facts: Facts, common: Common) -> Page:
    return ContentPage(**common)


def _section(facts: Facts, common: Common) -> Page:
    return SectionPage(
        **common,
        list_title=facts.get("List", "In this section"),
        arrangement=facts.get("Arrangement", SectionPage.Arrangement.DOORS),
    )


def _cluster(facts: Facts, common: Common) -> Page:
    return ClusterProgrammePage(
        **common,
        objectives=[{"type": "objective", "value": words} for words in _parts(facts["Objectives"])],
        phases=[{"type": "phase", "value": words} for words in _parts(facts["Phases"])],
        localities=facts["Area"],
        schools=int(facts["Schools"]),
        mailbox=facts["Mailbox"],
        meetings=int(facts["Meetings a year"]),
        usual_time=facts["Time"],
        usual_place=facts["Place"],
        dates=[_date(words) for words in _parts(facts["Dates"])],
        leads=[_lead(words) for words in _parts(facts["Leads"])],
        shape=facts["Shape"],
        hue=facts["Colour"],
    )


def _date(words: str) -> Common:
    day, _, title = words.partition(" ")
    return {"type": "date", "value": {"title": title, "day": day, "time": "", "place": ""}}


def _lead(words: str) -> Common:
    role, _, rest = words.partition(" = ")
    text, _, email = rest.partition(" at ")
    return {"type": "lead", "value": {"role": role, "text": text, "email": email}}


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(";") if part.strip()]


_MAKERS: Final[dict[str, Callable[[Facts, Common], Page]]] = {
    "guidance": _guidance,
    "section": _section,
    "cluster": _cluster,
}

"""Short words are explained the first time they stand in a text, and nothing else about the text changes."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st

from home.glossary.explaining import explained
from home.glossary.terms import Entry, Meaning
from home.models import GlossaryTerm, HomePage
from hub.serving.freshness import raise_version
from tests.factories.pages import ContentPageFactory, GlossaryPageFactory, NewsIndexPageFactory, NewsPageFactory

GLOSSARY = "/glossary/"


def entry(term: str, *words: str, synonyms: tuple[str, ...] = (), explain: bool = True) -> Entry:
    """Make a short word that stands for `words`."""
    return Entry(term, term.lower(), tuple(Meaning(each, "", synonyms, (), explain) for each in words))


EHCP = entry("EHCP", "education, health and care plan", synonyms=("EHC plan", "statement"))
SEN = entry("SEN", "special educational needs")
SENCO = entry("NPQ-SENCO", "national professional qualification for SENCOs")
SLT = entry("SLT", "speech and language therapy", "senior leadership team")
CI = entry("C&I", "communication and interaction")
ENTRIES = (EHCP, SEN, SENCO, SLT, CI, entry("NC", "national curriculum", explain=False))


def marked(html: str) -> list[str]:
    """Return the words that are marked in `html`."""
    return re.findall(r'<a class="term"[^>]*>([^<]+)<', explained(html, ENTRIES, GLOSSARY))


def test_a_mark_is_a_link_whose_name_says_what_the_word_means() -> None:
    html = explained("<p>An EHCP helps.</p>", ENTRIES, GLOSSARY)
    assert html == (
        '<p>An <a class="term" href="/glossary/#ehcp" data-means="Education, health and care plan.">EHCP'
        '<span class="govuk-visually-hidden"> (education, health and care plan)</span></a> helps.</p>'
    )


def test_a_word_with_two_meanings_says_both() -> None:
    html = explained("<p>Ask the SLT.</p>", ENTRIES, GLOSSARY)
    assert "(speech and language therapy, or senior leadership team)" in html


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>EHCP, EHCP</p><p>EHCP</p>", ["EHCP"]),
        ("<p>An EHC plan, an EHCP</p>", ["EHC plan"]),
        ("<p>A statement</p>", []),
        ("<p>Two EHCPs</p>", ["EHCPs"]),
        ("<p>ehcp, Ehcp, EHCPX, XEHCP, EHCP2</p>", []),
        ("<p>NPQ-SENCO</p>", ["NPQ-SENCO"]),
        ("<p>C&amp;I and SEN</p>", ["C&amp;I", "SEN"]),
        ("<p>NC</p>", []),
        ("<h2>EHCP</h2><h3>EHCP</h3>", []),
        ("<h2>EHCP</h2><p>EHCP</p>", ["EHCP"]),
        ('<p><a href="/x/">about <b>EHCP</b></a></p>', []),
        ("<button>EHCP</button><summary>EHCP</summary><label>EHCP</label>", []),
        ("<table><caption>EHCP</caption><tr><th>EHCP</th><td>SEN</td></tr></table>", ["SEN"]),
        ("<dl><dt>EHCP</dt><dd>SEN</dd></dl>", ["SEN"]),
        ("<code>EHCP</code><pre>EHCP</pre><abbr>EHCP</abbr>", []),
        ("<script>if (1 < 2) '</b>EHCP'</script><style>EHCP</style><!-- EHCP -->", []),
        ('<span class="a govuk-visually-hidden">EHCP <span>SEN</span> SEN</span> SEN', ["SEN"]),
        ('<p aria-hidden="true">EHCP</p><div hidden>EHCP</div>', []),
        ("<img alt=\"EHCP > SEN\"><p title='EHCP'>SLT</p>", ["SLT"]),
        ("<p>www.SEN.example, SEN@northmere.example, /SEN/, SEN.pdf, #SEN</p>", []),
        ("<p>(SEN)</p>", ["SEN"]),
        ("<p>The end is SEN.</p>", ["SEN"]),
        ("SEN < EHCP", ["SEN", "EHCP"]),
        ("<h2>EHCP", []),
        ("</h2>EHCP", ["EHCP"]),
    ],
)
def test_only_whole_words_in_running_text_are_marked(html: str, words: list[str]) -> None:
    assert marked(html) == words


class _Reader(HTMLParser):
    """Reads the text of a page, without what was added to it, and what the tags say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self._added = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("class") == "govuk-visually-hidden":
            self._added = True
        elif named.get("class") != "term":
            self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._added = False

    def handle_data(self, data: str) -> None:
        if not self._added:
            self.text += data


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


# fmt: off
_PIECES = st.sampled_from([
    "EHCP", "SEN", "SLT ", "C&amp;I", "C&I", " ", "<p>", "</p>", "<h2>", "</h2>", "<a href='EHCP>'>", "</a>", "<b>",
    "</b>", "<", ">", '"', "'", "&", "<br>", '<i title="SEN>">', "</i>", "<!-- SEN -->", "<td>", "</td>", "s", ".",
])
# fmt: on


@given(st.one_of(st.lists(_PIECES, max_size=25).map("".join), st.text(max_size=80)))
@example("<a href='EHCP>'>SEN</a>SEN")
def test_whatever_the_text_nothing_is_taken_away_and_no_word_is_marked_twice(html: str) -> None:
    done = explained(html, ENTRIES, GLOSSARY)
    links = re.findall(r'<a class="term" href="([^"]+)" data-means="[^"]*">', done)
    assert len(links) == len(set(links))
    without = re.sub(r'<a class="term"[^>]*>([^<]*)<span class="govuk-visually-hidden">[^<]*</span></a>', r"\1", done)
    assert without == html


@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h2", "b", "li", "td", "th"]), st.text("EHCPSN <&", max_size=12)), max_size=8
    )
)
def test_in_html_that_is_well_made_the_tags_and_the_text_stay(parts: list[tuple[str, str]]) -> None:
    html = "".join(f"<{tag}>{text.replace('&', '&amp;').replace('<', '&lt;')}</{tag}>" for tag, text in parts)
    before, after = read(html), read(explained(html, ENTRIES, GLOSSARY))
    assert after.text == before.text
    assert after.tags == before.tags


def test_the_first_occurrence_on_a_page_is_marked_over_all_its_blocks(home: HomePage, client: Client) -> None:
    GlossaryPageFactory.create(parent=home)
    GlossaryTerm.objects.create(term="EHCP", words="education, health and care plan")
    body = [
        ("text", "<h2>The EHCP</h2><p>An EHCP.</p>"),
        ("inset", {"text": "<p>An EHCP again.</p>"}),
    ]
    ContentPageFactory.create(parent=home, slug="plans", body=body)
    news = NewsIndexPageFactory.create(parent=home, slug="news")
    NewsPageFactory.create(parent=news, slug="item", body=body)
    raise_version()
    for address in ("/plans/", "/news/item/"):
        html = client.get(address).content.decode()
        assert html.count('class="term"') == 1, address
        assert ">EHCP<span" in html
    assert '<h2 id="the-ehcp">' in client.get("/plans/").content.decode()


def test_without_a_public_glossary_nothing_is_marked(home: HomePage, client: Client) -> None:
    GlossaryPageFactory.create(parent=home, live=False)
    GlossaryTerm.objects.create(term="EHCP", words="education, health and care plan")
    ContentPageFactory.create(parent=home, slug="plans", body=[("text", "<p>An EHCP.</p>")])
    raise_version()
    html = client.get("/plans/").content.decode()
    assert "An EHCP." in html
    assert 'class="term"' not in html

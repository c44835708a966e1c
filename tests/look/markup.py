"""Reads drawn HTML the way the tests ask about it: by tag, class and attribute."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "wbr", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Element:
    """An element with its attributes, its own words and what stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    words: str = ""

    @property
    def text(self) -> str:
        """All words in it, in order of tags, with single spaces."""
        return " ".join(" ".join([self.words, *(child.text for child in self.children)]).split())

    @property
    def classes(self) -> set[str]:
        """The names in its class attribute."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", class_: str = "", **attributes: str) -> list["Element"]:
        """Find everything below it with this tag, class and attributes; `for_` stands for `for`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        found = []
        for child in self.children:
            fits = (not tag or child.tag == tag) and (not class_ or class_ in child.classes)
            if fits and all(child.attributes.get(name) == value for name, value in wanted.items()):
                found.append(child)
            found += child.all(tag, class_, **attributes)
        return found

    def one(self, tag: str = "", class_: str = "", **attributes: str) -> "Element":
        """Find the only such element below it."""
        found = self.all(tag, class_, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag} {class_} {attributes}"
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].words += f" {data}"


def read(html: str) -> Element:
    """Return what `html` holds. Fails where tags do not pair."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]

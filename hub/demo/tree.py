"""The tree of pages as it is written in `words/pages/`: which files there are, in which order, and what each says."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from hub.demo.clusters import CLUSTERS
from hub.demo.markup import BadTextError, Text, read
from hub.demo.wording import cluster_words, curly, words_of

WORDS: Final = Path(__file__).parent / "words"
NEWS: Final = "news"
FIND_A_CLUSTER: Final = "find-a-cluster"
_NUMBERED = re.compile(r"(?P<number>\d+)-(?P<slug>[a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that is to be: the last part of its address, the page above it, and its text."""

    slug: str
    parent: str
    text: Text

    @property
    def is_news(self) -> bool:
        """Whether it is a piece of news."""
        return self.parent == NEWS


def leaves(today: date, seed: int) -> list[Leaf]:
    """Return all pages, each after the one above it. Raises BadTextError when a file cannot be read."""
    words = words_of(today, seed)
    found = list(_written(WORDS / "pages", "", words))
    template = (WORDS / "cluster.md").read_text(encoding="utf-8")
    for cluster in CLUSTERS:
        text = _filled(template, words | cluster_words(cluster, today, seed))
        found.append(Leaf(cluster.slug, FIND_A_CLUSTER, read(text)))
    return found


def _written(folder: Path, parent: str, words: Mapping[str, str]) -> Iterator[Leaf]:
    for file in sorted(folder.glob("*.md"), key=_number):
        slug = _parts(file)["slug"]
        yield Leaf(slug, parent, read(_filled(file.read_text(encoding="utf-8"), words)))
        if file.with_suffix("").is_dir():
            yield from _written(file.with_suffix(""), slug, words)


def _filled(source: str, words: Mapping[str, str]) -> str:
    try:
        return curly(source.format_map(words))
    except KeyError as missing:
        raise BadTextError(f"A text asks for {{{missing.args[0]}}}, which nobody knows.") from missing


def _number(file: Path) -> int:
    return int(_parts(file)["number"])


def _parts(file: Path) -> re.Match[str]:
    parts = _NUMBERED.fullmatch(file.stem)
    if parts is None:
        raise BadTextError(f"The file {file.name} is not named like '1-about-clusters.md'.")
    return parts

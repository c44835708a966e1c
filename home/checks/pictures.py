"""Whether pictures have words for those who cannot see them, and good ones."""

import re
from collections.abc import Iterator

from home.checks.content import Content, Picture
from home.checks.findings import Finding, Subject

_FILE_NAME = re.compile(
    r"\.(?:avif|gif|jpe?g|png|svg|webp)$|^(?:img|dsc|dscn|pxl|screenshot|image)[\W_]*\d+", re.IGNORECASE
)
_BEGINS_WITH_IMAGE = re.compile(
    r"^(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|graphic|illustration|drawing|icon)\s+(?:of|showing)\b",
    re.IGNORECASE,
)
_LONGEST = 200


def check_pictures(content: Content) -> Iterator[Finding]:
    """Yield what could be better about the pictures."""
    for picture in content.pictures:
        if not picture.decorative:
            yield from _about(picture)


def _about(picture: Picture) -> Iterator[Finding]:
    alt = picture.alt.strip()
    if not alt:
        yield Finding(
            Subject.PICTURES,
            "The picture has no words for people who cannot see it. Say what it shows, or mark it as decorative.",
            picture.where,
            must=True,
        )
    elif _FILE_NAME.search(alt) or (len(alt) > 1 and "_" in alt and " " not in alt):
        yield Finding(
            Subject.PICTURES, "The picture is described by the name of its file. Say what it shows.", picture.where, alt
        )
    elif _BEGINS_WITH_IMAGE.match(alt):
        yield Finding(
            Subject.PICTURES,
            "People who listen are told that it is a picture. Begin with what it shows.",
            picture.where,
            alt,
        )
    elif len(alt) > _LONGEST:
        yield Finding(
            Subject.PICTURES,
            "The description of the picture is long to listen to. Put the detail into the text beside it.",
            picture.where,
            alt,
        )

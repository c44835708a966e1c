"""Plain text: letters that can be read, and nothing that a browser would take for a page."""

import re
from typing import BinaryIO

from hub.files.kinds import FileRefused, Kind

_TAGS = (
    "!doctype|html|head|body|script|svg|iframe|frame|object|embed|applet|meta|base|link|style|form|img|video|audio"
    "|math|template|foreignobject|xml"
)
# Anywhere in a text: a tag that makes a browser do more than show letters.
_MARKUP = re.compile(rf"<\s*(?:\?xml|(?:{_TAGS})(?=[\s/>]|$))", re.IGNORECASE)
_BEGINS_AS_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?[\s\x00]*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s|\?xml|(?:html|head|body|script|svg|iframe|title|table)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
# Everything below a space but tab, line feed, form feed and carriage return.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def is_markup(head: bytes) -> bool:
    """Whether a file that begins so is a web page, a drawing in SVG or other markup."""
    return bool(_BEGINS_AS_MARKUP.match(_without_wide_letters(head)))


def check_text(kind: Kind, file: BinaryIO) -> None:
    """Raise FileRefused unless the whole file is text in UTF-8, UTF-16 with its mark, or as Windows writes it."""
    file.seek(0)
    text = _decoded(file.read())
    if text is None or _CONTROL.search(text):
        raise FileRefused(
            f"This file is called .{kind.ending} but holds more than letters. "
            f"Save it as {kind.save_as} and upload it again."
        )
    if _MARKUP.search(text):
        raise FileRefused(
            f"This file is called .{kind.ending} but holds parts of a web page. "
            f"Save it as {kind.save_as} and upload it again."
        )


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(_UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _without_wide_letters(head: bytes) -> bytes:
    # In UTF-16 every other byte of a tag is nothing.
    return head[2:].replace(b"\x00", b"") if head.startswith(_UTF_16) else head

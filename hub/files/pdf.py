"""PDF: whether a file is one and nothing beside it, and whether those who cannot see can read it."""

import os
import re
import zlib
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import is_zipfile

from hub.files.kinds import FileRefused

_BEGINS = re.compile(rb"%PDF-[12]\.\d")
_END = b"%%EOF"
# Where browsers look for what a file is, and how much some programs write behind its end.
_HEAD = 1024
_AFTER_THE_END = 1024
_TAIL = 4 * 1024
_PAGE = re.compile(rb"<\s*(?:!doctype|html|script|svg|iframe|body)[\s/>]", re.IGNORECASE)

# Much of a newer PDF is packed; so much of it is unpacked to look for what follows, and no more.
_MOST_UNPACKED = 16 * 1024 * 1024
_MOST_PACKED = 1024 * 1024
_PACKED_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_IS_TAGGED = re.compile(rb"/StructTreeRoot\b")
_IS_MARKED = re.compile(rb"/Marked\s+true\b")
_LANGUAGE = re.compile(rb"/Lang\s*[(<]\s*[^)>\s]")
_TITLE = re.compile(rb"/Title\s*[(<]\s*[^)>\s]|<dc:title>.{0,300}?<rdf:li[^>]*>\s*[^<\s]", re.DOTALL)
_IS_ENCRYPTED = re.compile(rb"/Encrypt\b")

_DAMAGED = "This PDF is not whole. Save it again as PDF and upload it again."
_MORE = "This file is called .pdf but holds more than a PDF. Save it as PDF and upload it again."
_A_PAGE = "This file is called .pdf but holds a web page. Save it as PDF and upload it again."


@dataclass(frozen=True, slots=True)
class Readability:
    """What a PDF offers to people who have it read aloud or shown in their own way."""

    tagged: bool
    language: bool
    title: bool

    @property
    def missing(self) -> list[str]:
        """What it lacks, in words that go on from 'it has'."""
        parts = ((self.tagged, "no tags"), (self.language, "no language"), (self.title, "no title"))
        return [words for there, words in parts if not there]


def check_pdf(file: BinaryIO) -> None:
    """Raise FileRefused unless the file is a PDF from its first byte to its last."""
    file.seek(0)
    head = file.read(_HEAD)
    if not _BEGINS.match(head):
        raise FileRefused(_DAMAGED)
    if _PAGE.search(head):
        raise FileRefused(_A_PAGE)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0:
        raise FileRefused(_DAMAGED)
    after = tail[end + len(_END) :]
    if len(after) > _AFTER_THE_END or _PAGE.search(after) or is_zipfile(file):
        raise FileRefused(_MORE)


def readability_of(data: bytes) -> Readability | None:
    """Return what a PDF offers to people who do not read with their eyes, or nothing where that cannot be told.

    Looks for the words that say so without understanding the whole file, so it may miss one. Never raises.
    """
    if _IS_ENCRYPTED.search(data):
        return None
    parts = [data, *_unpacked(data)]

    def any_says(pattern: re.Pattern[bytes]) -> bool:
        return any(pattern.search(part) for part in parts)

    return Readability(
        tagged=any_says(_IS_TAGGED) and any_says(_IS_MARKED), language=any_says(_LANGUAGE), title=any_says(_TITLE)
    )


def _unpacked(data: bytes) -> list[bytes]:
    parts = []
    left = _MOST_UNPACKED
    for found in _PACKED_OBJECTS.finditer(data):
        unpacker = zlib.decompressobj()
        try:
            end = data.find(b"endstream", found.end(), found.end() + _MOST_PACKED)
            part = unpacker.decompress(data[found.end() : end if end > 0 else found.end() + _MOST_PACKED], left)
        except zlib.error:
            continue
        parts.append(part)
        left -= len(part)
        if left <= 0:
            break
    return parts

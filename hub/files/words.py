"""How large a file is and what it is, in words for readers."""

from pathlib import PurePath
from typing import Protocol

from hub.files.kinds import KINDS

_KB = 1024
_MB = 1024 * 1024


class Sized(Protocol):
    """A document with the name of its file and its size in bytes, where that is known."""

    @property
    def filename(self) -> str: ...

    file_size: int | None


def words_for(document: Sized) -> str:
    """Return such as 'PDF, 240 KB', without opening the file; without the size where it is not known."""
    ending = PurePath(document.filename).suffix[1:].lower()
    name = KINDS[ending].name if ending in KINDS else ending.upper() or "File"
    return f"{name}, {size_in_words(document.file_size)}" if document.file_size is not None else name


def size_in_words(size: int) -> str:
    """Return a size given in bytes such as '1 KB', '240 KB', '1.4 MB' or '20 MB', as file managers round it."""
    if size < _MB - _KB // 2:
        return f"{max(1, _rounded(size, _KB))} KB"
    tenths = _rounded(size * 10, _MB)
    if tenths < 100 and tenths % 10:
        return f"{tenths / 10} MB"
    return f"{_rounded(size, _MB) if tenths >= 100 else tenths // 10} MB"


def _rounded(size: int, unit: int) -> int:
    return (size + unit // 2) // unit

"""`kind_of`: what a file holds, and whether that is what its name says."""

from pathlib import PurePath
from typing import BinaryIO

from hub.files.kinds import KINDS, PDF, FileRefused, Kind
from hub.files.pdf import check_pdf
from hub.files.text import check_text, is_markup
from hub.files.zipped import ZIP_BEGINS, kind_of_zip

# How a file begins, and what whoever sent it would call it.
_BEGINS = (
    (b"%PDF-", "a PDF"),
    (ZIP_BEGINS, "a packed archive (ZIP)"),
    (b"PK\x05\x06", "an empty archive (ZIP)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Office, or one locked with a password"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a program"),
    (b"\x1f\x8b", "a packed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a packed archive"),
    (b"Rar!\x1a\x07", "a packed archive"),
)
_TEXTS = ("csv", "txt")
_HEAD = 1024


def kind_of(name: str, file: BinaryIO) -> Kind:
    """Return what a file with this name is. The file is read from its beginning and left there.

    Raises FileRefused when what it holds is not what its name says, is damaged or locked, can do things of its own, or
    is made to harm; never anything else.
    """
    ending = PurePath(name).suffix[1:].lower()
    kind = KINDS.get(ending)
    if kind is None:
        *others, last = sorted(f".{other}" for other in KINDS)
        called = f"called .{ending}" if ending.isalnum() and len(ending) < 10 else "with this name"
        raise FileRefused(f"Files {called} cannot be uploaded here. Save it as one of {', '.join(others)} or {last}.")
    file.seek(0)
    try:
        _check(kind, file)
    finally:
        file.seek(0)
    return kind


def _check(kind: Kind, file: BinaryIO) -> None:
    head = file.read(_HEAD)
    if not head:
        raise FileRefused("This file is empty. Save it again and upload it again.")
    if is_markup(head):
        raise _other(kind, "a drawing (SVG)" if b"<svg" in head.lower() else "a web page")
    begins = next((holds for mark, holds in _BEGINS if head.startswith(mark)), None)
    if kind.ending in _TEXTS:
        if begins:
            raise _other(kind, begins)
        check_text(kind, file)
    elif kind is PDF:
        if begins != "a PDF":
            raise _other(kind, begins or "something else")
        check_pdf(file)
    elif not head.startswith(ZIP_BEGINS):
        raise _other(kind, begins or "something else")
    else:
        found = kind_of_zip(file)
        if found is not kind:
            raise _other(kind, _a(found) if found else "a packed archive (ZIP)")


def _other(kind: Kind, holds: str) -> FileRefused:
    return FileRefused(
        f"This file is called .{kind.ending} but holds {holds}. Save it as {kind.save_as} and upload it again."
    )


def _a(kind: Kind) -> str:
    return kind.save_as if kind.save_as.startswith(("a ", "an ")) else f"a {kind.save_as}"

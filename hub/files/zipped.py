"""The documents of Microsoft Office and OpenDocument: archives whose parts say what they are.

An archive is read to its end, with limits, because what it says about its own size may be untrue.
"""

import os
import struct
import zipfile
import zlib
from typing import BinaryIO

from hub.files.kinds import EXCEL, POWERPOINT, SHEET_ODF, SLIDES_ODF, TEXT_ODF, WORD, FileRefused, Kind

ZIP_BEGINS = b"PK\x03\x04"
MOST_PARTS = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
# Text shrinks to a tenth, a table of equal rows to a hundredth; only what was made to harm shrinks further.
MOST_RATIO = 300
_SMALL = 4 * 1024 * 1024
_MOST_OF_A_LIST = 2 * 1024 * 1024
_MOST_OF_A_NAME_PART = 4 * 1024 * 1024
_CHUNK = 64 * 1024

_END = b"PK\x05\x06"
_END_SIZE = 22
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_PROBLEMS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, NotImplementedError,
    RuntimeError, OverflowError, MemoryError,
)  # fmt: skip

_TYPES = "[Content_Types].xml"
_OPEN_NAME = "mimetype"
_OFFICE_MAIN = {
    b"wordprocessingml.document.main+xml": ("word/", WORD),
    b"spreadsheetml.sheet.main+xml": ("xl/", EXCEL),
    b"presentationml.presentation.main+xml": ("ppt/", POWERPOINT),
}
_OPEN_KINDS = {kind.content_type.encode(): kind for kind in (TEXT_ODF, SHEET_ODF, SLIDES_ODF)}
# What runs when the document is opened.
_MACRO_TYPES = (b"macroenabled", b"vbaproject", b"activex")
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "/activex/", "/macrosheets/")
_OPEN_MACRO_FOLDERS = ("basic/", "scripts/")

_DAMAGED = "This file is damaged and cannot be opened. Save it again and upload it again."
_LOCKED = "This file is locked with a password, so readers could not open it. Save it without one and upload it again."
_MACROS = "This file holds macros, which can do harm. Save it as a document without macros and upload it again."
_TOO_MUCH = "This file unpacks to far more than it seems to hold. Save it again and upload it again."


def kind_of_zip(file: BinaryIO) -> Kind | None:
    """Return the kind of an Office document or OpenDocument, or nothing for another archive.

    Raises FileRefused for what is damaged, locked, holds macros, or unpacks to too much; never anything else.
    """
    _check_end(file)
    try:
        with zipfile.ZipFile(file) as archive:
            _check_parts(archive)
            kind = _kind_of(archive)
            _unpack_all(archive)
            return kind
    except _PROBLEMS:
        raise FileRefused(_DAMAGED) from None


def _check_end(file: BinaryIO) -> None:
    """See that the list of parts is short and the archive ends where it says: nothing else hides behind it."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_SIZE))
    end = file.read()
    if len(end) != _END_SIZE or not end.startswith(_END):
        raise FileRefused(_DAMAGED)
    _, _, _, here, parts, list_size, list_at, comment = struct.unpack("<4s4H2LH", end)
    if parts > MOST_PARTS or list_size > _MOST_OF_A_LIST:
        raise FileRefused(_TOO_MUCH)
    if here != parts or comment or list_at + list_size + _END_SIZE != size:
        raise FileRefused(_DAMAGED)


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileRefused(_LOCKED)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileRefused(_TOO_MUCH)
    if any(part.file_size > _SMALL and part.file_size > MOST_RATIO * part.compress_size for part in parts):
        raise FileRefused(_TOO_MUCH)
    if (
        not parts
        or len(set(names)) != len(names)
        or any(part.compress_type not in _METHODS for part in parts)
        or min(part.header_offset for part in parts) != 0
        or any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names)
    ):
        raise FileRefused(_DAMAGED)
    if any(mark in f"/{name}" for name in names for mark in _MACRO_PARTS):
        raise FileRefused(_MACROS)


def _kind_of(archive: zipfile.ZipFile) -> Kind | None:
    names = archive.namelist()
    if _TYPES in names:
        return _office_kind(_read(archive, _TYPES), names)
    if names[0] == _OPEN_NAME:
        return _open_kind(archive, names)
    return None


def _office_kind(types: bytes, names: list[str]) -> Kind | None:
    types = types.lower()
    if any(mark in types for mark in _MACRO_TYPES):
        raise FileRefused(_MACROS)
    found = [(folder, kind) for mark, (folder, kind) in _OFFICE_MAIN.items() if mark in types]
    if len(found) != 1:
        return None
    folder, kind = found[0]
    return kind if any(name.startswith(folder) for name in names) else None


def _open_kind(archive: zipfile.ZipFile, names: list[str]) -> Kind | None:
    kind = _OPEN_KINDS.get(_read(archive, _OPEN_NAME).strip())
    if kind is None or "content.xml" not in names:
        return None
    if any(name.lower().startswith(_OPEN_MACRO_FOLDERS) for name in names):
        raise FileRefused(_MACROS)
    if "META-INF/manifest.xml" in names and b"encryption-data" in _read(archive, "META-INF/manifest.xml"):
        raise FileRefused(_LOCKED)
    return kind


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(_MOST_OF_A_NAME_PART + 1)
    if len(data) > _MOST_OF_A_NAME_PART:
        raise FileRefused(_TOO_MUCH)
    return data


def _unpack_all(archive: zipfile.ZipFile) -> None:
    unpacked = 0
    for info in archive.infolist():
        with archive.open(info) as part:
            while chunk := part.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_UNPACKED:
                    raise FileRefused(_TOO_MUCH)

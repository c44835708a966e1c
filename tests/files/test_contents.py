"""What is in a file decides, not what it is called; and whoever is refused is told why in a plain sentence."""

import struct
from io import BytesIO
from itertools import product
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hub.files import zipped
from hub.files.contents import kind_of
from hub.files.kinds import KINDS, FileRefused
from tests.files.samples import DRAWING, OLD_WORD, WEB_PAGE, office_parts, open_parts, packed, pdf, sound_files

SOUND = sound_files()
TEXTS = {"csv", "txt"}


def refusal(name: str, data: bytes) -> str:
    """Return what whoever uploads such a file is told; nothing if it is taken in."""
    try:
        kind_of(name, BytesIO(data))
    except FileRefused as refused:
        return str(refused)
    return ""


def picture() -> bytes:
    """Return a small picture."""
    file = BytesIO()
    Image.new("RGB", (4, 4)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("ending", KINDS)
def test_every_kind_is_known_by_what_it_holds(ending: str) -> None:
    file = BytesIO(SOUND[ending])
    assert kind_of(f"Plan.{ending.upper()}", file) is KINDS[ending]
    assert file.tell() == 0


def test_editors_may_upload_just_these_kinds() -> None:
    assert set(settings.WAGTAILDOCS_EXTENSIONS) == set(KINDS) == set(SOUND)


@pytest.mark.parametrize(("name", "holds"), [pair for pair in product(KINDS, KINDS) if len({*pair} - TEXTS) > 0])
def test_no_kind_passes_for_another(name: str, holds: str) -> None:
    if name == holds:
        assert refusal(f"a.{name}", SOUND[holds]) == ""
    else:
        assert f"This file is called .{name} but holds" in refusal(f"a.{name}", SOUND[holds])


def test_a_web_page_called_pdf_is_refused_in_plain_words() -> None:
    assert refusal("form.pdf", WEB_PAGE) == (
        "This file is called .pdf but holds a web page. Save it as PDF and upload it again."
    )


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WEB_PAGE, "a web page"),
        (b"\n  <!-- a note --> " + WEB_PAGE, "a web page"),
        (b"\xef\xbb\xbf<script>alert(1)</script>", "a web page"),
        (b"\xff\xfe" + "<html>".encode("utf-16-le"), "a web page"),
        (DRAWING, "a drawing (SVG)"),
        (OLD_WORD, "older Office, or one locked with a password"),
        (picture(), "a picture"),
        (b"MZ\x90\x00", "a program"),
        (b"{\\rtf1 Words}", "Rich Text Format"),
        (packed({"a.txt": b"a"}), "a packed archive"),
        (b"", "This file is empty"),
    ],
)
def test_what_cannot_be_a_document_is_named(ending: str, data: bytes, words: str) -> None:
    assert words in refusal(f"a.{ending}", data)


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.exe", "a.docm", "a.doc", "a.pdf.js", "a", "a.", ".pdf ", ""])
def test_what_has_another_ending_is_refused(name: str) -> None:
    assert "cannot be uploaded here. Save it as one of" in refusal(name, pdf())


@pytest.mark.parametrize(
    "data",
    [
        b"GIF" + pdf(),
        b"\n" + pdf(),
        pdf() + packed(office_parts("docx")),
        pdf() + b"<html><script>alert(1)</script></html>",
        pdf() + b" " * 5_000,
        b"%PDF-1.7\n<html><script>alert(1)</script></html>\n" + pdf(),
        pdf()[:-8],
        b"%PDF-",
    ],
)
def test_a_pdf_is_one_from_its_first_byte_to_its_last(data: bytes) -> None:
    assert "PDF" in refusal("a.pdf", data)


@pytest.mark.parametrize(
    "text",
    [
        "Dear <b>parents</b>, 3 < 4 and a<b",
        "Café, £5, “quoted”, naïve",
        "<note> is a word in brackets; see <https://example.org/>",
        "tab\there\r\nnew\x0cpage",
        "",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_taken_in_however_it_was_saved(text: str, encoding: str) -> None:
    assert refusal("a.txt", f"Words. {text}".encode(encoding)) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"name,note\na,<script>alert(1)</script>",
        b"words <SVG/onload=alert(1)>",
        b"words <iframe src=x>",
        b"words < img src=x onerror=alert(1)>",
        "words <script>alert(1)</script>".encode("utf-16"),
        b"words\x00",
        b"words\x1b[2J",
        b"\x81\x8d",
        b"\xff\xfew",
    ],
)
def test_text_that_is_more_than_letters_is_refused(data: bytes) -> None:
    assert "but holds" in refusal("a.txt", data)
    assert "but holds" in refusal("a.csv", data)


def test_long_rows_of_unfinished_notes_are_looked_through_at_once() -> None:
    assert refusal("a.txt", b"<!---->" * 150 + b"<" + b" " * 500_000) == ""


@pytest.mark.parametrize(
    "part", ["word/vbaProject.bin", "word/activeX/activeX1.xml", "xl/macrosheets/sheet1.xml", "word/VBAPROJECT.BIN"]
)
def test_a_document_with_macros_is_refused(part: str) -> None:
    assert "holds macros" in refusal("a.docx", packed(office_parts("docx") | {part: b"x"}))


def test_a_document_that_says_it_may_hold_macros_is_refused() -> None:
    parts = office_parts("docx")
    parts["[Content_Types].xml"] = b'<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
    assert "holds macros" in refusal("a.docx", packed(parts))


@pytest.mark.parametrize("part", ["Basic/Standard/Module1.xml", "Scripts/python/run.py"])
def test_an_open_document_with_macros_is_refused(part: str) -> None:
    assert "holds macros" in refusal("a.odt", packed(open_parts("odt") | {part: b"x"}))


def test_a_document_that_is_locked_is_refused() -> None:
    manifest = {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}
    assert "locked with a password" in refusal("a.ods", packed(open_parts("ods") | manifest))
    data = bytearray(packed(office_parts("docx")))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, entry + 8, 1)
    assert "locked with a password" in refusal("a.docx", bytes(data))


def test_an_archive_of_two_kinds_is_neither() -> None:
    both = office_parts("docx") | {"xl/workbook.xml": b"x"}
    both["[Content_Types].xml"] += office_parts("xlsx")["[Content_Types].xml"]
    assert "a packed archive (ZIP)" in refusal("a.docx", packed(both))
    assert "a packed archive (ZIP)" in refusal("a.xlsx", packed(both))


@pytest.mark.parametrize("name", ["../escape.xml", "/etc/passwd", "word/../../x", "word\\..\\x"])
def test_a_part_that_points_outside_is_refused(name: str) -> None:
    assert "is damaged" in refusal("a.docx", packed(office_parts("docx") | {name: b"x"}))


def test_what_is_hidden_before_or_behind_an_archive_is_refused() -> None:
    sound = SOUND["docx"]
    assert "is damaged" in refusal("a.docx", sound + b"<script>alert(1)</script>")
    assert refusal("a.docx", b"<html>" + sound) != ""
    assert refusal("a.docx", packed({"other": b"x"})[:35] + sound) != ""


def test_a_damaged_or_strangely_packed_part_is_refused() -> None:
    data = bytearray(SOUND["docx"])
    data[60] ^= 0xFF
    assert "is damaged" in refusal("a.docx", bytes(data))
    file = BytesIO(SOUND["docx"])
    with ZipFile(file, "a", ZIP_LZMA) as archive:
        archive.writestr("word/more.xml", b"x" * 100)
    assert "is damaged" in refusal("a.docx", file.getvalue())


def test_a_part_that_stands_there_twice_is_refused() -> None:
    file = BytesIO(SOUND["docx"])
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr("WORD/document.xml", b"another")
    assert "is damaged" in refusal("a.docx", file.getvalue())


def test_what_unpacks_to_far_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(office_parts("docx") | {"word/media/image1.png": bytes(8 * 1024 * 1024)})
    assert "unpacks to far more" in refusal("a.docx", bomb)
    monkeypatch.setattr(zipped, "MOST_UNPACKED", 1_000)
    assert "unpacks to far more" in refusal("a.docx", packed(office_parts("docx") | {"word/a.xml": b"ab" * 600}))


def test_what_has_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MOST_PARTS", 50)
    assert "unpacks to far more" in refusal(
        "a.docx", packed(office_parts("docx") | {f"word/{number}.xml": b"" for number in range(60)})
    )


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(packed(office_parts("docx") | {"word/media/image1.png": bytes(1024 * 1024)}))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, entry + 24, 10)
    assert "is damaged" in refusal("a.docx", bytes(data))


NAMES = st.sampled_from([f"a.{ending}" for ending in (*KINDS, "exe", "")]) | st.text(max_size=12)
BEGINNINGS = st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"<!--", b"\xd0\xcf\x11\xe0"])


@given(name=NAMES, beginning=BEGINNINGS, data=st.binary(max_size=400), end=st.sampled_from([b"", b"%%EOF"]))
def test_wild_bytes_are_refused_or_taken_in_and_nothing_else(
    name: str, beginning: bytes, data: bytes, end: bytes
) -> None:
    said = refusal(name, beginning + data + end)
    assert said == "" or said.endswith((".", "again."))


@given(
    ending=st.sampled_from(sorted(SOUND)),
    changes=st.lists(st.tuples(st.integers(min_value=0, max_value=5_000), st.integers(0, 255)), max_size=6),
    cut=st.integers(min_value=0, max_value=200),
)
def test_a_sound_file_that_was_tampered_with_is_refused_or_still_sound(
    ending: str, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(SOUND[ending])
    for place, byte in changes:
        data[place % len(data)] = byte
    said = refusal(f"a.{ending}", bytes(data[: len(data) - cut]))
    assert said == "" or said.endswith(".")

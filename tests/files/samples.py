"""Files as people make them, and as people make them to do harm."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

WEB_PAGE = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
DRAWING = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

_MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation.main+xml"),
}
_OPEN = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def packed(parts: dict[str, bytes], *, first_stored: bool = False) -> bytes:
    """Return an archive with these parts."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number, (name, data) in enumerate(parts.items()):
            archive.writestr(name, data, ZIP_STORED if first_stored and number == 0 else ZIP_DEFLATED)
    return file.getvalue()


def office_parts(ending: str) -> dict[str, bytes]:
    """Return the parts of a small Office document."""
    part, kind = _MAIN[ending]
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/></Types>'
    )
    return {"[Content_Types].xml": types.encode(), "_rels/.rels": b"<Relationships/>", part: b"<document/>"}


def open_parts(ending: str) -> dict[str, bytes]:
    """Return the parts of a small OpenDocument."""
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{_OPEN[ending]}".encode(),
        "content.xml": b"<office:document-content/>",
        "META-INF/manifest.xml": b"<manifest:manifest/>",
    }


def pdf(*, tagged: bool = False, language: bool = False, title: bool = False, packed_objects: bool = False) -> bytes:
    """Return a PDF of one empty page."""
    catalog = b"<</Type/Catalog/Pages 2 0 R"
    catalog += b"/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R" if tagged else b""
    catalog += (b"/Lang(en-GB)" if language else b"") + b">>"
    info = b"<</Title(Support plan)>>" if title else b"<<>>"
    if packed_objects:
        stream = zlib.compress(b"1 0 4 90 " + catalog + b" " + info)
        objects = b"1 0 obj<</Type/ObjStm/N 2/First 9/Length %d/Filter/FlateDecode>>stream\n" % len(stream)
        objects += stream + b"\nendstream endobj\n"
    else:
        objects = b"1 0 obj" + catalog + b"endobj\n4 0 obj" + info + b"endobj\n"
    pages = b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n"
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + objects + pages + b"trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"


def sound_files() -> dict[str, bytes]:
    """Return a small file of every kind that is taken in, by the ending of its name."""
    files = {ending: packed(office_parts(ending)) for ending in _MAIN}
    files |= {ending: packed(open_parts(ending), first_stored=True) for ending in _OPEN}
    return files | {"pdf": pdf(), "txt": "Fee: £5, paid once\r\n".encode(), "csv": b"School,Pupils\r\nDunmere,210\r\n"}

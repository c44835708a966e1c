"""Writes the smallest files that a spreadsheet and a reader of PDF open."""

import csv
import io
import textwrap

_LINE = 22  # points from one line to the next
_MOST = 78  # characters in a line


def csv_file(*rows: tuple[str, ...]) -> bytes:
    """Return a table as CSV, with the mark by which spreadsheets know its letters."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def pdf_file(title: str, *paragraphs: str) -> bytes:
    """Return a page of A4 with a title and paragraphs, the same bytes each time. Letters of Western Europe only."""
    lines = [line for paragraph in paragraphs for line in [*textwrap.wrap(paragraph, _MOST), ""]]
    text = f"BT /F2 22 Tf 60 760 Td ({_escaped(title)}) Tj /F1 12 Tf 0 -40 Td {_LINE} TL "
    text += " ".join(f"({_escaped(line)}) Tj T*" for line in lines) + " ET"
    content = text.encode("cp1252")
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
            " /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>"
        ),
        font.format("Helvetica"),
        font.format("Helvetica-Bold"),
        f"<< /Length {len(content)} >>\nstream\n{content.decode('cp1252')}\nendstream",
        f"<< /Title ({_escaped(title)}) >>",
    ]
    return _assembled(parts)


def _assembled(parts: list[str]) -> bytes:
    file = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{part}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R /Info {len(parts)} 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    return file + end.encode()


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")

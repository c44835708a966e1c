"""The style sheets hold no colour but the palette's, nothing that no page uses, and stay small."""

import gzip
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
SHEETS = sorted((PROJECT / "hub/assets/scss").rglob("*.scss"))
BUILT = PROJECT / "hub/static/hub"
OURS = re.compile(r"\.([a-z][a-z0-9-]*)")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|\b(?:white|black)\b(?!-)")


def without_comments(text: str) -> str:
    return re.sub(r"//.*", "", text)


def everything_that_names_classes() -> str:
    sources = [*(PROJECT / "templates").rglob("*.html"), *(PROJECT / "hub/assets/js").glob("*.js")]
    sources += [*(PROJECT / "hub/look").rglob("*.py")]
    return "\n".join(source.read_text() for source in sources)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.parent.name}-{sheet.stem}")
def test_every_colour_comes_from_the_palette(sheet: Path) -> None:
    text = re.sub(r"var\([^)]*\)|#\{[^}]*\}", "", without_comments(sheet.read_text()))
    found = COLOUR.findall(text)
    assert not found or sheet.name == "_palette.scss"


def test_every_class_of_ours_is_used_by_a_page() -> None:
    pages = everything_that_names_classes()
    families = tuple(re.findall(r"([a-z-]+-)\{\{", pages)) + tuple(re.findall(r'class="([a-z]+-)\{', pages))
    unused = set()
    for sheet in SHEETS:
        if sheet.parent.name not in {"elements", "components"}:
            continue
        for line in without_comments(sheet.read_text()).splitlines():
            if line.rstrip().endswith(("{", ",")) and "@" not in line:
                named = {name.removesuffix("--error") for name in OURS.findall(line)}
                unused |= {name for name in named if not re.search(rf"(?<![\w-]){name}(?![\w-])", pages)}
    assert {name for name in unused if not name.startswith(families)} == set()


def test_nothing_is_borrowed_that_belongs_to_the_national_government() -> None:
    files = [*(PROJECT / "templates").rglob("*.html"), *SHEETS]
    for file in files:
        text = file.read_text().lower()
        assert "gov.uk" not in text
        assert "gds transport" not in text
        assert "crest" not in without_comments(text)


def test_pages_hold_no_inline_style_script_or_handler() -> None:
    for file in (PROJECT / "templates").rglob("*.html"):
        text = file.read_text()
        assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", text), file
        for opening in re.findall(r"<script[^>]*>", text):
            # Facts for search engines are no script: browsers never run them.
            assert "src=" in opening or 'type="application/ld+json"' in opening, file


def test_every_part_says_what_it_is_for_in_its_first_line() -> None:
    for file in (PROJECT / "templates").rglob("*.html"):
        assert re.match(r"\{# .+\. #\}\n", file.read_text()), file


@pytest.mark.skipif(not BUILT.exists(), reason="the front end is not built")
@pytest.mark.parametrize(("name", "most"), [("hub.css", 25_000), ("hub.js", 25_000)])
def test_what_every_page_loads_stays_small(name: str, most: int) -> None:
    assert len(gzip.compress((BUILT / name).read_bytes())) < most


@pytest.mark.skipif(not BUILT.exists(), reason="the front end is not built")
def test_the_built_sheet_loads_only_what_was_built_beside_it() -> None:
    addresses = re.findall(r"url\(([^)]+)\)", (BUILT / "hub.css").read_text())
    assert addresses
    for address in addresses:
        assert (BUILT / address.strip("\"'")).is_file()

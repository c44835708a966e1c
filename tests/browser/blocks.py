"""What an editor writes into a block of each kind, by the names of its fields."""

from playwright.sync_api import Locator, expect

from tests.browser.editing import Editor

# By the block's name in the picker: plain fields, and fields of formatted text.
PLAIN: dict[str, dict[str, str]] = {
    "Quotation": {"words": "A quiet room is worth an hour.", "who": "SENCo of a primary school"},
    "Steps": {"steps-0-value-title": "Choose a corner"},
    "Sections that open": {"sections-0-value-title": "Who may use the room?"},
    "Facts": {"facts-0-value-term": "Size", "facts-0-value-text": "Nine square metres"},
    "Large figures": {
        "figures-0-value-figure": "31",
        "figures-0-value-what": "rooms in the area",
        "figures-0-value-source": "Count by the council",
        "figures-0-value-year": "2026",
    },
    "Bar chart": {
        "title": "Rooms by phase",
        "labels": "Phase",
        "unit": "Rooms",
        "bars-0-value-label": "Primary",
        "bars-0-value-number": "24",
        "bars-1-value-label": "Secondary",
        "bars-1-value-number": "7",
        "source": "Count by the council, 2026",
    },
    "Key dates": {"dates-0-value-title": "Open afternoon", "dates-0-value-day": "2031-01-15"},
    "Video": {"link": "https://vimeo.com/123456789", "title": "A room in use", "length": "3 minutes"},
    "Button": {"text": "Ask for a visit", "address": "https://example.org/visit"},
    "Cards": {"cards-0-value-title": "Lend us a lamp", "cards-0-value-address": "https://example.org/lamps"},
    "Clusters": {"tiles-0-value-name": "Dunmere"},
    "Contact": {"title": "Ask about rooms", "email": "rooms@northmere.example"},
}
RICH: dict[str, dict[str, str]] = {
    "Text": {"": "A sensory room is a calm place."},
    "Worth knowing": {"text": "You can begin with one corner."},
    "Warning": {"text": "Nobody is sent there as a punishment."},
    "Steps": {"steps-0-value-text": "Away from the door."},
    "Sections that open": {"sections-0-value-text": "Everybody who asks."},
}
# What a reader sees of each, by the name in the picker.
SEEN = (
    "A sensory room is a calm place.",
    "You can begin with one corner.",
    "Nobody is sent there as a punishment.",
    "A quiet room is worth an hour.",
    "Choose a corner",
    "Who may use the room?",
    "Nine square metres",
    "rooms in the area",
    "Rooms by phase",
    "Open afternoon",
    "A room in use",
    "Ask for a visit",
    "Lend us a lamp",
    "Dunmere",
    "Ask about rooms",
    "Visiting day",
    "One-page profile (P3)",
)


def write_block(editor: Editor, body: Locator, kind: str) -> None:
    """Add a block of this kind at the end and fill what it asks for, but for pictures, tables and documents."""
    count = body.locator("input[name='body-count']")
    number = int(count.input_value())
    editor.insert_block(body, kind)
    expect(count).to_have_value(str(number + 1))
    start = f"body-{number}-value"
    for name, words in PLAIN.get(kind, {}).items():
        field = body.locator(f"[name='{start}-{name}']")
        if field.count() == 0:
            # A list begins with one row, and asks to be pressed for the next.
            body.get_by_role("button", name="Add", exact=True).last.click()
        field.fill(words)
        if name.endswith("-day"):
            editor.close_calendar(body.locator(f"[name='{start}-dates-0-value-title']"))
    for name, words in RICH.get(kind, {}).items():
        kept = f"{start}-{name}" if name else start
        editor.write(body.locator(f"[data-streamfield-widget]:has(> input[name='{kept}'])"), words)

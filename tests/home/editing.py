"""The forms of the editor, as a browser would send them."""

from home.models import ContentPage


def form_for(page: ContentPage, **changes: str) -> dict[str, str]:
    """Return the form for editing a page of guidance without body, with these changes."""
    return {
        "title": page.title,
        "slug": page.slug,
        "lead": page.lead,
        "looked_after_by": page.looked_after_by,
        "body-count": "0",
        "side-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **changes,
    }


def comment(words: str) -> dict[str, str]:
    """Return the part of the form for one new comment beside the lead."""
    return {
        "comments-TOTAL_FORMS": "1",
        "comments-0-text": words,
        "comments-0-contentpath": "lead",
        "comments-0-position": "",
        "comments-0-deleted": "",
        "comments-0-resolved": "",
        "comments-0-id": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }

"""The parts of an accessibility statement, in the order that the model statement of the United Kingdom asks for."""

from typing import Final

from home.headings import Heading

WHOLE: Final = (
    Heading("statement-feedback", "Feedback and contact information"),
    Heading("statement-enforcement", "Enforcement procedure"),
    Heading(
        "statement-technical", "Technical information about this website\N{RIGHT SINGLE QUOTATION MARK}s accessibility"
    ),
    Heading("statement-status", "Compliance status"),
    Heading("statement-content", "Non-accessible content"),
    Heading("statement-improving", "What we are doing to improve accessibility"),
    Heading("statement-preparation", "Preparation of this accessibility statement"),
)


def headings_of(*, compliant: bool, improving: bool) -> list[Heading]:
    """Return the headings of a statement: of a fully compliant site without what is not accessible."""
    left_out = {"statement-content" if compliant else "", "" if improving else "statement-improving"}
    return [heading for heading in WHOLE if heading.id not in left_out]

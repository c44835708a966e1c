"""The one list of the sizes in which pages show pictures. Templates, the background and the command all read it."""

from dataclasses import dataclass

# The smallest first that a browser may choose, the one that every browser knows last.
PHOTOGRAPHS = ("avif", "jpeg")
# Neither loses a transparent ground.
DRAWINGS = ("webp", "png")
_TEXT_WIDE = "(min-width: 48em) 38rem, 92vw"


@dataclass(frozen=True, slots=True)
class Use:
    """One way to show a picture.

    `sizes` are Wagtail's words for what is made, the smallest first. `width` tells browsers how wide the picture
    stands (the `sizes` attribute). A picture that is `first` on its page is fetched before all else, others when
    they come near.
    """

    sizes: tuple[str, ...]
    width: str
    formats: tuple[str, ...] = PHOTOGRAPHS
    first: bool = False

    def specs(self) -> list[str]:
        """Return what is made for this use, as Wagtail names it."""
        return [self.spec(kind, size) for kind in self.formats for size in self.sizes]

    @staticmethod
    def spec(kind: str, size: str) -> str:
        """Return Wagtail's name for a size in a format."""
        return f"format-{kind}|{size}"


USES: dict[str, Use] = {
    # Between the words of a page
    "body": Use(("width-640", "width-1280"), _TEXT_WIDE),
    # The latest news on the home page
    "story": Use(("fill-480x300", "fill-960x600"), "(min-width: 60em) 38rem, 92vw"),
    # Above a piece of news
    "news": Use(("max-680x510", "max-1360x1020"), _TEXT_WIDE, first=True),
    # On a card among others
    "card": Use(("fill-480x300", "fill-960x600"), "(min-width: 48em) 20rem, 92vw"),
    # Before a film begins
    "poster": Use(("fill-640x360", "fill-1280x720"), _TEXT_WIDE),
    # Where somebody shares the page's address
    "share": Use(("fill-1200x630",), "1200px", formats=("jpeg",)),
    # The council's sign
    "logo": Use(("max-88x80", "max-176x160"), "5.5rem", formats=DRAWINGS),
}


def specs_of(*uses: str) -> list[str]:
    """Return what is made for these uses, or for all if none is named, each once. Raises KeyError for an unknown."""
    return list(dict.fromkeys(spec for use in uses or USES for spec in USES[use].specs()))

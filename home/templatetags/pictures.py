"""`page_picture`: the one way in which a page shows a picture."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

from home.pictures.making import shown_now
from home.pictures.shown import Shown, Size
from home.pictures.uses import USES

register = template.Library()


@register.simple_tag(takes_context=True)
def page_picture(
    context: template.Context, image: AbstractImage | None, use: str, alt: str | None = None, loading: str = ""
) -> SafeString | str:
    """Show a picture in the sizes of a use: `{% page_picture picture use="body" %}`.

    While its sizes are being made the page shows what there is: another size, or the words for those who cannot see
    it. Nothing at all comes out for no picture, and for a decoration that is not made yet, so that a template can put
    something else there (`as name`). `loading="eager"` is for a picture near the top. Raises KeyError for no use.
    """
    if not image:
        return ""
    words = _words_for(image) if alt is None else alt
    now = _shown_to(context, image, use)
    if not now and not words:
        return ""
    chosen = USES[use]
    return SafeString(
        render_to_string(
            "components/page_picture.html",
            {
                "shown": now,
                "alt": words,
                "width": chosen.width,
                "first": chosen.first,
                "loading": loading or ("" if chosen.first else "lazy"),
            },
        ).strip()
    )


@register.simple_tag(takes_context=True)
def picture_size(context: template.Context, image: AbstractImage | None, use: str) -> Size | None:
    """Return address, width and height of a picture for a use, for places that take one address; or nothing."""
    now = _shown_to(context, image, use) if image else None
    return now.base if now else None


def _shown_to(context: template.Context, image: AbstractImage, use: str) -> Shown | None:
    request = context.get("request") or getattr(context, "request", None)
    return shown_now(image, use, may_wait=bool(getattr(request, "is_preview", False)))


def _words_for(image: AbstractImage) -> str:
    if getattr(image, "decorative", False):
        return ""
    return str(getattr(image, "contextual_alt_text", None) or image.default_alt_text)

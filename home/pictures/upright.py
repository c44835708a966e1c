"""Every size is upright, in the colours of screens, and without what a camera wrote into the file.

Photographs say when and where they were taken, and by whose telephone; of children's schools that must not travel.
Wagtail turns each picture upright before anything else is done to it, so here is where the rest is left behind.
"""

from io import BytesIO

from PIL import Image, ImageCms, ImageOps
from willow.plugins.pillow import PillowImage
from willow.registry import registry

# All that a maker of small pictures needs to know of the file; the rest tells of the camera.
_KEPT = frozenset({"transparency"})
_SCREEN_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})


def upright_and_bare(picture: PillowImage) -> PillowImage:
    """Return the picture as it should be looked at, with its colours as screens know them, and nothing else."""
    image = ImageOps.exif_transpose(picture.image)
    image = _for_screens(image)
    image.info = {name: value for name, value in image.info.items() if name in _KEPT}
    # Pillow reads it from the file once more when it is asked for.
    image.getexif().clear()
    return PillowImage(image)


def let_wagtail_use_it() -> None:
    """Put it in place of the step that only turns."""
    registry.register_operation(PillowImage, "auto_orient", upright_and_bare)


def _for_screens(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("CMYK", "RGB", "RGBA", "L"):
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        try:
            named = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, named, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            # A profile that cannot be read is no worse than none.
            converted = None
        if converted is not None:
            return converted
    if image.mode not in _SCREEN_MODES:
        return image.convert("RGB")
    return image

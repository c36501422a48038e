"""Pages as grey pictures, all of one fineness: drawn from a PDF, or decoded from a picture of them."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from cchc_score.scans.scan_limits import DPI, LEAST_DPI, MAX_PAGES, MAX_PIXELS

if TYPE_CHECKING:
    from PIL import Image

Picture: TypeAlias = npt.NDArray[np.uint8]
"""Grey values by row and column: 0 is black, 255 white."""
A4_INCHES = (8.27, 11.69)
"""A picture that does not say how large its page is was made of such a one."""
_SANE_DPI = range(72, 1201)


class PictureTooLarge(Exception):
    """More pages or more pixels than any report has."""


def pdf_pictures(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Picture]]:
    """Some pages of a PDF, by number."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for number in numbers:
            page = document[number - 1]
            width, height = page.get_size()
            yield number, np.asarray(page.render(scale=_scale(width / 72, height / 72) / 72).to_pil().convert("L"))


def image_pictures(data: bytes) -> Iterator[tuple[int, Picture]]:
    """The pages of a picture, of which a TIFF may have several; what is too large is refused before it is decoded."""
    from PIL import Image, ImageOps
    from PIL.Image import open as decoded

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with decoded(BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
        count = getattr(image, "n_frames", 1)
        if count > MAX_PAGES:
            raise PictureTooLarge
        for at in range(count):
            image.seek(at)
            if image.width * image.height > MAX_PIXELS:
                raise PictureTooLarge
            inches = _inches(image.width, image.height, image.info.get("dpi"))
            # A camera or a scanner says apart how a picture is to be turned.
            grey = ImageOps.exif_transpose(_on_white(image)).convert("L")
            finer = _scale(*inches) * inches[0] / image.width
            size = (max(1, int(grey.width * finer)), max(1, int(grey.height * finer)))
            yield at + 1, np.asarray(grey.resize(size, Image.Resampling.BICUBIC))


def _on_white(image: "Image.Image") -> "Image.Image":
    """A picture whose see-through parts are white, as paper is."""
    from PIL import Image

    if not image.has_transparency_data:
        return image
    shown = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown)


def _inches(width: int, height: int, dpi: object) -> tuple[float, float]:
    """How large the page was of which a picture was made."""
    told = int(dpi[0]) if isinstance(dpi, tuple) and dpi else 0
    if told in _SANE_DPI and told != 72:
        return width / told, height / told
    inches = max(A4_INCHES) / max(width, height)
    return width * inches, height * inches


def _scale(width: float, height: float) -> float:
    """How many dots an inch a page of so many inches is drawn with."""
    most = sqrt(MAX_PIXELS / max(width * height, 0.01))
    if most < LEAST_DPI:
        raise PictureTooLarge
    return min(DPI, most)

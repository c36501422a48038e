"""Scans made by code: pages that were printed, and then lay askew on grey glass before a coarse and noisy eye."""

import io
import os
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from cchc_score.scans.tesseract_program import find_tesseract

needs_tesseract = pytest.mark.skipif(
    find_tesseract() is None and not os.environ.get("CCHC_NEED_TESSERACT"), reason="Tesseract is not installed"
)


@dataclass(frozen=True)
class Glass:
    """How a page is scanned: dots an inch, how many degrees askew, how bright its paper is, how noisy and blurred."""

    dpi: int = 200
    askew: float = 0.0
    paper: int = 255
    noise: float = 0.0
    blur: float = 0.0
    quality: int = 95
    turned: int = 0


CLEAN = Glass(dpi=300, paper=250, noise=3)
ASKEW = Glass(dpi=200, askew=0.8, paper=225, noise=10, blur=0.6, quality=75)
POOR = Glass(dpi=150, askew=-0.6, paper=235, noise=8, blur=0.5, quality=50)
"""The three manners in which scans were tried."""


def scanned(page: Image.Image, glass: Glass, seed: int = 0) -> Image.Image:
    """A page as a scanner sees it; the noise is the same each time."""
    draws = np.random.default_rng(seed)
    turned = page.convert("L").rotate(glass.askew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned.filter(ImageFilter.GaussianBlur(glass.blur)), float) * glass.paper / 255
    noisy = grey + draws.normal(0, glass.noise, grey.shape) if glass.noise else grey
    # Dust, a dot at a time.
    noisy[draws.integers(0, grey.shape[0], 200), draws.integers(0, grey.shape[1], 200)] = 60
    seen = Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
    return seen.rotate(90 * glass.turned, expand=True)


def pages(pdf: bytes, *glasses: Glass) -> list[Image.Image]:
    """The pages of a PDF, each scanned in its manner, the last ones as the last manner says."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for at in range(len(document)):
            glass = glasses[min(at, len(glasses) - 1)]
            found.append(scanned(document[at].render(scale=glass.dpi / 72).to_pil(), glass, at))
        return found


def scan(pdf: bytes, *glasses: Glass) -> bytes:
    """A PDF of pictures, as a scanner makes one."""
    writer = io.BytesIO()
    with pypdfium2.PdfDocument.new() as made:
        for at, picture in enumerate(pages(pdf, *glasses)):
            glass = glasses[min(at, len(glasses) - 1)]
            jpeg = io.BytesIO()
            picture.save(jpeg, "JPEG", quality=glass.quality)
            image = pypdfium2.PdfImage.new(made)
            image.load_jpeg(jpeg, inline=True)
            size = picture.width * 72 / glass.dpi, picture.height * 72 / glass.dpi
            image.set_matrix(pypdfium2.PdfMatrix().scale(*size))
            page = made.new_page(*size)
            page.insert_obj(image)
            page.gen_content()
        made.save(writer)
    return writer.getvalue()


def as_file(picture: Image.Image, kind: str, dpi: int = 200, **options: object) -> bytes:
    """A picture as a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, dpi=(dpi, dpi), **options)
    return stream.getvalue()

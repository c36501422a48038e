"""The process in which a PDF that should be an annex is read: bytes come in on standard input, JSON goes out.

Run as `python -m cchc_score.pdf.annex_child attached|pages|later|signatures`. As in `pdf_child`, the process has
limits, and the one that started it has a clock.
"""

import base64
import json
import logging
import sys
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from cchc_score.files.child_process import limit_process
from cchc_score.pdf.pdf_child import MAX_ATTACHED_BYTES, PdfRefused, refusal
from cchc_score.pdf.pdf_limits import MEGABYTES

SECONDS = 300
"""Of a processor: a volume has a page for every unit."""


def read_attached(data: bytes) -> dict[str, Any]:
    """The attached files by name, in base64."""
    from pdfminer import pdftypes
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    from cchc_score.pdf.pdf_attached import attached_files

    pdftypes.decompress_corrupted = _refuse_broken
    found: dict[str, str] = {}
    for name, stream in attached_files(PDFDocument(PDFParser(BytesIO(data)))):
        content = stream.get_data()
        # Of two files of one name nobody could tell which counts.
        if name in found or len(content) > MAX_ATTACHED_BYTES:
            raise PdfRefused("pdf-heavy" if name not in found else "pdf-attached-twice")
        found[name] = base64.b64encode(content).decode("ascii")
    return {"attached": found}


def read_tagged(data: bytes) -> dict[str, Any]:
    """The texts of a tagged PDF, as `pdf_tag_texts` says."""
    from cchc_score.pdf.pdf_tag_texts import tagged_texts

    return tagged_texts(data)


def read_later(data: bytes) -> dict[str, Any]:
    """What the revisions after the first have changed of it; how long that is stands before the bytes."""
    from cchc_score.pdf.pdf_revisions import later_changes

    length, _, whole = data.partition(b"\n")
    return {"changes": later_changes(whole, int(length))}


def read_signatures(data: bytes) -> dict[str, Any]:
    """Every signature of a PDF: who signed, whether what was signed is intact, and what came after it."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    from cchc_score.pdf.pdf_signatures import signature_data

    reader = PdfFileReader(BytesIO(data), strict=False)
    return {"signatures": [signature_data(one) for one in reader.embedded_regular_signatures]}


def _refuse_broken(data: bytes) -> bytes:
    raise PdfRefused("pdf-broken")


READERS: Mapping[str, Callable[[bytes], dict[str, Any]]] = {
    "attached": read_attached,
    "pages": read_tagged,
    "later": read_later,
    "signatures": read_signatures,
}


def main() -> None:
    """Read what is asked for of one PDF and write it, or why it is refused."""
    limit_process(MEGABYTES, SECONDS)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        answer = READERS[sys.argv[1]](sys.stdin.buffer.read())
    except ImportError:
        answer = {"refused": "absent"}
    except Exception as error:
        answer = {"refused": refusal(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()

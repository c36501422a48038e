"""The process in which one PDF is read: bytes come in on standard input, JSON goes out; nothing else is touched.

Run as `python -m cchc_score.pdf.pdf_child`. A PDF may ask for all memory, or never end: the process has limits, and the
one that started it has a clock.
"""

import base64
import gc
import json
import logging
import sys
import warnings
from io import BytesIO
from typing import Any

from cchc_score.files.child_process import limit_process
from cchc_score.pdf.pdf_limits import MAX_PAGES, MEGABYTES, SECONDS

MAX_ATTACHED_BYTES = 16 * 1024 * 1024


class PdfRefused(Exception):
    """Why a file is not read: the code of the finding as its message."""


def read_pdf(data: bytes) -> dict[str, Any]:
    """What a PDF holds: its pages, or the file of this program attached to it; and the names of other such files."""
    from pdfminer import pdftypes
    from pdfplumber.pdf import PDF

    from cchc_score.pdf.pdf_attached import OURS, attached_files
    from cchc_score.pdf.pdf_pages import read_page

    # Of a stream that is cut the library takes the beginning, without a word: figures would be missing.
    pdftypes.decompress_corrupted = _refuse_broken
    pdf = PDF(BytesIO(data))
    files = attached_files(pdf.doc)
    own = [(name, stream) for name, stream in files if name in OURS]
    others = [name for name, _ in files if name not in OURS]
    if len(own) > 1:
        raise PdfRefused("pdf-attached-twice")
    if own:
        name, stream = own[0]
        content = stream.get_data()
        if len(content) > MAX_ATTACHED_BYTES:
            raise PdfRefused("pdf-heavy")
        return {"attached": [name, base64.b64encode(content).decode("ascii")], "others": others}
    pages = pdf.pages
    if not pages or len(pages) != _counted(pdf.doc.catalog):
        raise PdfRefused("pdf-broken")
    if len(pages) > MAX_PAGES:
        raise PdfRefused("pdf-pages")
    layers = _has_hidden_layers(pdf.doc.catalog)
    return {"pages": [read_page(pdf, page) for page in pages], "others": others, "layers": layers}


def _counted(catalog: dict[str, Any]) -> int:
    """How many pages the file says that it has."""
    from pdfminer.pdftypes import dict_value, int_value

    return int_value(dict_value(catalog["Pages"]).get("Count"))


def _has_hidden_layers(catalog: dict[str, Any]) -> bool:
    """Whether the file has layers that are turned off, whose text nobody sees."""
    from pdfminer.pdftypes import dict_value, list_value

    default = dict_value(dict_value(catalog.get("OCProperties") or {}).get("D") or {})
    return bool(list_value(default.get("OFF") or []))


def _refuse_broken(data: bytes) -> bytes:
    raise PdfRefused("pdf-broken")


def refusal(error: BaseException) -> str:
    """The code of the finding about what went wrong."""
    from pdfminer.pdfdocument import PDFEncryptionError

    # pdfplumber wraps what pdfminer raises.
    chain = [error, *(arg for arg in error.args if isinstance(arg, BaseException))]
    if any(isinstance(one, PDFEncryptionError) for one in chain):
        return "pdf-password"
    told = next((one for one in chain if isinstance(one, PdfRefused)), None)
    if told is not None:
        return str(told)
    heavy = any(isinstance(one, MemoryError | RecursionError) or type(one).__name__.startswith("Too") for one in chain)
    return "pdf-heavy" if heavy else "pdf-broken"


def main() -> None:
    """Read one PDF and write what it holds, or why it is refused."""
    limit_process(MEGABYTES, SECONDS)
    # Hundreds of thousands of small objects come, and hardly one goes before the end.
    gc.set_threshold(200_000, 50, 50)
    # Of what the libraries remark nobody would hear.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        answer = read_pdf(sys.stdin.buffer.read())
    except Exception as error:
        answer = {"refused": refusal(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()

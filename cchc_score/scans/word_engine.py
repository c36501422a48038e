"""Words in pictures, read by an installed Tesseract: many pictures in one start."""

import csv
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

from cchc_score.scans.page_pictures import Picture
from cchc_score.scans.scan_limits import DPI

LANGUAGE = "vie"
DIGITS = ("-c", "tessedit_char_whitelist=0123456789.,%/- ")
PAGE, BLOCK, LINE = "4", "6", "7"
"""What a picture is to the program: a page of columns, a block of text, a single line."""


@dataclass(frozen=True, slots=True)
class ReadWords:
    """What was read in a picture: its lines, and how sure the least sure word is, from 0 to 100."""

    lines: tuple[str, ...] = ()
    sure: float = 0.0

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(self.lines)


def read_words(
    program: str, pictures: Sequence[Picture], layout: str, seconds: float, options: Sequence[str] = ()
) -> list[ReadWords]:
    """What stands in each picture. An OSError or a SubprocessError tells that the program does not do its work."""
    if not pictures:
        return []
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DPI), "--psm", layout, *options]
    done = subprocess.run(
        [*command, "-c", "tessedit_create_tsv=1"],
        input=_tiff(pictures),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        check=True,
        # Several threads of it on one small picture only wait for each other.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return _words(done.stdout.decode("utf-8", "replace"), len(pictures))


def _tiff(pictures: Sequence[Picture]) -> bytes:
    """Pictures as the pages of one file, which goes through a pipe: no file is written."""
    from PIL import Image

    first, *others = map(Image.fromarray, pictures)
    stream = BytesIO()
    first.save(stream, "TIFF", save_all=True, append_images=others)
    return stream.getvalue()


def _words(table: str, count: int) -> list[ReadWords]:
    found: list[dict[tuple[int, ...], list[str]]] = [{} for _ in range(count)]
    sure: list[list[float]] = [[] for _ in range(count)]
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        word, page = row["text"] or "", int(row["page_num"]) - 1
        if row["level"] == "5" and word.strip():
            line = tuple(int(row[key]) for key in ("block_num", "par_num", "line_num"))
            found[page].setdefault(line, []).append(word.strip())
            sure[page].append(float(row["conf"]))
    return [
        ReadWords(tuple(" ".join(words) for words in lines.values()), min(own, default=0.0))
        for lines, own in zip(found, sure, strict=True)
    ]

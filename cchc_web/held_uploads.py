"""Files that somebody has sent for a look before they are taken in: kept for a day, found by a signed word."""

import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from django.conf import settings
from django.core import signing

_KEPT = 86_400
"""So many seconds an upload waits; whoever looks longer sends it once more."""


@dataclass(frozen=True, slots=True)
class HeldUpload:
    """A file as it was sent: its name, and where its bytes are."""

    name: str
    path: Path


def _folder() -> Path:
    home: Path = settings.HOME
    return home / "xem-truoc"


def hold(name: str, data: bytes, purpose: str) -> str:
    """Keep a file; the word by which it is found again, for the same purpose only."""
    folder, digest = _folder(), sha256(data).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.stat().st_mtime < time.time() - _KEPT:
            path.unlink(missing_ok=True)
    # With its ending, by which its reader is chosen.
    kept = digest + PurePath(name).suffix.lower()
    (folder / kept).write_bytes(data)
    return signing.dumps([name, kept], salt=purpose)


def held_upload(word: str, purpose: str) -> HeldUpload | None:
    """The file behind a word; None for a forged word, or for a file that is not kept any more."""
    try:
        name, kept = signing.loads(word, salt=purpose, max_age=_KEPT)
    except signing.BadSignature:
        return None
    path = _folder() / kept
    return HeldUpload(name, path) if path.is_file() else None

"""Office files without the time at which they were made, so that the same table gives the same bytes."""

import io
import zipfile

from cchc_score.errors import WriteError
from cchc_score.findings import Finding

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def timeless(data: bytes) -> bytes:
    """An archive with all its members, none of which says when it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _FIRST_DAY), old.read(member), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def absent(extra: str) -> WriteError:
    """What to say where the library that writes a kind of file is not installed."""
    return WriteError([Finding("writer-absent", args={"extra": extra})])

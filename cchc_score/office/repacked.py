"""Office files without the time at which they were made, so that the same table gives the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from cchc_score.errors import WriteError
from cchc_score.findings import Finding

# The first day that an archive can name.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def without_times(data: bytes) -> bytes:
    """An archive with all its members, none of which says when it was written."""
    return packed(members(data))


def members(data: bytes) -> dict[str, bytes]:
    """What an archive that the program itself has made holds, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {member.filename: archive.read(member) for member in archive.infolist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """An archive of some members, none of which says when it was written."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in content.items():
            new.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def library_absent(extra: str) -> WriteError:
    """What to say where the library that writes a kind of file is not installed."""
    return WriteError([Finding("writer-absent", args={"extra": extra})])

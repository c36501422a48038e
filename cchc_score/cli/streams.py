"""Standard output and error that know what to do where nobody reads any more, or nothing can be written."""

import errno
import io
import os
import sys
from typing import Any

# Windows tells a pipe that nobody reads as an invalid argument.
_UNREAD = {errno.EPIPE, *([errno.EINVAL] if os.name == "nt" else [])}


class _Output(io.RawIOBase):
    """Bytes for whoever reads; what is written after the reader has gone is written to nobody.

    `raw` is None for a stream that was closed before the program began. A first refusal is raised as a SystemRefusal
    where the stream is `needed`; without one nothing is said, for there is nobody to say it to.
    """

    def __init__(self, raw: Any, needed: bool) -> None:
        self._raw, self._needed, self._gone = raw, needed, False

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self._raw is not None and self._raw.isatty()

    def fileno(self) -> int:
        if self._raw is None:
            raise io.UnsupportedOperation("fileno")
        return int(self._raw.fileno())

    def write(self, data: Any, /) -> int:
        """The number of bytes that need not be written any more."""
        if self._gone:
            return len(data)
        try:
            if self._raw is None:
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            return int(self._raw.write(data) or 0)
        except OSError as error:
            # What is still in the buffers would otherwise be refused once more when the process ends.
            self._gone = True
            if self._needed and error.errno not in _UNREAD:
                # With them come all kinds of findings, which help can do without.
                from cchc_score.errors import SystemRefusal
                from cchc_score.findings import Finding

                detail = os.strerror(error.errno or 0)
                raise SystemRefusal([Finding("output-lost", args={"detail": detail})]) from None
            return len(data)


def open_streams() -> None:
    """Put such streams in the places of standard output and standard error."""
    sys.stdout, sys.stderr = _opened(sys.stdout, True), _opened(sys.stderr, False)


def _opened(stream: Any, needed: bool) -> Any:
    # Whoever calls the program from Python may have put something else there.
    if stream is not None and not isinstance(stream, io.TextIOWrapper):
        return stream
    raw = getattr(stream.buffer, "raw", stream.buffer) if stream is not None else None
    return io.TextIOWrapper(
        io.BufferedWriter(_Output(raw, needed)),
        # A Windows code page cannot print every Vietnamese name.
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=stream is not None and (stream.line_buffering or not needed),
    )

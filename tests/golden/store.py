"""Where results are kept: a text for each run, packed where it is long."""

import lzma
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
LONG = 60_000
"""From so many bytes on, a result is packed."""


def stored(name: str) -> str | None:
    """The result that is kept under a name; None where there is none."""
    plain, packed = paths(name)
    if plain.exists():
        return plain.read_bytes().decode("utf-8")
    return lzma.decompress(packed.read_bytes()).decode("utf-8") if packed.exists() else None


def store(name: str, text: str) -> None:
    """Keep a result under a name."""
    data, (plain, packed) = text.encode(), paths(name)
    plain.parent.mkdir(parents=True, exist_ok=True)
    if len(data) < LONG:
        plain.write_bytes(data)
    else:
        packed.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))


def paths(name: str) -> tuple[Path, Path]:
    """The two files that may hold a result."""
    return RESULTS / f"{name}.txt", RESULTS / f"{name}.txt.xz"


def names() -> set[str]:
    """The names of all results."""
    files = (path for path in RESULTS.rglob("*.txt*") if path.is_file())
    return {path.relative_to(RESULTS).as_posix().removesuffix(".xz").removesuffix(".txt") for path in files}

"""A scheme held against its frame: what it lacks of it, and what it says otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from cchc_score.findings import Finding, Place, Words
from cchc_score.model import Scheme
from cchc_score.schemes.frame_file import Frame, FramePart
from cchc_score.text import LANGUAGES, number

_TITLE, _MOST = Words("tên", "name"), Words("điểm tối đa", "maximum")
_HELD, _KIND = Words("có đánh giá", "held"), Words("loại", "kind")
_KINDS = {
    "normal": Words("thường", "normal"),
    "bonus": Words("điểm thưởng", "bonus"),
    "penalty": Words("điểm trừ", "penalty"),
}


@dataclass(frozen=True, slots=True)
class _Own:
    """A part of the scheme in the frame's terms, and where it stands."""

    part: FramePart
    place: Place


def check_frame(scheme: Scheme, frame: Frame) -> Iterator[Finding]:
    """Every area and criterion of the frame that a scheme lacks, and every name, maximum or kind that differs.

    What the scheme adds is its own, and so are the rules: a frame fixes none.
    """
    here = Place(scheme.file)
    if scheme.max_points != frame.max_points:
        yield _differs(here, frame.file, _MOST, _points(scheme.max_points), _points(frame.max_points))
    areas = {own.part.key: own for own in _areas(scheme)}
    # Those with a key last: it says which criterion is meant, whichever has that number now.
    criteria = {own.part.key: own for own in sorted(_criteria(scheme), key=lambda own: own.part.key != own.part.number)}
    for part in frame.areas:
        yield from _held_against(scheme, part, areas, "frame-area", frame.file)
    for part in frame.criteria:
        yield from _held_against(scheme, part, criteria, "frame-criterion", frame.file)


def _areas(scheme: Scheme) -> Iterator[_Own]:
    for area in scheme.areas:
        number = str(area.number)
        part = FramePart(
            number=number, key=number, title=area.name, max_points=area.max_points, held=area.held, kind=area.kind
        )
        yield _Own(part, Place(scheme.file, area=area.code))


def _criteria(scheme: Scheme) -> Iterator[_Own]:
    for one in scheme.criteria.values():
        key = one.key or one.number
        part = FramePart(number=one.number, key=key, title=one.title, max_points=one.max_points, held=one.held)
        yield _Own(part, Place(scheme.file, one.line, criterion=one.number))


def _held_against(
    scheme: Scheme, wanted: FramePart, owns: Mapping[str, _Own], absent: str, file: str
) -> Iterator[Finding]:
    """One part of a frame; `absent` is the finding where the scheme has no such part."""
    where = f"{file}:{wanted.line}"
    own = owns.get(wanted.key) or owns.get(wanted.number)
    if own is None:
        args = {"number": wanted.number, "title": wanted.title, "other": where}
        yield Finding(absent, Place(scheme.file), args)
        return
    for field, new, old in _fields(own.part, wanted):
        yield _differs(own.place, where, field, new, old)


def _fields(own: FramePart, wanted: FramePart) -> Iterator[tuple[Words, Words, Words]]:
    """What a scheme says otherwise: which field, with both values."""
    if own.title != wanted.title:
        yield _TITLE, Words(own.title, own.title), Words(wanted.title, wanted.title)
    if wanted.max_points is not None and own.max_points != wanted.max_points:
        yield _MOST, _points(own.max_points), _points(wanted.max_points)
    if own.held != wanted.held:
        yield _HELD, _yes_no(own.held), _yes_no(wanted.held)
    if own.kind != wanted.kind:
        yield _KIND, _KINDS[own.kind], _KINDS[wanted.kind]


def _differs(place: Place, where: str, field: Words, new: Words, old: Words) -> Finding:
    return Finding("frame-differs", place, {"key": field, "new": new, "old": old, "other": where})


def _points(points: Fraction | None) -> Words:
    return Words(*("" if points is None else number(points, None, lang) for lang in LANGUAGES))


def _yes_no(held: bool) -> Words:
    return Words("có", "yes") if held else Words("không", "no")

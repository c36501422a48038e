"""Notes of a person beside cells, with a colour: plain rows that only their writer sees, never events."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from django.db import transaction

from cchc_web.access import Person
from cchc_web.models import Draft, KeptYear

Colour = Literal["", "done", "wait", "doubt", "halt"]
COLOURS: tuple[Colour, ...] = get_args(Colour)
"""By the names of the tokens that show them."""


class Note(NamedTuple):
    """What somebody has written beside a cell; `version` grows with each save."""

    text: str = ""
    colour: str = ""
    version: int = 0


NO_NOTE = Note()


def _key(person: Person, unit: str, criterion: str) -> str:
    return f"ghi-chu/{person.login}/{unit}/{criterion}"


def notes_of(year: KeptYear, person: Person) -> Mapping[tuple[str, str], Note]:
    """All notes of a person, by the unit's code and the criterion's number."""
    before = _key(person, "", "")[:-1]
    found = {}
    for draft in Draft.objects.filter(year=year, key__startswith=before):
        unit, _, criterion = draft.key[len(before) :].rpartition("/")
        found[unit, criterion] = Note(draft.fields.get("text", ""), draft.fields.get("colour", ""), draft.version)
    return found


def keep_note(year: KeptYear, person: Person, cell: tuple[str, str], text: str, colour: str, seen: int) -> Note | None:
    """Save a note over the version that its writer has seen; where there is another one by now, that one."""
    with transaction.atomic():
        draft, _ = Draft.objects.select_for_update().get_or_create(year=year, key=_key(person, *cell))
        present = Note(draft.fields.get("text", ""), draft.fields.get("colour", ""), draft.version)
        if draft.version != seen and (present.text, present.colour) != (text, colour):
            return present
        draft.fields, draft.by, draft.version = {"text": text, "colour": colour}, person.name, draft.version + 1
        draft.save()
    return None

"""Drafts: what somebody types and has not handed in; two people on one sheet are told, and nothing typed is lost."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from cchc_web.models import Draft, KeptYear
from cchc_web.typed import MOST_LETTERS

PARTIAL, VERSION, WAS = "partial", "version", "was:"
"""Names of fields: that only what was changed is sent; the version that was seen; what a changed field was before."""
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownDraft:
    """A draft as it stands; without one, what its sheet begins with, in version 0."""

    fields: Texts
    version: int = 0
    by: str = ""
    saved: datetime | None = None

    @property
    def is_kept(self) -> bool:
        """Whether somebody has typed anything."""
        return self.version > 0


@dataclass(frozen=True, slots=True)
class DifferingField:
    """A field in which two people have typed different things: what was sent now, and what stands there by now."""

    name: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class SentFields:
    """What a browser sends of a sheet.

    `was` is what each of the fields was when the browser had it; None where all fields are sent, as they were in
    `version`.
    """

    fields: Texts
    version: int = 0
    was: Texts | None = None


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, which changes its page by itself."""
    return "application/json" in request.headers.get("Accept", "")


def sent_fields(post: QueryDict, names: Collection[str]) -> SentFields:
    """The fields of a sheet that a form sends; a box that is not ticked is sent by nobody and is empty."""
    number = sent_version(post.get(VERSION, ""))
    if not post.get(PARTIAL):
        return SentFields({name: _plain(post.get(name, "")) for name in names}, number)
    own = [name for name in names if name in post]
    was = {name: _plain(post.get(f"{WAS}{name}", "")) for name in own}
    return SentFields({name: _plain(post.get(name, "")) for name in own}, number, was)


def sent_version(text: str) -> int:
    """The version of a draft that a form names; 0, which no saved draft has, for any other text."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _plain(text: str) -> str:
    """A text as it is kept: without signs that no database takes, and not longer than anybody types."""
    return text.replace("\r\n", "\n").replace("\0", "").strip()[:MOST_LETTERS]


Start = Callable[[], Texts]
"""What a sheet begins with where there is no draft of it; only then it is asked for."""


def known_draft(year: KeptYear, key: str, start: Start) -> KnownDraft:
    """The draft under a key."""
    draft = Draft.objects.filter(year=year, key=key).first()
    return _known(draft) if draft else KnownDraft(start())


def _known(draft: Draft) -> KnownDraft:
    return KnownDraft(draft.fields, draft.version, draft.by, timezone.localtime(draft.saved))


FieldChange = Callable[[dict[str, str]], None]


def save_draft(
    year: KeptYear, key: str, sent: SentFields, by: str, start: Start, change: FieldChange | None = None
) -> tuple[KnownDraft, tuple[DifferingField, ...]]:
    """Save what was sent; nothing of it where somebody else has typed something different meanwhile, which is given.

    `change` changes what else is to be changed in the fields, as files that come with them.
    """
    with transaction.atomic():
        draft = _own_row(year, key, by, start)
        fields = dict(draft.fields)
        differing = tuple(_differing(fields, sent, draft.version))
        if differing:
            return _known(draft), differing
        new = {**fields, **sent.fields}
        if change is not None:
            change(new)
        new = {name: text for name, text in new.items() if text}
        # What changes nothing makes no version: others would be told of it.
        if new != draft.fields or not draft.version:
            draft.fields, draft.version, draft.by = new, draft.version + 1, by
            draft.save()
    return _known(draft), ()


def _own_row(year: KeptYear, key: str, by: str, start: Start) -> Draft:
    """The row of a draft, which nobody else can write until it is saved."""
    rows = Draft.objects.select_for_update().filter(year=year, key=key)
    draft = rows.first()
    if draft is None:
        try:
            with transaction.atomic():
                draft = Draft.objects.create(year=year, key=key, by=by, fields=dict(start()))
        except IntegrityError:
            # Two browsers have begun at once.
            draft = rows.get()
    return draft


def _differing(fields: Texts, sent: SentFields, version: int) -> list[DifferingField]:
    if sent.was is None and sent.version == version:
        return []
    was = sent.was
    return [
        DifferingField(name, text, fields.get(name, ""))
        for name, text in sent.fields.items()
        if fields.get(name, "") != text and (was is None or fields.get(name, "") != was[name])
    ]


def drop_draft(year: KeptYear, key: str, version: int) -> None:
    """Forget a draft that was handed in, in the version that was; what somebody has typed since stays."""
    Draft.objects.filter(year=year, key=key, version=version).delete()

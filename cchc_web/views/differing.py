"""Two people have typed different things into one sheet: both are shown, field by field, and one is chosen."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.http import HttpResponse, JsonResponse

from cchc_score.appraisal.moments import moment_words
from cchc_web.drafts import PARTIAL, DifferingField, KnownDraft, sent_fields, wants_json
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field in which two people have typed different things, under the name that its row has."""

    name: str
    label: str
    mine: str
    theirs: str


def differing_page(
    visit: Visit,
    draft: KnownDraft,
    differing: Sequence[DifferingField],
    names: Collection[str],
    here_address: str,
    label: Callable[[str], str],
) -> HttpResponse:
    """The page on which somebody chooses, for the sheet at an address with fields of some `names`; or what tells a
    script to ask for that page. `label` says what a person calls a field.
    """
    if wants_json(visit.request):
        return JsonResponse({}, status=409)
    when = moment_words(draft.saved.replace(microsecond=0, tzinfo=None)) if draft.saved else ""
    sent = sent_fields(visit.request.POST, names)
    own = {one.name for one in differing}
    # What nobody else has touched goes along, so that one answer saves all that was typed.
    more = {name: text for name, text in sent.fields.items() if name not in own and sent.was is not None}
    return visit.draw(
        "differing.html.j2",
        409,
        title=visit.say("Hai người cùng sửa một bảng", "Two people have changed one sheet"),
        lede=visit.say(
            f"{draft.by} đã lưu lúc {when}, sau khi trang này được mở. Chọn giá trị giữ lại cho từng ô, rồi lưu.",
            f"{draft.by} saved at {when}, after this page was opened. Choose for each field what stays, and save.",
        ),
        choices=[FieldChoice(one.name, label(one.name), one.mine, one.theirs) for one in differing],
        more=more,
        partial=PARTIAL,
        here_address=here_address,
        by=draft.by,
    )

"""What the coordinator does with some units at once: more time for them, what they sent given back, a reminder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpResponse

from cchc_score.appraisal.acts import Extension, Return
from cchc_score.errors import CchcError
from cchc_score.findings import Finding, Words
from cchc_score.model import Unit
from cchc_score.pages.status_page import owed_words
from cchc_score.text import Lang, pick
from cchc_web.typed import Typed
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class _UnitDeed:
    """The words of a form for some units: what is chosen by name, label and choices, and until when."""

    title: Words
    lede: Words
    choice: tuple[str, Words, Callable[[Visit], Mapping[str, Words]]]
    last: Words
    needs_last: bool
    button: Words


def show_extension(visit: Visit) -> HttpResponse:
    """The form for more time, empty."""
    if "unit" not in visit.request.GET:
        return _none_ticked(visit)
    return _page(visit, _EXTEND, {"phase": "self-score:1"})


def grant_extension(visit: Visit) -> HttpResponse:
    """Write the extension of each unit into the journal, and go back to the progress of the year."""
    sent, units = visit.request.POST.dict(), asked_units(visit)
    typed = Typed(sent)
    phase = typed.choice("phase", _phases(visit))
    last, reason = typed.moment("last", since=visit.moment), typed.text("reason")
    if typed.faults:
        return _page(visit, _EXTEND, sent, typed.faults)
    name, _, round = phase.partition(":")
    keys = {"phase": name, "round": int(round), "to": last, "reason": reason}
    try:
        visit.write(Extension, [{"unit": unit.code, **keys} for unit in units])
    except CchcError as error:
        return _page(visit, _EXTEND, sent, findings=error.findings)
    said = f"Đã gia hạn cho {_named(units, 'vi')}.", f"More time for {_named(units, 'en')}."
    return visit.told(*said, "progress")


def show_return(visit: Visit) -> HttpResponse:
    """The form for giving something back, empty."""
    if "unit" not in visit.request.GET:
        return _none_ticked(visit)
    return _page(visit, _GIVE_BACK, {"what": "self-score"})


def give_back(visit: Visit) -> HttpResponse:
    """Write the return to each unit into the journal, and go back to the progress of the year."""
    sent, units = visit.request.POST.dict(), asked_units(visit)
    typed = Typed(sent)
    what = typed.choice("what", _things(visit))
    last, reason = typed.moment("last", needed=False, since=visit.moment), typed.text("reason")
    if typed.faults:
        return _page(visit, _GIVE_BACK, sent, typed.faults)
    keys = {"what": what, "reason": reason} | ({"to": last} if last else {})
    try:
        visit.write(Return, [{"unit": unit.code, **keys} for unit in units])
    except CchcError as error:
        return _page(visit, _GIVE_BACK, sent, findings=error.findings)
    said = f"Đã trả lại cho {_named(units, 'vi')}.", f"Given back to {_named(units, 'en')}."
    return visit.told(*said, "progress")


def show_reminder(visit: Visit) -> HttpResponse:
    """The text of a reminder for some units, ready to be copied; for all that owe something where none is ticked."""
    status, codes = visit.status, set(visit.request.GET.getlist("unit"))
    lines = {
        lang: [
            f"{unit.unit.name}: {'; '.join(owed_words(unit, status, lang))}."
            for unit in status.missing
            if not codes or unit.unit.code in codes
        ]
        for lang in _LANGUAGES
    }
    count = len(lines[visit.lang])
    return visit.draw(
        "reminder.html.j2",
        title=visit.say(f"Nhắc {count} đơn vị", f"A reminder to units: {count}"),
        lede=visit.say(
            "Chép đoạn dưới đây vào thư, tin nhắn hoặc công văn. Máy chủ không tự gửi gì.",
            "Copy the text below into a letter or a message. The server itself sends nothing.",
        ),
        back=visit.address("progress"),
        lines=lines[visit.lang],
    )


def _none_ticked(visit: Visit) -> HttpResponse:
    """The way back to the list, where units are ticked."""
    return visit.told("Chưa chọn đơn vị nào: đánh dấu ở đầu dòng.", "No unit is ticked: tick some rows.", "progress")


_LANGUAGES: tuple[Lang, ...] = ("vi", "en")


def asked_units(visit: Visit) -> list[Unit]:
    """The units that a request is about, in the order of the list; a form without any leads nowhere."""
    codes = set(visit.request.GET.getlist("unit")) | set(visit.request.POST.getlist("unit"))
    units = [unit for unit in visit.working.stages.reported_table.units if unit.code in codes]
    if not units or len(units) != len(codes):
        raise Http404
    return units


def _page(
    visit: Visit,
    deed: _UnitDeed,
    values: Mapping[str, str],
    faults: Mapping[str, Words] | None = None,
    findings: Sequence[Finding] = (),
) -> HttpResponse:
    units, (name, label, choices) = asked_units(visit), deed.choice
    title = Words(f"{deed.title.vi} {_named(units, 'vi')}", f"{deed.title.en} {_named(units, 'en')}")
    return visit.draw_form(
        "unit_act.html.j2",
        values,
        faults,
        findings,
        title=visit.say(*title),
        lede=visit.say(*deed.lede),
        back=visit.address("progress"),
        units=units,
        choice=(name, visit.say(*label), [(word, visit.say(*words)) for word, words in choices(visit).items()]),
        last=(visit.say(*deed.last), deed.needs_last),
        button=visit.say(*deed.button),
        why=visit.say(*closed) if (closed := visit.closed("keep-year")) else "",
    )


def _named(units: Sequence[Unit], lang: Lang) -> str:
    """One unit by its name, several by their number."""
    return units[0].name if len(units) == 1 else f"{len(units)} {pick(lang, 'đơn vị', 'units')}"


def _phases(visit: Visit) -> Mapping[str, Words]:
    """What may be extended: the self-score, and the explanations of each round."""
    rounds = range(1, len(visit.working.stages.phases.explanation) + 1)
    return {
        "self-score:1": Words("Gửi số liệu và tự chấm", "Sending figures and self-score"),
        **{
            f"explanation:{number}": Words(f"Giải trình vòng {number}", f"Explanations of round {number}")
            for number in rounds
        },
    }


def _things(visit: Visit) -> Mapping[str, Words]:
    return {
        "self-score": Words("Bảng tự chấm", "The self-score"),
        "report": Words("Báo cáo số liệu", "The report of figures"),
    }


_EXTEND = _UnitDeed(
    title=Words("Gia hạn cho", "More time for"),
    lede=Words(
        "Chỉ những đơn vị này được thêm thời gian; nhật ký ghi người gia hạn và lý do.",
        "These units alone get more time; the journal keeps who granted it, and why.",
    ),
    choice=("phase", Words("Gia hạn cho", "More time for"), _phases),
    last=Words("Đến hết", "Until"),
    needs_last=True,
    button=Words("Gia hạn", "Extend"),
)
_GIVE_BACK = _UnitDeed(
    title=Words("Trả lại cho", "Give back to"),
    lede=Words(
        "Đơn vị được sửa và gửi lại; bản đã gửi vẫn nằm trong nhật ký. Ghi rõ còn thiếu gì.",
        "The unit may change it and send it again; what it sent stays in the journal. Say what is missing.",
    ),
    choice=("what", Words("Trả lại", "What is given back"), _things),
    last=Words("Gửi lại trước", "To be sent again by"),
    needs_last=False,
    button=Words("Trả lại", "Give back"),
)

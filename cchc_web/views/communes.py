"""X1: the units that somebody sends for, and one of them: where the year stands, and what is to be done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect

from cchc_score.app.changed_results import changed_results
from cchc_score.app.unit_work import SENT_THINGS, SentWork, is_published
from cchc_score.appraisal.acts import SentThing
from cchc_score.appraisal.moments import day_of, moment_words
from cchc_score.pages.status_page import sent_words, year_state_words
from cchc_score.text import pick
from cchc_web.claim_rows import claim_progress
from cchc_web.commune import Commune, commune_of
from cchc_web.figure_rows import figure_progress
from cchc_web.handing_in import closed_to_send
from cchc_web.lock_words import lock_words
from cchc_web.missing_words import missing_words
from cchc_web.visits import Visit


@dataclass(frozen=True, slots=True)
class Card:
    """A thing to do: its name, the pill of its state and its tone, what is to be known of it, where it leads.

    `notes` say what was returned and why, and what keeps somebody from sending.
    """

    title: str
    state: str
    tone: str
    lines: tuple[str, ...]
    link: str
    words: str
    notes: tuple[str, ...] = ()


def show_communes(visit: Visit) -> HttpResponse:
    """The units that somebody sends for; the page of the only one."""
    own = [unit for unit in visit.working.stages.reported_table.units if visit.person.is_clerk_of(unit.code)]
    if len(own) == 1:
        return HttpResponseRedirect(visit.address("commune", own[0].code))
    rows = []
    for unit in own:
        work = commune_of(visit, unit.code).work
        states = [(sent_words(one.state, visit.lang), sent_tone(one)) for one in (work.report, work.self_score)]
        rows.append((visit.address("commune", unit.code), unit.name, states))
    title = visit.say(f"{len(own)} xã của tôi", f"My {len(own)} communes")
    return visit.draw("communes.html.j2", title=title, rows=rows)


def show_commune(visit: Visit, unit: str) -> HttpResponse:
    """Where a unit stands: the phase, the days left, what is missing, what was returned, what is asked."""
    commune = commune_of(visit, unit)
    work = commune.work
    return visit.draw(
        "my_commune.html.j2",
        title=commune.unit.name,
        over=f"{commune.unit.code} · {visit.working.stages.scheme.title}",
        state=year_state_words(work.state, visit.lang),
        left=left_words(commune),
        now=moment_words(visit.moment),
        cards=list(_cards(commune)),
    )


def left_words(commune: Commune) -> str:
    """How many days are left, by the clock of the server."""
    visit, last = commune.visit, commune.work.last
    if last is None:
        return ""
    days = (day_of(last) - day_of(visit.moment)).days
    until = moment_words(last)
    if days < 0:
        return visit.say(f"đã hết hạn từ {until}", f"the time ended on {until}")
    if days == 0:
        return visit.say(f"hôm nay là ngày cuối, đến hết {until}", f"today is the last day, until {until}")
    return visit.say(f"còn {days} ngày, đến hết {until}", f"{days} days left, until {until}")


def _cards(commune: Commune) -> Iterator[Card]:
    visit, work = commune.visit, commune.work
    if is_published(visit.working.stages, visit.moment):
        yield Card(
            title=visit.say("Kết quả đã công bố", "The published result"),
            state="",
            tone="",
            lines=(
                visit.say(
                    "Điểm, thứ hạng, và vì sao từng tiêu chí.", "Points, place, and why, criterion by criterion."
                ),
            ),
            link=visit.address("unit", commune.unit.code),
            words=visit.say("Xem kết quả", "See the result"),
        )
    yield _sheet_card(commune, "report")
    yield _sheet_card(commune, "self-score")
    ready = sum(
        commune.is_open(thing) and not commune.missing(thing) and closed_to_send(commune, thing) is None
        for thing in SENT_THINGS
    )
    yield Card(
        title=visit.say("Kiểm tra và gửi", "Check and hand in"),
        state="",
        tone="",
        lines=(visit.say(f"{ready} phần đã đủ để gửi", f"{ready} parts are ready"),)
        if ready
        else (visit.say("Xem còn thiếu gì, gửi, nhận biên nhận.", "See what is missing, hand in, get the receipt."),),
        link=visit.address("check", commune.unit.code),
        words=visit.say("Kiểm tra và gửi", "Check and hand in"),
    )
    stages = visit.working.stages
    for round, open_ in work.to_explain.items():
        changed = len(changed_results(stages, commune.row, round, visit.moment))
        yield Card(
            title=visit.say(f"Kết quả vòng {round}", f"Results of round {round}"),
            state=visit.say(f"{open_} cần giải trình", f"{open_} to explain") if open_ else "",
            tone="w",
            lines=(visit.say(f"{changed} nội dung điều chỉnh", f"{changed} adjustments"),),
            link=visit.address("round-results", commune.unit.code, round),
            words=visit.say("Xem và giải trình", "See and explain") if open_ else visit.say("Xem", "See"),
        )
    if work.questions:
        open_ = work.open_questions
        yield Card(
            title=visit.say("Hỏi đáp", "Questions"),
            state=visit.say(f"{open_} chưa trả lời", f"{open_} unanswered") if open_ else "",
            tone="w",
            lines=(visit.say(f"{len(work.questions)} câu hỏi", f"{len(work.questions)} questions"),),
            link=visit.address("questions", commune.unit.code),
            words=visit.say("Xem và trả lời", "See and answer"),
        )


def _sheet_card(commune: Commune, thing: SentThing) -> Card:
    visit, sent = commune.visit, commune.sent(thing)
    is_report = thing == "report"
    draft = commune.draft(thing)
    # Of a sheet that nobody has begun everything is missing.
    missing = missing_words(commune, thing) if draft.is_kept or sent.state == "returned" else ()
    is_draft = draft.is_kept and sent.state not in ("absent", "returned")
    return Card(
        title=visit.say("Số liệu", "Figures") if is_report else visit.say("Tự chấm", "Self-score"),
        state=visit.say("đang điền", "being filled in")
        if draft.is_kept and sent.state == "absent"
        else sent_words(sent.state, visit.lang),
        tone=sent_tone(sent),
        lines=(
            figure_progress(commune) if is_report else claim_progress(commune),
            *missing[:2],
            *([visit.say("Có bản đang sửa chưa gửi.", "A changed draft is not handed in.")] if is_draft else []),
        ),
        link=visit.address("figures" if is_report else "self-score", commune.unit.code),
        words=visit.say("Mở bảng số liệu", "Open the figures")
        if is_report
        else visit.say("Mở bảng tự chấm", "Open the self-score"),
        notes=tuple(_notes(visit, sent)),
    )


def _notes(visit: Visit, sent: SentWork) -> Iterator[str]:
    returned = sent.returned
    if returned is not None:
        day = moment_words(returned.on)
        last = f", {visit.say('gửi lại trước', 'until')} {moment_words(returned.last)}" if returned.last else ""
        said = visit.say("trả lại", "returned it")
        yield f"{returned.by} {said} ({day}{last}): {returned.reason}"
    if sent.lock is not None and sent.state in ("absent", "returned"):
        yield pick(visit.lang, *lock_words(sent.lock))


def sent_tone(sent: SentWork) -> str:
    """The tone of the pill of what a unit sends: sand where somebody waits for it."""
    return "w" if sent.state in ("absent", "returned", "waiting") else ""

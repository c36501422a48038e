"""How far a year has come, as a table of the units; and who is still to send or to answer something, as a reminder."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cchc_score.appraisal.explanation_states import ExplanationState
from cchc_score.appraisal.moments import moment_words
from cchc_score.appraisal.year_states import StateName, YearState
from cchc_score.findings import Words
from cchc_score.formats import Page
from cchc_score.pages.act_words import BATCH_WORDS, VERDICT_WORDS
from cchc_score.pages.page_table import PageColumn, count_cell, page_table
from cchc_score.results.year_blockers import BLOCKERS, Blocker
from cchc_score.results.year_status import (
    PhaseDays,
    Progress,
    RoundProgress,
    SentState,
    UnitStatus,
    YearStatus,
    counted,
    status_data,
)
from cchc_score.text import Lang, number, pick

_STATES: Mapping[SentState, Words] = MappingProxyType(
    {
        "absent": Words("chưa gửi", "not sent"),
        "unasked": Words("-", "-"),
        "sent": Words("đã gửi", "sent"),
        "late": Words("gửi muộn", "sent late"),
        "returned": Words("trả lại bổ sung", "returned"),
        "waiting": Words("gửi lại, chờ chấp nhận", "sent again, to be accepted"),
    }
)
_YEAR_STATES: Mapping[StateName, Words] = MappingProxyType(
    {
        "draft": Words("nháp", "draft"),
        "self-score": Words("tự chấm", "self-scoring"),
        "appraisal": Words("thẩm định vòng {round}", "appraisal, round {round}"),
        "explanation": Words("giải trình vòng {round}", "explanations, round {round}"),
        "survey": Words("chờ kết quả điều tra", "awaiting the survey"),
        "frozen": Words("đã chốt", "frozen"),
        "published": Words("đã công bố", "published"),
    }
)
_EXPLAINED: Mapping[ExplanationState, Words] = MappingProxyType(
    {
        "overdue": Words("quá hạn", "overdue"),
        "accepted": VERDICT_WORDS["accepted"],
        "partly": VERDICT_WORDS["partly"],
        "rejected": VERDICT_WORDS["rejected"],
    }
)
"""The states of explanations that are told beside how many were answered."""
_OPEN_OR_ANSWERED: Mapping[ExplanationState, Words] = MappingProxyType(
    {"open": Words("chưa giải trình", "not explained"), "answered": Words("đã giải trình", "explained")}
)
_PHASES = MappingProxyType(
    {
        "self-score": Words("tự chấm", "self-score"),
        "appraisal": Words("thẩm định vòng {round}", "appraisal, round {round}"),
        "explanation": Words("giải trình vòng {round}", "explanations, round {round}"),
    }
)


def status_page(status: YearStatus, lang: Lang) -> Page:
    """One line a unit, counts of all below."""
    columns: list[PageColumn[UnitStatus]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda unit: unit.unit.label),
        PageColumn(pick(lang, "Báo cáo", "Report"), lambda unit: _report(unit, lang)),
        PageColumn(pick(lang, "Số liệu", "Figures"), lambda unit: _of(unit.figures), align="right"),
        PageColumn(pick(lang, "Tự chấm", "Self-score"), lambda unit: _self_score(unit, lang)),
        PageColumn(pick(lang, "Tiêu chí", "Criteria"), lambda unit: _of(unit.claims), align="right"),
        PageColumn(pick(lang, "Kiểm chứng", "Evidence"), lambda unit: _of(unit.evidence), align="right"),
        *_rounds(status, lang),
        PageColumn(pick(lang, "Giải trình", "Explained"), lambda unit: _answered(unit, lang), align="right"),
        *([_asked(lang)] if any(unit.questions.whole for unit in status.units) else []),
        PageColumn(pick(lang, "Điều tra", "Survey"), lambda unit: _of(unit.survey), align="right"),
        PageColumn(pick(lang, "Còn vướng", "Open"), lambda unit: count_cell(unit.open, lang), "count"),
    ]
    title = pick(lang, f"Tiến độ đến ngày {status.moment:%d/%m/%Y}", f"Progress by {status.moment:%d/%m/%Y}")
    sheets = (page_table(columns, status.units),) if status.units else ()
    return Page(title, sheets, tuple(_notes(status, lang)), lambda: status_data(status))


def _asked(lang: Lang) -> PageColumn[UnitStatus]:
    return PageColumn(pick(lang, "Hỏi đáp", "Questions"), lambda unit: _of(unit.questions), align="right")


def _notes(status: YearStatus, lang: Lang) -> list[str]:
    open_now = ", ".join(_phase(phase, lang) for phase in status.open_phases)
    counts = (
        (pick(lang, "Báo cáo", "Reports"), [unit.report for unit in status.units]),
        (pick(lang, "Tự chấm", "Self-scores"), [unit.self_score for unit in status.units]),
    )
    # What nobody asks the units for has no counts.
    told = [f"{name}: {_counts(states, lang)}." for name, states in counts if counted(states)]
    told.insert(0, f"{pick(lang, 'Trạng thái của năm', 'State of the year')}: {year_state_words(status.state, lang)}.")
    if status.batches:
        names = ", ".join(f"{one.batch} ({pick(lang, *BATCH_WORDS[one.state])})" for one in status.batches)
        told.append(f"{pick(lang, 'Đợt điều tra', 'Survey batches')}: {names}.")
    if status.blockers and status.state.step is None:
        told.append(_blockers(status.blockers, lang))
    if status.phases:
        told.insert(1, f"{pick(lang, 'Đang mở', 'Open now')}: {open_now or pick(lang, 'không', 'nothing')}.")
    return told


def year_state_words(state: YearState, lang: Lang) -> str:
    """How far a year is, with what froze or published it."""
    words = pick(lang, *_YEAR_STATES[state.name]).format(round=state.round)
    step = state.step
    if step is None:
        return words
    day = f" {pick(lang, 'ngày', 'of')} {moment_words(step.dated)}" if step.dated else ""
    by = pick(lang, f" theo {step.decision}{day}", f" by {step.decision}{day}") if step.decision else ""
    despite = f"; {step.reason}" if step.reason else ""
    return f"{words}{by} ({moment_words(step.on)}, {step.by}{despite})"


def _blockers(blockers: Sequence[Blocker], lang: Lang) -> str:
    kinds = "; ".join(f"{number(one.count, 0, lang)} {pick(lang, *BLOCKERS[one.kind])}" for one in blockers)
    return f"{pick(lang, 'Trước khi chốt còn', 'Open before it can be frozen')}: {kinds}."


def _counts(states: Sequence[SentState], lang: Lang) -> str:
    counts = counted(states).items()
    return ", ".join(f"{number(count, 0, lang)} {sent_words(state, lang)}" for state, count in counts)


def _phase(phase: PhaseDays, lang: Lang) -> str:
    name = pick(lang, *_PHASES[phase.phase]).format(round=phase.round)
    return f"{name} ({pick(lang, 'đến', 'until')} {moment_words(phase.last)})" if phase.last else name


def _rounds(status: YearStatus, lang: Lang) -> list[PageColumn[UnitStatus]]:
    count = max((len(unit.rounds) for unit in status.units), default=0)

    def column(place: int) -> PageColumn[UnitStatus]:
        heading = pick(lang, f"Vòng {place + 1}", f"Round {place + 1}")
        return PageColumn(heading, lambda unit: round_words(unit.rounds[place], lang), align="right")

    return [column(place) for place in range(count)]


def round_words(round: RoundProgress, lang: Lang) -> str:
    """How many cells were looked at, of how many, and what is open about others."""
    conflicts, stale, asked = (number(count, 0, lang) for count in (round.conflicts, round.stale, round.asked))
    marks = [pick(lang, f"{conflicts} xung đột", f"{conflicts} in conflict")] if round.conflicts else []
    marks += [pick(lang, f"{stale} xem lại", f"{stale} to look at again")] if round.stale else []
    marks += [pick(lang, f"{asked} đang hỏi", f"{asked} asked")] if round.asked else []
    return _of(round.seen) + (f" ({', '.join(marks)})" if marks else "")


def _answered(unit: UnitStatus, lang: Lang) -> str:
    late = number(unit.late_answers, 0, lang)
    told = [
        f"{number(count, 0, lang)} {pick(lang, *_EXPLAINED[state])}"
        for state, count in unit.explanation_states.items()
        if state in _EXPLAINED
    ]
    told += [pick(lang, f"{late} muộn", f"{late} late")] if unit.late_answers else []
    return _of(unit.explanations) + (f" ({', '.join(told)})" if told else "")


def _report(unit: UnitStatus, lang: Lang) -> str:
    return sent_words(unit.report, lang) + _locked(unit.report_locked, lang)


def _self_score(unit: UnitStatus, lang: Lang) -> str:
    day = f" {unit.sent_on:%d/%m}" if unit.sent_on and unit.self_score in ("sent", "late") else ""
    return sent_words(unit.self_score, lang) + day + _locked(unit.self_score_locked, lang)


def _locked(locked: bool, lang: Lang) -> str:
    return pick(lang, ", khóa", ", locked") if locked else ""


def sent_words(state: SentState, lang: Lang) -> str:
    """How what a unit sends stands."""
    return pick(lang, *_STATES[state])


def explained_words(state: ExplanationState, lang: Lang) -> str:
    """What has become of an adjustment that a unit may answer."""
    return pick(lang, *{**_OPEN_OR_ANSWERED, **_EXPLAINED}[state])


def _of(progress: Progress) -> str:
    """Done of whole; a dash where there is nothing to do."""
    return f"{progress.done}/{progress.whole}" if progress.whole else "-"


def reminder_page(status: YearStatus, lang: Lang) -> Page:
    """What each unit still owes and until when: the text of a reminder."""
    columns: list[PageColumn[UnitStatus]] = [
        PageColumn(pick(lang, "Đơn vị", "Unit"), lambda unit: unit.unit.label),
        PageColumn(pick(lang, "Còn thiếu", "Still to come"), lambda unit: "; ".join(owed_words(unit, status, lang))),
    ]
    missing, whole = (number(len(units), 0, lang) for units in (status.missing, status.units))
    title = pick(
        lang,
        "Đề nghị các đơn vị sau hoàn thành những việc còn thiếu",
        "The following units are asked for what is still to come",
    )
    note = pick(
        lang, f"{missing} trên {whole} đơn vị, tính đến ngày {status.moment:%d/%m/%Y}.",
        f"{missing} of {whole} units, by {status.moment:%d/%m/%Y}.",
    )  # fmt: skip
    sheets = (page_table(columns, status.missing),) if status.missing else ()
    return Page(title if sheets else "", sheets, (note,), lambda: status_data(status))


def owed_words(unit: UnitStatus, status: YearStatus, lang: Lang) -> list[str]:
    """What a unit still has to send or to answer, and until when, in words."""
    words = {
        "report": (Words("báo cáo", "the report"), unit.report, None),
        "self-score": (Words("bảng tự chấm", "the self-score"), unit.self_score, status.last_moment("self-score")),
    }
    owed = []
    for name, state, last in words.values():
        until = f" ({pick(lang, 'hạn', 'until')} {moment_words(last)})" if last else ""
        if state == "absent":
            owed.append(pick(lang, "chưa gửi ", "not sent: ") + pick(lang, *name) + until)
        if state == "returned":
            owed.append(pick(lang, "bổ sung ", "to be completed: ") + pick(lang, *name))
    left = unit.explanations.whole - unit.explanations.done
    if left:
        count = number(left, 0, lang)
        owed.append(pick(lang, f"chưa giải trình {count} nội dung", f"{count} entries to be answered"))
    waiting = unit.questions.whole - unit.questions.done
    if waiting:
        count = number(waiting, 0, lang)
        owed.append(pick(lang, f"chưa trả lời {count} câu hỏi", f"{count} questions to be answered"))
    return owed

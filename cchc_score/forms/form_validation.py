"""What a cell takes when somebody types: drop-downs for answers, numbers and days within their bounds."""

from datetime import date, timedelta
from typing import Any

from cchc_score.forms.commune_plan import LARGEST, CommunePlan, cell_name
from cchc_score.forms.figure_tables import NEVER, answer_words
from cchc_score.formulas import serial
from cchc_score.model import FormRow, Indicator
from cchc_score.text import pick

_MOST_LIST = 250
"""A list of answers that stands in the cell itself has at most so many letters."""
_TITLE = ("Ô này chưa đúng", "This cell is wrong")


def possible_days(plan: CommunePlan) -> tuple[date, date]:
    """The first and the last day that a figure can mean: in the year before, this one or the next."""
    first, last = plan.scheme.first_and_last_day
    return date(first.year - 1, 1, 1), date(last.year + 2, 1, 1) - timedelta(days=1)


def validate_figure(tab: Any, at: int, column: int, row: FormRow, indicator: Indicator, plan: CommunePlan) -> None:
    """Let a cell take only what its figure can be."""
    lang = plan.lang
    told = {"error_title": pick(lang, *_TITLE), "error_type": "stop"}
    if indicator.kind in ("yes_no", "option"):
        words = list(answer_words(indicator, row, lang).values())
        # Such a list parts its answers by commas.
        if len(",".join(words)) <= _MOST_LIST and not any("," in word for word in words):
            message = pick(lang, "Hãy chọn một câu trả lời trong danh sách.", "Choose one of the answers in the list.")
            tab.data_validation(
                at, column, at, column, {"validate": "list", "source": words, "error_message": message, **told}
            )
    elif indicator.kind == "date":
        first, last = possible_days(plan)
        cell = cell_name(at, column)
        never = ",".join(f'{cell}="{word}"' for word in NEVER)
        formula = f"=OR({never},AND(ISNUMBER({cell}),{cell}>={serial(first)},{cell}<={serial(last)}))"
        message = pick(
            lang,
            f"Ghi ngày/tháng/năm, từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}; ngày không có thì ghi: không.",
            f"Write a day from {first:%d/%m/%Y} to {last:%d/%m/%Y}; or: never.",
        )
        rule = {"validate": "custom", "value": formula, "error_message": message}
        tab.data_validation(at, column, at, column, {**rule, **told})
    else:
        most = 100 if indicator.kind == "percent" else LARGEST
        whole = not indicator.decimals and indicator.kind != "percent"
        message = pick(
            lang,
            f"Chỉ ghi {'số nguyên' if whole else 'số'} từ 0 đến {most}, không có chữ.",
            f"Write a {'whole ' if whole else ''}number from 0 to {most} only.",
        )
        bounds: dict[str, Any] = {
            "validate": "integer" if whole else "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": most,
        }
        tab.data_validation(at, column, at, column, {**bounds, "error_message": message, **told})

"""Random report forms for random schemes: one table or two, rows with codes and parts without, several columns."""

from hypothesis import strategies as st

from cchc_score.model import Answer, Form, FormRow, FormSection, row_code
from cchc_score.schemes.form_tables import COLUMNS

FIGURES = {"Kế hoạch": ("Kế hoạch",), "Thực hiện": ("Kết quả > Thực hiện",)}


@st.composite
def forms(draw, indicators):
    """A form that asks for some of the figures of a scheme, each once."""
    asked = draw(st.lists(st.sampled_from(sorted(indicators)), unique=True, min_size=1))
    cut = draw(st.integers(0, len(asked)))
    parts = [asked[:cut], asked[cut:]] if draw(st.booleans()) and 0 < cut < len(asked) else [asked]
    names = [f"Biểu mẫu {at}" for at in range(1, len(parts) + 1)] if len(parts) > 1 else [""]
    wide = [draw(st.booleans()) for _ in parts]
    sections = tuple(
        FormSection(name, f"Bảng số {at}" if name else "", FIGURES if several else {})
        for at, (name, several) in enumerate(zip(names, wide, strict=True), 1)
    )
    rows = {}
    for section, codes in zip(sections, parts, strict=True):
        for row in draw(_rows(section, codes, indicators)):
            rows[row.code] = row
    one = sections[0]
    return Form(
        code="mau",
        title="Mẫu ngẫu nhiên",
        rows=rows,
        title_before_unit="SỐ LIỆU CỦA UBND",
        title_year="Báo cáo năm",
        groups=("Trong đó",),
        dittos=("nt",),
        columns=dict(COLUMNS),
        sections=sections if one.name else (),
        figures=one.figures if not one.name else {},
    )


@st.composite
def _rows(draw, section, codes, indicators):
    """A title, and a row or a part of a row for each figure; in a table of several columns up to two figures a row."""
    found, left, number = (
        [FormRow(row_code(section.name, "1"), "Nội dung chung", "area", section=section.name)],
        list(codes),
        0,
    )
    above = ""
    while left:
        part = above and not section.figures and draw(st.booleans())
        number += 1
        printed = f"{above}/{number}" if part else f"1.{number}"
        above = above if part else printed
        columns = list(section.figures) or [""]
        for column in columns[: draw(st.integers(1, len(columns)))]:
            if left:
                found.append(_row(section, printed, column, left.pop(), number, indicators))
    return found


def _row(section, printed, column, code, number, indicators):
    indicator = indicators[code]
    legend = ()
    if indicator.kind == "yes_no" and number % 2:
        legend = (Answer(0, "no", "Không"), Answer(1, "yes", "Có"))
    return FormRow(
        row_code(section.name, printed, column),
        f"Số {number} của biểu",
        unit="" if legend or indicator.kind in ("yes_no", "option", "date") else "hồ sơ",
        indicator=code,
        legend=legend,
        section=section.name,
        column=column,
    )

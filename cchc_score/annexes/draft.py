"""A draft of a scheme from the rows of an annex: the tree, and each rule marked until an evaluator confirms it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from textwrap import wrap

from cchc_score.annexes.annex_table import Annex, AnnexRow, check_sums
from cchc_score.annexes.recognised_rule import RecognisedRule
from cchc_score.annexes.scoring_text import area_kind, combined, recognise
from cchc_score.files.toml_file import toml_string
from cchc_score.findings import Finding
from cchc_score.points import plain
from cchc_score.text import visible

WIDTH = 116


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a scheme that is not confirmed yet, how many leaves it has and recognised, and what was noticed."""

    text: str
    leaves: int
    recognised: int
    findings: tuple[Finding, ...]


def draft_scheme(annex: Annex, code: str, title: str, period: int, source: str) -> Draft:
    """The draft of an annex; `source` names the document. Maxima and numbers stand as the annex prints them."""
    parents = {_parent(row) for row in annex.rows}
    rules = {
        row.number: recognise(row.rule, row.points, _code(row))
        for row in annex.rows
        if "." in row.number and row.number not in parents and row.points is not None
    }
    leaves = [row for row in annex.rows if "." in row.number and row.number not in parents]
    areas = [row for row in annex.rows if "." not in row.number]
    combines = {row.number: combined(row.rule) for row in annex.rows if row.number in parents and "." in row.number}
    chosen = [row for row in annex.rows if combines.get(row.number) == "chosen"]
    choices = (_choice(row, [one for one in annex.rows if _parent(one) == row.number]) for row in chosen)
    parts = [_head(code, title, period, source, areas), *choices, *_facts(leaves, rules)]
    for area in areas:
        parts.append(_area(area))
        own = [row for row in annex.rows if row.number.startswith(f"{area.number}.")]
        parts += [_criterion(row, rules.get(row.number), combines) for row in own]
    found = sum(rule is not None for rule in rules.values())
    findings = (*annex.findings, *check_sums(annex))
    return Draft("\n".join(parts), len(leaves), found, findings)


def _code(row: AnnexRow) -> str:
    return f"c_{row.number.replace('.', '_')}"


def _parent(row: AnnexRow) -> str:
    return row.number.rpartition(".")[0]


def _option(row: AnnexRow) -> str:
    """The code of the answer by which one of several parts is chosen."""
    return f"part_{row.number.rpartition('.')[2]}"


def _choice(row: AnnexRow, parts: Sequence[AnnexRow]) -> str:
    """The question that says by which of its parts a criterion is scored."""
    options = ", ".join(f"{{ code = {toml_string(_option(one))}, name = {toml_string(one.title)} }}" for one in parts)
    return _fact(f"{_code(row)}_choice", row, "chấm theo phần nào", "option", f"options  = [ {options} ]\n")


def _head(code: str, title: str, period: int, source: str, areas: Sequence[AnnexRow]) -> str:
    normal = [area for area in areas if area_kind(area.rule) == "normal"]
    most = sum((area.points or Fraction(0) for area in normal), Fraction(0))
    return f"""# BẢN NHÁP, lập từ {visible(source)}: chưa dùng để chấm được.
#
# Mỗi tiêu chí có dòng `draft = true`: đối chiếu với quyết định (lời của quyết định nằm ngay phía trên), sửa cách
# chấm và số liệu, rồi xóa dòng ấy. Bộ tiêu chí chỉ chấm được khi không còn dòng nào.
# Những điều bảng không nói là tự chọn, phải sửa theo quyết định: số chữ số thập phân, làm tròn, xếp hạng, xếp loại,
# không phát sinh.

[scheme]
code       = {toml_string(code)}
title      = {toml_string(title)}
version    = "1"
# decision = "số và ngày của quyết định"
period     = {period}
max_points = {plain(most)}
decimals   = 2
rounding   = "criterion"

[ranking]
group_by   = "none"
compare    = "exact"
ties       = "standard"
incomplete = "low"

[[class]]
name = "Chưa xếp loại"
from = 0
"""


def _facts(leaves: Sequence[AnnexRow], rules: dict[str, RecognisedRule | None]) -> Iterator[str]:
    """The facts that the drafted rules ask for; a leaf that nothing is recognised of is given by the council."""
    for row in leaves:
        rule = rules.get(row.number)
        if rule is None or rule.method == "given":
            given = 'decimals = 2\nsource   = "appraiser"\n'
            yield _fact(f"{_code(row)}_points", row, "điểm hội đồng cho", "points", given)
        else:
            for ending, what in rule.asks:
                more = "decimals = 2\n" if rule.kind == "decimal" else ""
                more += f'part_of  = "{_code(row)}_whole"\n' if ending == "part" else ""
                yield _fact(f"{_code(row)}_{ending}", row, what, rule.kind, more)


def _fact(code: str, row: AnnexRow, what: str, kind: str, more: str) -> str:
    name = toml_string(f"{row.number} {row.title}: {what}"[:500])
    return f'[indicator.{code}]\nname     = {name}\nkind     = "{kind}"\n{more}'


def _area(row: AnnexRow) -> str:
    kind = area_kind(row.rule)
    return (
        f"# {'-' * WIDTH}\n[area.area_{row.number}]\nnumber     = {row.number}\nname       = {toml_string(row.title)}\n"
        f"max_points = {plain(row.points or Fraction(0))}\n" + ("" if kind == "normal" else f'kind       = "{kind}"\n')
    )


def _criterion(row: AnnexRow, rule: RecognisedRule | None, combines: Mapping[str, str | None]) -> str:
    """A criterion; `combines` says of each parent how it combines its parts, None for their sum."""
    said = "".join(f"# {line}\n" for text in row.rule for line in wrap(visible(text), WIDTH))
    lines = [
        f'[criterion."{row.number}"]',
        f"title      = {toml_string(row.title)}",
        f"max_points = {plain(row.points or Fraction(0))}",
    ]
    combine = combines.get(row.number)
    if combine is not None:
        lines.append(f'combine    = "{combine}"')
    if combine == "chosen":
        lines.append(f'chosen_by  = "{_code(row)}_choice"')
    if combines.get(_parent(row)) == "chosen":
        lines.append(f'choice     = "{_option(row)}"')
    if row.number not in combines:
        lines.append("draft      = true")
        if rule is None:
            rule = RecognisedRule("given", (("points", f'"{_code(row)}_points"'),), ())
            lines[-1] += "   # chưa nhận ra cách chấm"
        lines.append(f'method     = "{rule.method}"')
        lines += [f"{key:<10} = {value}" for key, value in rule.settings]
    for key, text in (("evidence", row.evidence), ("note", row.note)):
        if text:
            lines.append(f"{key:<10} = {toml_string(text[:2000])}")
    return said + "\n".join(lines) + "\n"

"""Findings as pages: those of a check, the list of all kinds, and one kind explained."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from cchc_score.catalogue import CATALOGUE
from cchc_score.catalogue.explained import explanation
from cchc_score.catalogue.labels import SEVERITIES
from cchc_score.findings import Finding, Words, example
from cchc_score.formats import Page, Sheet
from cchc_score.pages.page_table import Item, PageColumn, page_table
from cchc_score.results.checks import CheckResult, Looked, check_data, finding_kind_data, finding_kinds_data
from cchc_score.text import Lang, number, pick

_LOOKED: Mapping[str, Words] = MappingProxyType(
    {
        "scheme": Words("bộ tiêu chí {name}", "scheme {name}"),
        "cases": Words("{count} trường hợp mẫu", "{count} golden cases"),
        "frame": Words("khung {name}", "frame {name}"),
        "form": Words("mẫu {name}", "form {name}"),
        "units": Words("số liệu của {count} đơn vị", "figures of {count} units"),
    }
)


def severity_words(severity: str, lang: Lang) -> str:
    """How much a finding weighs, in words."""
    return pick(lang, *SEVERITIES[severity])


def _counted(severity: str, count: int, lang: Lang) -> str:
    # Vietnamese has no plural.
    return severity_words(severity, lang) + ("s" if lang == "en" and count > 1 else "")


def counts_words(findings: Sequence[Finding], lang: Lang) -> str:
    """How many findings there are of each severity."""
    counts = {severity: sum(finding.severity == severity for finding in findings) for severity in SEVERITIES}
    total = ", ".join(
        f"{number(count, 0, lang)} {_counted(severity, count, lang)}" for severity, count in counts.items() if count
    )
    return total or pick(lang, "không có lỗi nào", "nothing found")


def finding_columns(finding_of: Callable[[Item], Finding], lang: Lang) -> list[PageColumn[Item]]:
    """What every table of findings shows of the finding of an item: severity, code, place, message."""
    return [
        PageColumn(pick(lang, "Mức", "Severity"), lambda item: severity_words(finding_of(item).severity, lang)),
        PageColumn(pick(lang, "Mã", "Code"), lambda item: finding_of(item).code, "code"),
        PageColumn(pick(lang, "Vị trí", "Where"), lambda item: finding_of(item).place.words(lang)),
        PageColumn(pick(lang, "Nội dung, cách xử lý", "What; what to do"), lambda item: finding_of(item).message(lang)),
    ]


def findings_sheet(findings: Sequence[Finding], lang: Lang) -> Sheet:
    """Findings as a table, the gravest first, those of one severity in the order given."""
    # `sorted` keeps the order of equals.
    gravest_first = sorted(findings, key=lambda finding: list(SEVERITIES).index(finding.severity))
    return page_table(finding_columns(lambda finding: finding, lang), gravest_first)


def check_page(result: CheckResult, lang: Lang) -> Page:
    """All findings of a check, or the sentence that there are none, and what was looked at."""
    findings = result.findings
    sheets = (findings_sheet(findings, lang),) if findings else ()
    looked = ", ".join(_looked_words(thing, lang) for thing in result.looked)
    checked = f"{pick(lang, 'Đã kiểm tra', 'Checked')}: {looked}."
    note = f"{checked} {pick(lang, 'Kết quả', 'Result')}: {counts_words(findings, lang)}."
    return Page("", sheets, (note,), lambda: check_data(result, lang))


def _looked_words(thing: Looked, lang: Lang) -> str:
    return pick(lang, *_LOOKED[thing.kind]).format(name=thing.name, count=thing.count)


def findings_page(lang: Lang) -> Page:
    """Every kind of finding with its severity, as an example words it."""
    columns: list[PageColumn[Finding]] = [
        PageColumn(pick(lang, "Mã", "Code"), lambda finding: finding.code, "code"),
        PageColumn(pick(lang, "Mức", "Severity"), lambda finding: severity_words(finding.severity, lang)),
        PageColumn(pick(lang, "Ví dụ", "Example"), lambda finding: finding.what(lang)),
    ]
    return Page("", (page_table(columns, map(example, CATALOGUE)),), (), lambda: finding_kinds_data(lang))


def finding_page(code: str, lang: Lang) -> Page:
    """One kind of finding: an example with what is wrong and what to do, what lies behind it, lines that cause it."""
    finding = example(code)
    rows = [
        (pick(lang, "Mức", "Severity"), severity_words(finding.severity, lang)),
        (pick(lang, "Nội dung", "What"), finding.what(lang)),
        (pick(lang, "Giải thích", "Why it is told"), pick(lang, *explanation(code))),
        (pick(lang, "Cách xử lý", "What to do"), finding.remedy(lang)),
        (pick(lang, "Ví dụ", "Example"), finding.words(lang)),
    ]
    lines = CATALOGUE[code].example.lines.split("\n")
    # A kind without lines has one empty text, which would be an empty row.
    rows += [(pick(lang, "Dòng gây ra", "Lines that cause it"), line) for line in lines if line]
    columns: list[PageColumn[tuple[str, str]]] = [
        PageColumn("", lambda row: row[0]),
        PageColumn("", lambda row: row[1]),
    ]
    return Page(code, (page_table(columns, rows),), (), lambda: finding_kind_data(code, lang))

"""Whether a PDF is an annex of this program, as it was made: its numbers scored anew, its pages, its signatures."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from cchc_score.errors import CchcError, ReportError, SchemeError, WriteError
from cchc_score.findings import Finding, Place, Words
from cchc_score.pdf.pdf_annex import attached_of, signatures_of
from cchc_score.registry.registry import Registry
from cchc_score.report.annex.annex_attachments import PRINTED, RESULT, SCHEME
from cchc_score.report.annex.annex_check_step import CheckStep
from cchc_score.report.annex.annex_document import AnnexDocument
from cchc_score.report.annex.annex_json import read_document
from cchc_score.report.annex.printed_check import check_pages
from cchc_score.report.annex.scored_anew import MOST_DIFFERENCES, differences, scored_anew
from cchc_score.report.annex.tables_anew import table_differences
from cchc_score.results.scored import ScoredStage
from cchc_score.schemes import read_scheme

Ending = Literal["done", "changed", "foreign", "unchecked"]
_FOREIGN = ("result-foreign", "pdf-kind", "pdf-password", "reader-absent")
"""The findings that say nothing of an annex."""
_NAMES = (RESULT, SCHEME, PRINTED)
_BROKEN = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError, ArithmeticError)
"""What data of strangers make code raise that expects its own."""


@dataclass(frozen=True, slots=True)
class AnnexCheck:
    """What a check of a PDF gave: the steps in order, and every fault as a finding.

    `unread_scheme` is set where its scheme is the one of its result, and a plugin that it needs is not here.
    """

    name: str
    steps: tuple[CheckStep, ...]
    findings: tuple[Finding, ...]
    unread_scheme: bool = False

    @property
    def ending(self) -> Ending:
        """An annex as it was made; one changed or damaged; none of this program; one whose scheme is unknown here."""
        if any(finding.code in _FOREIGN for finding in self.findings):
            return "foreign"
        if self.unread_scheme:
            return "unchecked"
        return "changed" if any(step.holds is False for step in self.steps) or self._errors else "done"

    @property
    def _errors(self) -> bool:
        return any(finding.severity == "error" for finding in self.findings)


def check_annex(data: bytes, name: str, registry: Registry) -> AnnexCheck:
    """Check the bytes of a PDF; whatever is wrong with it is told, and nothing of it is believed."""
    if not data.startswith(b"%PDF-"):
        return AnnexCheck(name, (), (Finding("pdf-kind", Place(name)),))
    try:
        files = attached_of(data, name)
    except ReportError as error:
        return AnnexCheck(name, (), tuple(error.findings))
    if not any(one in files for one in _NAMES):
        return AnnexCheck(name, (), (Finding("result-foreign", Place(name)),))
    steps: list[CheckStep] = []
    findings: list[Finding] = []
    try:
        for step, told in _checked(data, name, files, registry):
            if step is not None:
                steps.append(step)
            findings += told
    except SchemeError as error:
        return AnnexCheck(name, tuple(steps), tuple(error.findings), unread_scheme=True)
    return AnnexCheck(name, tuple(steps), tuple(findings))


Checked = Iterator[tuple[CheckStep | None, list[Finding]]]


def _checked(data: bytes, name: str, files: Mapping[str, bytes], registry: Registry) -> Checked:
    missing = [one for one in _NAMES if one not in files]
    if missing:
        yield None, [Finding("result-data", Place(name), {"name": one, "reason": _ABSENT}) for one in missing]
        return
    try:
        result, printed = _json(files[RESULT], RESULT), _json(files[PRINTED], PRINTED)
        document = _document(printed)
        scored = _scored(result, files[SCHEME], name, registry)
    except _Unusable as error:
        yield None, [Finding("result-data", Place(name), {"name": error.file, "reason": error.reason})]
        return
    words = Words(f"{len(_NAMES)} tệp đính kèm đọc được", f"{len(_NAMES)} attached files can be read")
    yield CheckStep("attached", True, words), []
    yield _compared(result, scored, name, printed)
    yield _tables(document, scored, name, len(result["communes"]) == printed.get("units"))
    yield from _pages(data, name, document, files, printed.get("made_by"))
    yield from _signatures(data, name)


class _Unusable(Exception):
    def __init__(self, file: str, reason: Words) -> None:
        super().__init__(file)
        self.file, self.reason = file, reason


_ABSENT = Words("không có", "it is absent")
_OTHER = Words("không phải dữ liệu của một phụ lục", "it holds no data of an annex")
_UNSCORED = Words("không chấm lại được từ đó", "nothing can be scored from it")
_SCHEME = Words(
    "không phải bộ tiêu chí mà kết quả nêu mã SHA-256", "it is not the scheme whose SHA-256 the result names"
)


def _json(content: bytes, file: str) -> dict[str, Any]:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise _Unusable(file, _OTHER) from None
    if not isinstance(data, dict):
        raise _Unusable(file, _OTHER)
    return data


def _document(printed: Mapping[str, Any]) -> AnnexDocument:
    try:
        return read_document(printed)
    except _BROKEN:
        raise _Unusable(PRINTED, _OTHER) from None


def _scored(result: Mapping[str, Any], text: bytes, name: str, registry: Registry) -> ScoredStage:
    try:
        if sha256(text).hexdigest() != result["scheme"]["sha256"]:
            raise _Unusable(SCHEME, _SCHEME)
    except _BROKEN:
        raise _Unusable(RESULT, _OTHER) from None
    scheme = read_scheme(text, SCHEME, registry.methods, registry.indicators)
    try:
        return scored_anew(result, scheme, registry.methods)
    except _BROKEN:
        raise _Unusable(RESULT, _UNSCORED) from None


def _compared(
    result: Mapping[str, Any], scored: ScoredStage, name: str, printed: Mapping[str, Any]
) -> tuple[CheckStep, list[Finding]]:
    """The numbers of the result beside those scored anew."""
    if len(result["communes"]) != printed.get("units"):
        words = Words(
            "chỉ có số liệu của một đơn vị, nên không chấm lại thứ hạng",
            "there are figures of one unit alone, so that nothing is ranked anew",
        )
        return CheckStep("scored", None, words), []
    try:
        count, found = differences(result, scored)
    except _BROKEN:
        return CheckStep("scored", False, _UNSCORED), [
            Finding("result-data", Place(name), {"name": RESULT, "reason": _UNSCORED})
        ]
    told = [
        Finding("result-scored", Place(name), {"place": one.place, "told": one.told, "anew": one.anew})
        for one in found[:MOST_DIFFERENCES]
    ]
    if not found:
        return CheckStep("scored", True, Words(f"{count} số khớp", f"{count} numbers agree")), []
    return CheckStep(
        "scored", False, Words(f"{len(found)} trên {count} số khác", f"{len(found)} of {count} numbers differ")
    ), told


def _tables(document: AnnexDocument, scored: ScoredStage, name: str, whole: bool) -> tuple[CheckStep, list[Finding]]:
    """The tables that follow from the result alone beside those of the document."""
    if not whole:
        words = Words(
            "phiếu của một đơn vị: chỉ so với dữ liệu đính kèm", "of one unit: compared with the attached data alone"
        )
        return CheckStep("printed", None, words), []
    count, found = table_differences(document, scored)
    told = [
        Finding("result-scored", Place(name), {"place": one.place, "told": one.told, "anew": one.anew})
        for one in found[:MOST_DIFFERENCES]
    ]
    if found:
        words = Words(f"{len(found)} trên {count} ô khác", f"{len(found)} of {count} cells differ")
        return CheckStep("printed", False, words), told
    return CheckStep(
        "printed", True, Words(f"{count} ô in khớp với kết quả chấm lại", f"{count} printed cells agree")
    ), []


def _pages(data: bytes, name: str, document: AnnexDocument, files: Mapping[str, bytes], made_by: object) -> Checked:
    try:
        yield check_pages(data, name, document, files, made_by)
    except (ReportError, WriteError) as error:
        yield None, list(error.findings)


def _signatures(data: bytes, name: str) -> Checked:
    try:
        found = signatures_of(data, name)
    except CchcError as error:
        yield None, list(error.findings)
        return
    if found is None:
        words = Words(
            "chưa kiểm tra: cần cài pyHanko (pip install cchc-score[report])",
            "not checked: pyHanko is needed (pip install cchc-score[report])",
        )
        yield CheckStep("signatures", None, words), []
    elif not found:
        yield CheckStep("signatures", None, Words("chưa ai ký", "nobody has signed")), []
    for one in found or ():
        yield _signature(one, name)


def _signature(one: Mapping[str, Any], name: str) -> tuple[CheckStep, list[Finding]]:
    who = str(one["who"]) or str(one["field"])
    when = f", {datetime.fromisoformat(one['when']):%d/%m/%Y %H:%M %z}" if one["when"] else ""
    if not one["intact"]:
        words = Words(f"{who}: chữ ký không còn nguyên vẹn", f"{who}: the signature is not intact")
        return CheckStep("signatures", False, words), [Finding("result-signature", Place(name), {"who": who})]
    if one["changed"]:
        words = Words(f"{who}{when}: tệp bị sửa sau khi ký", f"{who}{when}: the file was changed after it was signed")
        return CheckStep("signatures", False, words), [Finding("result-after", Place(name), {"who": who})]
    words = Words(
        f"{who}{when}: nguyên vẹn, sau khi ký không bị sửa (chứng thư số do phần mềm ký của cơ quan xác minh)",
        f"{who}{when}: intact, nothing changed after it (whose certificate it is, the office's own tool says)",
    )
    return CheckStep("signatures", True, words), []

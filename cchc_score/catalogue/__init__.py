"""Every kind of finding by its code: severity, wording in Vietnamese and English, and an example."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from cchc_score.catalogue.annex_findings import ANNEXES
from cchc_score.catalogue.appraisal_findings import APPRAISAL
from cchc_score.catalogue.author_findings import AUTHORS
from cchc_score.catalogue.file_findings import FILES
from cchc_score.catalogue.finding_kind import Example, FindingKind
from cchc_score.catalogue.journal_findings import JOURNAL
from cchc_score.catalogue.law_findings import LAWS
from cchc_score.catalogue.pdf_findings import PDF
from cchc_score.catalogue.plugin_findings import PLUGINS
from cchc_score.catalogue.report_findings import REPORTS
from cchc_score.catalogue.review_findings import REVIEW
from cchc_score.catalogue.scan_findings import SCANS
from cchc_score.catalogue.scheme_findings import SCHEMES
from cchc_score.catalogue.server_findings import SERVER
from cchc_score.catalogue.sheet_findings import SHEETS

_KINDS = {**FILES, **PDF, **SCANS, **SHEETS, **SCHEMES, **REPORTS, **PLUGINS, **LAWS, **APPRAISAL, **JOURNAL, **REVIEW, **AUTHORS, **ANNEXES, **SERVER}


def _example(code: str, kind: FindingKind) -> Example:
    # Only an explained finding shows its example: made for every kind they would cost each start some 7 ms.
    from cchc_score.catalogue.samples import example

    return example(code, kind)


CATALOGUE: Mapping[str, FindingKind] = MappingProxyType(
    {code: kind._replace(make_example=partial(_example, code)) for code, kind in _KINDS.items()}
)
"""The kinds of findings by code."""

"""Show a scheme as the annex of its decision: a Word document or a workbook that `import_annex` can read back."""

from collections.abc import Mapping

from cchc_score.annexes.annex_sheet import annex_sheet
from cchc_score.annexes.attached_scheme import AttachedScheme, attach_scheme
from cchc_score.methods import Method
from cchc_score.model import Scheme
from cchc_score.office.table_file import table_bytes

KINDS = {"docx": ".docx", "xlsx": ".xlsx"}
"""The kinds of files that an annex can be, and how their names end."""


def annex_file(scheme: Scheme, methods: Mapping[str, Method], attached: AttachedScheme, kind: str) -> bytes:
    """The annex of a scheme as a file of a kind, in the language of what goes along: the scheme's own file."""
    table = table_bytes(annex_sheet(scheme, methods, attached.lang), kind, attached.lang)
    return attach_scheme(table, kind, attached)

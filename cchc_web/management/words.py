"""How commands tell what they found."""

from collections.abc import Iterable

from django.core.management.base import CommandError

from cchc_score.findings import Finding
from cchc_web.models import KeptYear


def told(findings: Iterable[Finding]) -> str:
    """Findings as lines, in the server's language."""
    return "\n".join(finding.words("vi") for finding in findings)


def year_named(folder: str) -> KeptYear:
    """The year of the server that is called so; a CommandError names those that there are."""
    year = KeptYear.objects.filter(folder=folder).first()
    if year is None:
        names = ", ".join(KeptYear.objects.values_list("folder", flat=True)) or "-"
        raise CommandError(f"không có năm '{folder}' trên máy chủ; đang có: {names}")
    return year

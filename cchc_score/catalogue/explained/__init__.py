"""What lies behind each kind of finding: why it is told, and what the program does meanwhile."""

from collections.abc import Mapping

from cchc_score.catalogue.explained.about_annexes import EXPLAINED as ANNEXES
from cchc_score.catalogue.explained.about_authors import EXPLAINED as AUTHORS
from cchc_score.catalogue.explained.about_conversion import EXPLAINED as CONVERSION
from cchc_score.catalogue.explained.about_files import EXPLAINED as FILES
from cchc_score.catalogue.explained.about_journal import EXPLAINED as JOURNAL
from cchc_score.catalogue.explained.about_pdf import EXPLAINED as PDF
from cchc_score.catalogue.explained.about_reports import EXPLAINED as REPORTS
from cchc_score.catalogue.explained.about_review import EXPLAINED as REVIEW
from cchc_score.catalogue.explained.about_scans import EXPLAINED as SCANS
from cchc_score.catalogue.explained.about_schemes import EXPLAINED as SCHEMES
from cchc_score.catalogue.explained.about_server import EXPLAINED as SERVER
from cchc_score.catalogue.explained.about_toml import EXPLAINED as TOML
from cchc_score.catalogue.explained.about_working_year import EXPLAINED as WORKING_YEAR
from cchc_score.catalogue.finding_kind import Words

_ALL = (FILES, TOML, CONVERSION, PDF, SCANS, SCHEMES, REPORTS, WORKING_YEAR, JOURNAL, REVIEW, AUTHORS, ANNEXES, SERVER)
EXPLANATIONS: Mapping[str, Words] = {
    code: Words(*words) for explained in _ALL for codes, words in explained.items() for code in codes.split()
}
"""The explanations by code."""


def explanation(code: str) -> Words:
    """Why a kind of finding is told; a code with a suggestion ('fact-unknown-near') is explained as that without."""
    return EXPLANATIONS[code.removesuffix("-near")]

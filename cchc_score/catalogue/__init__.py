"""Every kind of finding by its code: severity and wording, in Vietnamese and English."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_score.catalogue.appraisal import APPRAISAL
from cchc_score.catalogue.authors import AUTHORS
from cchc_score.catalogue.files import FILES
from cchc_score.catalogue.kinds import FindingKind
from cchc_score.catalogue.laws import LAWS
from cchc_score.catalogue.plugins import PLUGINS
from cchc_score.catalogue.reports import REPORTS
from cchc_score.catalogue.schemes import SCHEMES
from cchc_score.catalogue.sheets import SHEETS

CATALOGUE: Mapping[str, FindingKind] = MappingProxyType(
    {**FILES, **SHEETS, **SCHEMES, **REPORTS, **PLUGINS, **LAWS, **APPRAISAL, **AUTHORS}
)
"""The kinds of findings by code."""

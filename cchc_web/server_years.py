"""The years of a server at a glance: what each is called, of when it is, and which units it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from cchc_score.app.export_tables import units_of
from cchc_score.errors import CchcError
from cchc_score.model import Unit
from cchc_web.database_source import DatabaseSource
from cchc_web.models import KeptYear


@dataclass(frozen=True, slots=True)
class YearGlance:
    """A year by the name of its folder; `period` is 0 and there are no units where it cannot be read."""

    folder: str
    period: int
    title: str
    units: tuple[Unit, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """The names of the units by their codes."""
        return {unit.code: unit.name for unit in self.units}


def all_years() -> list[YearGlance]:
    """The years of the server, the newest first."""
    years = [_glance(year) for year in KeptYear.objects.all()]
    return sorted(years, key=lambda year: (year.period, year.folder), reverse=True)


def known_units() -> dict[str, str]:
    """The names of the units of all years by their codes; that of the newest year where it has changed."""
    return {code: name for year in reversed(all_years()) for code, name in year.names.items()}


def _glance(year: KeptYear) -> YearGlance:
    try:
        return _read(year, DatabaseSource(year).fingerprint())
    except CchcError:
        return YearGlance(year.folder, 0, "", ())


# By the state of the journal: the list of units is a file, and reading it takes longer than the whole page.
@lru_cache(maxsize=64)
def _read(year: KeptYear, state: str) -> YearGlance:
    source = DatabaseSource(year)
    scheme = source.rules().scheme
    return YearGlance(year.folder, scheme.period, scheme.title, tuple(units_of(source)))

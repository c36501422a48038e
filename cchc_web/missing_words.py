"""What is missing in a sheet, in words that name the rows and the criteria."""

from collections.abc import Mapping, Sequence

from cchc_score.app.missing_work import Missing, MissingKind
from cchc_score.appraisal.acts import SentThing
from cchc_score.findings import Words
from cchc_score.forms.typed_checks import row_names
from cchc_score.text import pick
from cchc_web.commune import Commune

_MOST = 12
"""So many rows are named; of the others only their count is told."""
_KINDS: Mapping[MissingKind, Words] = {
    "unreadable-figures": Words("Số liệu không đọc được, phải sửa", "Figures that cannot be read, to be mended"),
    "figures": Words("Số liệu chưa điền, dòng", "Figures not filled in, rows"),
    "unreadable-claims": Words("Ô không đọc được, phải sửa, tiêu chí", "Fields that cannot be read, criteria"),
    "claims": Words("Tiêu chí chưa chấm", "Criteria not scored"),
    "evidence": Words("Có điểm mà chưa có tài liệu kiểm chứng", "Points without evidence"),
}


def missing_words(commune: Commune, thing: SentThing) -> tuple[str, ...]:
    """A sentence for each kind of thing that is missing."""
    names = row_names(commune.plan) if thing == "report" else {}
    return tuple(_sentence(one, names, commune) for one in commune.missing(thing))


def _sentence(missing: Missing, names: Mapping[str, str], commune: Commune) -> str:
    lang = commune.visit.lang
    items = [names.get(item, item) for item in missing.items]
    return f"{pick(lang, *_KINDS[missing.kind])}: {_few(items, commune)}."


def _few(items: Sequence[str], commune: Commune) -> str:
    shown, more = ", ".join(items[:_MOST]), len(items) - _MOST
    if more <= 0:
        return shown
    return pick(commune.visit.lang, f"{shown} và {more} mục khác", f"{shown} and {more} more")

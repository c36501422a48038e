"""What roles are called."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cchc_score.findings import Words
from cchc_score.text import Lang, pick
from cchc_web.access import ROLES, Role

ROLE_WORDS: Mapping[Role, Words] = MappingProxyType(
    {
        "coordinator": Words("Điều phối viên", "Coordinator"),
        "appraiser": Words("Người thẩm định", "Appraiser"),
        "clerk": Words("Cán bộ xã", "Commune clerk"),
        "surveyor": Words("Phụ trách điều tra", "Survey officer"),
        "leader": Words("Lãnh đạo", "Leader"),
    }
)


def roles_text(roles: Iterable[str], lang: Lang) -> str:
    """Roles in words, in the order of the table."""
    given = set(roles)
    return ", ".join(pick(lang, *ROLE_WORDS[role]) for role in ROLES if role in given)


def role_choices(lang: Lang) -> list[tuple[str, str]]:
    """The roles with their names, for fields of forms."""
    return [(role, pick(lang, *ROLE_WORDS[role])) for role in ROLES]

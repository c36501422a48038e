"""Lines of a table that add up those above them."""

from cchc_score.intake.folded_text import fold

_TOTALS = frozenset(map(fold, ("Tổng", "Tổng cộng", "Tổng số", "Cộng", "Toàn tỉnh", "Toàn huyện", "Total")))


def says_total(*texts: str) -> bool:
    """Whether one of some cells says, in the place of a unit, that its line is a sum."""
    return any(fold(text).rstrip(":.") in _TOTALS for text in texts)

"""Which criterion of one scheme is which of another, by the keys that they state."""

from cchc_score.model import Scheme


def pairs_by_key(old: Scheme, new: Scheme) -> dict[str, str]:
    """The numbers of criteria in one scheme with theirs in another, where either of them states its key.

    A criterion without a key has its number for one, so that a scheme may name what another one, older, does not.
    """
    before, after = ({one.key or one.number: one for one in scheme.criteria.values()} for scheme in (old, new))
    return {
        before[key].number: after[key].number
        for key in before.keys() & after.keys()
        if before[key].key or after[key].key
    }

from cchc_score import Fact, Settings, hookimpl, per_commune


class LowerShareSettings(Settings):
    """Hai tỷ lệ: `first` trên `first_of`, `second` trên `second_of`."""

    first: Fact
    first_of: Fact
    second: Fact
    second_of: Fact


def words(rule, lang, name):
    shares = [
        f"{name(rule.settings.first)} / {name(rule.settings.first_of)}",
        f"{name(rule.settings.second)} / {name(rule.settings.second_of)}",
    ]
    least = "tỷ lệ thấp hơn trong hai" if lang == "vi" else "the lower of two shares"
    return f"{least}: {'; '.join(shares)}"


def better(rule):
    return {"first": "more", "second": "more"}


@per_commune("cookbook.lower_share", LowerShareSettings, words=words, better=better)
def lower_share(rule, first, first_of, second, second_of):
    """Điểm tối đa nhân tỷ lệ thấp hơn; không có hồ sơ ở một bên thì chỉ xét bên kia."""
    shares = [min(part, whole) / whole for part, whole in ((first, first_of), (second, second_of)) if whole]
    return rule.max_points * min(shares) if shares else None


@hookimpl
def cchc_methods():
    return [lower_share]

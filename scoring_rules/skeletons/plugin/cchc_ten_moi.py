# vi: Một tiêu chí cho cchc-score: giữ đúng lịch. Được phép bỏ một số buổi; mỗi buổi bỏ thêm thì trừ điểm.
# en: One criterion for cchc-score: sessions held as planned. Some may be missed; each further one takes points off.
"""Sessions held as planned: some may be missed, each further one takes points off."""

from fractions import Fraction

from cchc_score import Fact, IfNone, Indicator, Number, PointsFrom0, Rule, Settings, hookimpl, per_commune
from cchc_score.methods import Method, Namer, Points, if_none
from cchc_score.text import Lang, number
from cchc_score.wording import nothing_arose


# vi: Những gì một bộ tiêu chí (TOML) ghi cho phương pháp chấm điểm này; khóa nào ghi sai thì `check` báo.
# en: What a scheme (TOML) says for this way of giving points; `check` tells every wrong key.
class KeptSettings(Settings):
    """`done` of `planned`; `allowed` may be missed, each further one takes off `each`; `if_none` for none planned."""

    # vi: Fact: tên một số liệu. Number: số từ 0. PointsFrom0: số điểm, đúng bước điểm. IfNone: khi không phát sinh.
    # en: Fact: an indicator. Number: from 0. PointsFrom0: points, whole steps. IfNone: where nothing arose.
    done: Fact
    planned: Fact
    allowed: Number = Fraction(0)
    each: PointsFrom0
    if_none: IfNone


# vi: Quy tắc bằng lời, để in trên phiếu điểm.
# en: The rule in words, for the score sheet.
def _words(rule: Rule, lang: Lang, name: Namer) -> str:
    settings: KeptSettings = rule.settings
    missed = f"{name(settings.planned)} - {name(settings.done)}"
    most, allowed, each = (number(one, None, lang) for one in (rule.max_points, settings.allowed, settings.each))
    none = nothing_arose(settings.if_none, lang)
    if lang == "vi":
        return f"{most} điểm; số buổi bỏ ({missed}) quá {allowed} thì mỗi buổi trừ {each} điểm; {none}"
    return f"{most} points; of those missed ({missed}) each one beyond {allowed} takes off {each}; {none}"


# vi: `better`: tăng số liệu nào thì không bao giờ mất điểm. Điều này được thử, xem thư mục tests.
# en: `better`: which figures never cost points when they grow. This is tested, see the folder tests.
@per_commune("ten_moi.kept", KeptSettings, words=_words, better=lambda rule: {"done": "more"})
def kept(rule: Rule, done: Fraction, planned: Fraction) -> Points:
    """The maximum less `each` for every session missed beyond those allowed, never below 0."""
    # vi: Số đến dưới dạng phân số chính xác; không dùng số thực (float). Trả về từ 0 đến rule.max_points, hoặc None
    # vi: khi tiêu chí không áp dụng. Đơn vị thiếu số liệu thì hàm này không được gọi.
    # en: Numbers arrive as exact fractions; no float. Return 0 to rule.max_points, or None where the criterion does not
    # en: apply. For a unit with an unknown figure this function is not called.
    settings: KeptSettings = rule.settings
    if planned == 0:
        return if_none(rule, settings.if_none)
    missed = max(planned - done - settings.allowed, Fraction(0))
    return max(rule.max_points - settings.each * missed, Fraction(0))


# vi: Số liệu mới mà tiêu chí này hỏi; bỏ hàm này đi nếu chỉ dùng số liệu có sẵn.
# en: The new facts that this criterion asks for; leave this out where known ones are enough.
@hookimpl
def cchc_indicators() -> list[Indicator]:
    """The facts that no form asks for yet."""
    return [
        Indicator("ten_moi_planned", "Số buổi theo lịch", "Sessions planned", unit="buổi"),
        Indicator("ten_moi_done", "Số buổi đã tổ chức", "Sessions held", unit="buổi", part_of="ten_moi_planned"),
    ]


@hookimpl
def cchc_methods() -> list[Method]:
    """The ways of giving points: add your own to the list."""
    return [kept]

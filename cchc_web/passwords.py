"""Whether a password of one's own is good enough, and why not, in the words of people who are no experts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from cchc_score.findings import Words
from cchc_score.text import bare
from cchc_web.models import Account

MOST_LETTERS = 200
_WORDS = {
    "password_too_short": Words("Ngắn quá: ít nhất 10 ký tự.", "Too short: at least 10 signs."),
    "password_too_common": Words(
        "Nhiều người dùng mật khẩu này, dễ đoán. Thử ghép ba, bốn từ không liên quan.",
        "Many people have this password, and it is easily guessed. Try three or four words that do not go together.",
    ),
    "password_too_similar": Words(
        "Giống tên hoặc tên đăng nhập quá.", "It is too much like the name or the login."
    ),
    "password_entirely_numeric": Words(
        "Chỉ có chữ số; thêm chữ cái vào.", "It has nothing but digits; add letters to it."
    ),
}  # fmt: skip
_SAME = Words("Phải khác mật khẩu đang dùng.", "It has to differ from the present one.")
_LONG = Words(f"Dài quá: nhiều nhất {MOST_LETTERS} ký tự.", f"Too long: at most {MOST_LETTERS} signs.")


def password_faults(password: str, account: Account) -> list[Words]:
    """Everything that speaks against a password for an account, most telling first; nothing where it is good."""
    if len(password) > MOST_LETTERS or "\0" in password:
        return [_LONG]
    codes: dict[str, None] = {}
    # A name is typed without its accents and spaces too: 'tranthibinh' is a name.
    plain = Account(login=account.login, name=bare(account.name).replace(" ", ""))
    for tried, person in ((password, account), (bare(password), plain)):
        try:
            validate_password(tried, person)
        except ValidationError as error:
            codes |= dict.fromkeys(str(one.code) for one in error.error_list)
    faults = [_WORDS[code] for code in _WORDS if code in codes]
    if not faults and account.check_password(password):
        faults = [_SAME]
    return faults

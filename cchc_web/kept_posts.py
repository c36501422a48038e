"""What people sent when their session had ended, kept until they have signed in again: nothing typed is lost."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse, QueryDict

from cchc_web.models import Account, KeptPost

COOKIE = "cchc_nguoi"
"""Where a browser keeps, signed, who has last signed in: only what that person may have typed is kept."""
SENT_AGAIN = "gui-lai"
"""The part of an address that says which kept post is being sent again."""
TOKEN = "csrfmiddlewaretoken"
MOST_POSTS, MOST_SIGNS = 5, 2_000_000
"""So many posts of one person are kept, the newest, and so many signs of one."""
_MONTH = 30 * 86_400


def remember_person(response: HttpResponse, account: Account) -> None:
    """Let a browser know who has signed in, beyond the end of the session."""
    response.set_signed_cookie(
        COOKIE, account.login, salt=COOKIE, max_age=_MONTH, httponly=True, samesite="Strict", secure=settings.HTTPS
    )


def remembered_person(request: HttpRequest) -> Account | None:
    """Whoever has last signed in by a browser; None where it says nobody, or somebody that there is not."""
    try:
        login = request.get_signed_cookie(COOKIE, salt=COOKIE, max_age=_MONTH)
    except (KeyError, BadSignature):
        return None
    return Account.objects.filter(login=login, is_active=True).first()


def typed_fields(request: HttpRequest) -> list[tuple[str, str]] | None:
    """The fields of a post in their order, without the token; None for what is not kept: passwords, and too much."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
    if any("password" in name for name, _ in fields):
        return None
    if sum(len(name) + len(value) for name, value in fields) > MOST_SIGNS:
        return None
    # PostgreSQL can hold every sign but this.
    return [(name.replace("\0", ""), value.replace("\0", "")) for name, value in fields]


def file_names(request: HttpRequest) -> list[str]:
    """The names of the files that were sent with a post."""
    return [str(file.name) for _, files in request.FILES.lists() for file in files]


def keep_post(request: HttpRequest) -> bool:
    """Keep a post for whoever has last signed in by this browser; whether it is kept."""
    account, fields, path = remembered_person(request), typed_fields(request), _path(request.get_full_path())
    if account is None or fields is None or len(path) > 500:
        return False
    KeptPost.objects.update_or_create(
        account=account, path=path, defaults={"fields": fields, "files": file_names(request)}
    )
    newest = KeptPost.objects.filter(account=account).values_list("pk", flat=True)[:MOST_POSTS]
    KeptPost.objects.filter(account=account).exclude(pk__in=list(newest)).delete()
    return True


def kept_posts(account: Account) -> Iterable[KeptPost]:
    """What is kept for somebody, the newest first."""
    return KeptPost.objects.filter(account=account)


def address_again(post: KeptPost) -> str:
    """Where a kept post is sent again: its own address, and which one it is."""
    parts = urlsplit(post.path)
    asked = QueryDict(parts.query, mutable=True)
    asked[SENT_AGAIN] = str(post.pk)
    return f"{parts.path}?{asked.urlencode()}"


def drop_sent(request: HttpRequest, response: HttpResponse) -> None:
    """Forget a kept post that was sent again and taken; one that was refused stays until it is."""
    number = request.GET.get(SENT_AGAIN, "")
    if request.method == "POST" and number.isascii() and number.isdigit() and response.status_code in (302, 303):
        KeptPost.objects.filter(account__login=request.user.get_username(), pk=int(number[:18])).delete()


def _path(address: str) -> str:
    """An address without the mark of a post that is being sent again."""
    parts = urlsplit(address)
    asked = QueryDict(parts.query, mutable=True)
    asked.pop(SENT_AGAIN, None)
    return f"{parts.path}?{asked.urlencode()}" if asked else parts.path

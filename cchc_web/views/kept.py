"""What was sent when the session had ended: shown to whoever typed it, to send again or to drop."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cchc_web.kept_posts import address_again, kept_posts
from cchc_web.models import KeptPost
from cchc_web.pages import UntakenPost
from cchc_web.server_visits import ServerVisit


def show_kept(visit: ServerVisit) -> HttpResponse:
    """Everything that is kept for whoever asks; the start page where nothing is."""
    sent = [
        UntakenPost(
            address=address_again(post),
            fields=tuple((name, value) for name, value in post.fields),
            files=tuple(post.files),
            number=post.pk,
            path=post.path,
        )
        for post in kept_posts(visit.account)
    ]
    if not sent:
        return HttpResponseRedirect(reverse("start"))
    return visit.draw(
        "again.html.j2",
        title=visit.say("Những gì đã gõ vẫn còn", "What you typed is still there"),
        lede=visit.say(
            "Lúc gửi thì phiên làm việc đã hết, nên chưa ghi gì. Xem lại rồi gửi lần nữa, hoặc bỏ.",
            "The session had ended when you sent it, so nothing is written yet. Look, then send it again or drop it.",
        ),
        sent=sent,
        kept=True,
    )


def drop_kept(visit: ServerVisit) -> HttpResponse:
    """Forget one of them."""
    number = visit.request.POST.get("number", "")
    if number.isascii() and number.isdigit():
        KeptPost.objects.filter(account=visit.account, pk=int(number[:18])).delete()
    return HttpResponseRedirect(reverse("kept"))

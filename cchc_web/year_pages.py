"""The pages of a year that stand in its menu, each for whoever may see it."""

from dataclasses import dataclass

from django.urls import reverse

from cchc_score.findings import Words
from cchc_web.access import Action, Person, Role, may


@dataclass(frozen=True, slots=True)
class MenuPage:
    """A page of the menu: the name of its route, what it is called, what it lets people do.

    `roles` are those whose menu it stands in; empty for all who may see it.
    """

    name: str
    words: Words
    action: Action
    roles: frozenset[Role] = frozenset()


MENU = (
    MenuPage("communes", Words("Xã của tôi", "My commune"), "see-own-units"),
    MenuPage("ranking", Words("Xếp hạng", "Ranking"), "see-results"),
    MenuPage("comparison", Words("So sánh", "Compare"), "see-results"),
    MenuPage("progress", Words("Tiến độ", "Progress"), "see-progress"),
    MenuPage("intake", Words("Tiếp nhận", "Taking in"), "see-files", frozenset({"coordinator"})),
    MenuPage("targets", Words("Số liệu Sở", "Departments"), "see-files", frozenset({"coordinator"})),
    MenuPage("assignments", Words("Phân công", "Assignments"), "see-assignments", frozenset({"coordinator"})),
    MenuPage("appraisal-today", Words("Thẩm định", "Appraisal"), "see-appraisal"),
    MenuPage("conflicts", Words("Xung đột", "Conflicts"), "keep-year"),
    MenuPage("survey", Words("Điều tra", "Survey"), "see-survey"),
    MenuPage("downloads", Words("Tải về", "Files"), "see-results"),
    MenuPage("closing", Words("Chốt", "Freeze"), "see-journal"),
    MenuPage("rules", Words("Quy định", "Rules"), "see-rules"),
    MenuPage("journal", Words("Nhật ký", "Journal"), "see-journal"),
)


def page_links(person: Person, folder: str) -> list[tuple[str, Words]]:
    """The addresses and names of the pages that somebody finds in the menu of a year."""
    return [
        (reverse(page.name, args=[folder]), page.words)
        for page in MENU
        if may(person, page.action) and (not page.roles or person.roles & page.roles)
    ]

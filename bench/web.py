"""How long the server takes for the overview, a sheet and a save, beside a bare Django view that returns the same bytes.

python bench/web.py [--communes 168]

Both are asked in turn through the same middleware and by the same account, in one process and without a network.
Times are of the processor: what waits for the disk is not in them.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.in_turn import times_in_turn  # noqa: E402
from tests.long.province import YEAR, made_province  # noqa: E402


def main() -> None:
    """Measure, and print milliseconds and ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--communes", type=int, default=168)
    communes = options.parse_args().communes
    with tempfile.TemporaryDirectory(prefix="cchc-bench-") as folder:
        made_province(Path(folder) / "may-chu", "", communes)
        _measure(communes)


def _measure(communes: int) -> None:
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    from cchc_web import urls
    from cchc_web.models import Account

    settings.ALLOWED_HOSTS = ["testserver"]
    bytes_of: dict[str, HttpResponse] = {}

    def bare(request: HttpRequest, name: str) -> HttpResponse:
        return HttpResponse(bytes_of[name].content, content_type=bytes_of[name].headers["Content-Type"])

    urls.urlpatterns.append(path("tran/<name>/", bare))

    def browser(login: str) -> Client:
        client = Client()
        client.force_login(Account.objects.get(login=login), "django.contrib.auth.backends.ModelBackend")
        return client

    leader, clerk = browser("lanh-dao"), browser("xa-x001")
    sheet, numbers = f"/nam/{YEAR}/xa/X001/tu-cham/", count(1)

    def save() -> HttpResponse:
        # Over whatever stands there: the field says what it was by the save before.
        number = next(numbers)
        was = f"Báo cáo {number - 1}" if number > 1 else ""
        sent = {"partial": "1", "explanation:1.1.2": f"Báo cáo {number}", "was:explanation:1.1.2": was}
        return clerk.post(sheet, sent, HTTP_ACCEPT="application/json")

    asked: dict[str, tuple[Callable[[], HttpResponse], Callable[[], HttpResponse]]] = {
        "overview": (lambda: leader.get(f"/nam/{YEAR}/"), lambda: leader.get("/tran/overview/")),
        "progress": (lambda: leader.get(f"/nam/{YEAR}/tien-do/"), lambda: leader.get("/tran/progress/")),
        "sheet": (lambda: clerk.get(sheet), lambda: clerk.get("/tran/sheet/")),
        "save": (save, lambda: clerk.post("/tran/save/", {"partial": "1"})),
    }
    print(f"{communes} communes\n{'':10}{'KB':>6}{'ms':>9}{'bare ms':>9}{'ratio':>8}")
    for name, (own, other) in asked.items():
        bytes_of[name] = own()
        assert bytes_of[name].status_code == 200, (name, bytes_of[name].status_code)
        took, plain = times_in_turn(own, other, seconds=8, clock=time.process_time)
        size = len(bytes_of[name].content) / 1024
        print(f"{name:10}{size:6.0f}{took:9.1f}{plain:9.2f}{took / plain:8.1f}")


if __name__ == "__main__":
    main()

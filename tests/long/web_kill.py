"""A server killed while people write: `python -m tests.long.web_kill --kills 100` (`--database` as of web_load).

After each kill the journal is whole, and everything that was acknowledged is there when the server runs again.
"""

import argparse
import io
import random
import tempfile
import threading
import time
import traceback
from pathlib import Path

from tests.long.province import YEAR, Browser, NoAnswer, Province, free_port, made_province, served
from tests.long.web_load import Appraiser, Clerk, Tally, lost

_HANDED_IN = 0.2
"""The share of hand-ins among what clerks do; the others are saves."""
_WRITERS = 6
"""Clerks who save and hand in; beside them half as many appraisers keep, change and ask."""


def writers(province: Province, port: int, tally: Tally) -> list[Clerk | Appraiser]:
    """Those who write, signed in."""
    first, *others = province.communes
    clerks = [
        Clerk(Browser(port), unit, f"xa-{unit.lower()}", tally, number, False) for number, unit in enumerate(others)
    ]
    appraisers = [
        Appraiser(Browser(port), [first], f"tham-dinh-{number}", tally, number) for number in range(_WRITERS // 2)
    ]
    return [*clerks, *appraisers]


def write(person: Clerk | Appraiser, tally: Tally, seed: int) -> None:
    """Let somebody write until the server is gone."""
    own = random.Random(seed)
    try:
        while True:
            if isinstance(person, Appraiser):
                person.act()
            elif own.random() < _HANDED_IN:
                person.hand_in()
            else:
                person.save()
    except NoAnswer:
        return
    except Exception:
        with tally.lock:
            tally.faults.append(traceback.format_exc())


def killed(home: Path, url: str, kills: int) -> Tally:
    """What people were told in so many lives of a server; an AssertionError where any of it is gone."""
    from django.core.management import call_command

    tally, port, own = Tally(), free_port(), random.Random(kills)
    province = made_province(home / "may-chu", url, 1 + _WRITERS)
    people: list[Clerk | Appraiser] = []
    for number in range(kills):
        with served(province, port, home / "log") as server:
            people = people or writers(province, port, tally)
            for person in people:
                if isinstance(person, Clerk):
                    person.learn()
            threads = [
                threading.Thread(target=write, args=(person, tally, own.randrange(1 << 30))) for person in people
            ]
            for thread in threads:
                thread.start()
            time.sleep(own.uniform(0.05, 3))
            server.kill()
            for thread in threads:
                thread.join()
        call_command("verify_journal", YEAR, stdout=io.StringIO())
        gone = lost(tally)
        assert not gone, (number, gone[:5])
        assert not tally.faults, (number, tally.faults[:5])
    said = (home / "log").read_text("utf-8")
    assert "Traceback" not in said, said[-3000:]
    return tally


def main() -> None:
    """Kill, and print how much was acknowledged."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--database", default="sqlite", help="sqlite, or an address such as postgresql://...")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="cchc-tat-") as folder:
        tally = killed(Path(folder), "" if asked.database == "sqlite" else asked.database, asked.kills)
    print(f"{asked.kills} kills; {sum(map(len, tally.times.values()))} requests were answered, of them")
    print(f"{len(tally.times['save'])} saves, {sum(tally.handed_in.values())} sheets handed in,")
    print(f"{len(tally.reasons)} changes, {len(tally.kept)} kept cells, {len(tally.questions)} questions: 0 lost")


if __name__ == "__main__":
    main()

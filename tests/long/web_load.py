"""A province at work: `python -m tests.long.web_load --minutes 10 --database sqlite` (or an address of PostgreSQL).

168 clerks save, hand in and look, 12 appraisers keep, change and ask, a leader looks at the ranking and the progress.
It fails where anything that was acknowledged is not there afterwards, or where anybody was shown an error.
"""

import argparse
import random
import re
import statistics
import tempfile
import threading
import time
import traceback
import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from tests.long.province import (
    APPRAISERS,
    DEPUTIES,
    YEAR,
    Answer,
    Browser,
    Province,
    fields_of,
    free_port,
    made_province,
    megabytes,
    processor_seconds,
    served,
)

MOST_MEMORY = 1_000
"""Megabytes that the server may take."""
_APPRAISED = 4
"""Of so many communes one is appraised; the others hand in."""
_TYPED = ("points:1.1.1", "points:1.1.2", "points:1.2.1", "explanation:1.1.2", "explanation:1.3.1", "document:1.4")


@dataclass
class Tally:
    """What was asked and how long it took, and everything that the server acknowledged; several threads write into it.

    Of what is `sending` or `handing_in` nobody knows yet whether it was done.
    """

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)
    saved: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    handed_in: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    reasons: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)
    kept: set[tuple[str, str]] = field(default_factory=set)
    sending: dict[tuple[str, str], str] = field(default_factory=dict)
    handing_in: set[str] = field(default_factory=set)
    chosen: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def timed(self, kind: str, ask: Callable[[], Answer], *statuses: int) -> Answer:
        """The answer to a request, which must have one of some statuses."""
        start = time.perf_counter()
        answer = ask()
        took = time.perf_counter() - start
        with self.lock:
            self.times[kind].append(took)
            if answer.status not in statuses:
                self.faults.append(f"{kind}: {answer.status} {_words(answer.text)[:300]}")
        return answer

    def acknowledge(self, unit: str, name: str, version: int, value: str) -> None:
        """A field was saved, in a version of its draft."""
        with self.lock:
            self.sending.pop((unit, name), None)
            if self.saved.get((unit, name), (0, ""))[0] <= version:
                self.saved[unit, name] = version, value


def _words(page: str) -> str:
    """What a page says, without its marks."""
    body = page.partition("<main")[2] or page
    # What is wrong first: a page with a form says much besides.
    told = re.findall(r'class="[^"]*(?:fault|findings)[^"]*"[^>]*>(.*?)</', body, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", " ".join((*told, body))).split())


class Clerk:
    """Whoever fills in and hands in for a commune."""

    def __init__(self, browser: Browser, unit: str, login: str, tally: Tally, seed: int, hands_in: bool) -> None:
        self.browser, self.unit, self.tally = browser, unit, tally
        self.random, self.hands_in = random.Random(seed), hands_in
        self.home, self.known = f"/nam/{YEAR}/xa/{unit}", dict[str, str]()
        tally.timed("sign in", lambda: browser.sign_in(login), 302)

    def act(self) -> None:
        """One thing that a clerk does."""
        if not self.known:
            self.learn()
        draw = self.random.random()
        if draw < 0.6:
            self.save()
        elif draw < 0.62 and self.hands_in:
            self.hand_in()
        else:
            path = self.random.choice(["/", "/tu-cham/", "/so-lieu/", "/gui/"])
            self.tally.timed("look at a sheet", lambda: self.browser.get(self.home + path), 200)

    def save(self) -> None:
        """Change one field, as the script of the sheet sends it; where somebody else has changed it, choose one's own."""
        self._save(self.random.choice(_TYPED))

    def _save(self, name: str) -> None:
        value = self._value(name)
        with self.tally.lock:
            self.tally.sending[self.unit, name] = value
        answer = self._send(name, value, self.known.get(name, ""), 200, 409)
        if answer.status == 409:
            sent = {"partial": "1", name: value, f"was:{name}": self.known.get(name, "")}
            page = self.browser.post(f"{self.home}/tu-cham/", sent).text
            theirs = re.findall(rf'type="radio" name="{re.escape(name)}" value="([^"]*)"', page)
            with self.tally.lock:
                self.tally.chosen += 1
            if len(theirs) == 2:
                answer = self._send(name, value, unescape(theirs[1]), 200, 409)
        if answer.status == 200:
            fields = fields_of(answer)
            self.known = fields
            self.tally.acknowledge(self.unit, name, _version(answer), value)

    def learn(self) -> None:
        """See what stands in the sheet, after nobody knew what became of the last that was sent."""
        answer = self.browser.post(f"{self.home}/tu-cham/", {"partial": "1", "version": "0"}, wants_json=True)
        assert answer.status == 200, answer.status
        self.known = fields_of(answer)
        for (unit, name), value in list(self.tally.sending.items()):
            if unit == self.unit and self.known.get(name) == value:
                self.tally.acknowledge(unit, name, _version(answer), value)
        with self.tally.lock:
            for (unit, name), (_, value) in list(self.tally.saved.items()):
                if unit == self.unit:
                    # Its draft may have been handed in: versions begin anew.
                    self.tally.saved[unit, name] = 0, value
                    self.tally.sending.pop((unit, name), None)

    def _send(self, name: str, value: str, was: str, *statuses: int) -> Answer:
        sent = {"partial": "1", "version": "0", name: value, f"was:{name}": was}
        return self.tally.timed(
            "save", lambda: self.browser.post(f"{self.home}/tu-cham/", sent, wants_json=True), *statuses
        )

    def _value(self, name: str) -> str:
        if name.startswith("points:"):
            return f"0,{self.random.randint(1, 99):02}".rstrip("0")
        return f"Kế hoạch {uuid.uuid4().hex}"

    def hand_in(self) -> None:
        """Hand in the sheet as it is typed, with something that is new in it."""
        self._save("explanation:1.1.2")
        page = self.tally.timed("look at a sheet", lambda: self.browser.get(f"{self.home}/gui/"), 200).text
        form = page.partition(f'action="{self.home}/gui/tu-cham/"')[2]
        version = re.search(r'name="version" value="(\d+)"', form)
        assert version is not None, _words(page)[:300]
        with self.tally.lock:
            self.tally.handing_in.add(self.unit)
        sent = {"version": version[1]}
        answer = self.tally.timed("hand in", lambda: self.browser.post(f"{self.home}/gui/tu-cham/", sent), 302)
        if answer.status == 302:
            with self.tally.lock:
                self.tally.handing_in.discard(self.unit)
                self.tally.handed_in[self.unit] += 1
                # The draft is gone: its versions begin anew.
                for (unit, name), (_, value) in list(self.tally.saved.items()):
                    if unit == self.unit:
                        self.tally.saved[unit, name] = 0, value


def _version(answer: Answer) -> int:
    match = re.search(r'"version": ?(\d+)', answer.text)
    assert match is not None, answer.text[:200]
    return int(match[1])


class Appraiser:
    """Whoever keeps, changes and asks, in any of the communes that are appraised."""

    def __init__(self, browser: Browser, units: list[str], login: str, tally: Tally, seed: int) -> None:
        self.browser, self.units, self.tally, self.random = browser, units, tally, random.Random(seed)
        self.home = f"/nam/{YEAR}/tham-dinh/1"
        tally.timed("sign in", lambda: browser.sign_in(login), 302)

    def act(self) -> None:
        """One thing that an appraiser does."""
        unit = self.random.choice(self.units)
        page = self.tally.timed("look at the desk", lambda: self.browser.get(f"{self.home}/xa/{unit}/"), 200).text
        cells = [unescape(one) for one in re.findall(r'name="keep" value="([^"]*)"', page)]
        draw = self.random.random()
        if draw < 0.5 and cells:
            cell = self.random.choice(cells)
            kept = unit, cell.split("|")[1]
            self._write("keep", {"of_unit": unit, "keep": cell}, lambda: self.tally.kept.add(kept))
            return
        criterion = self.random.choice(re.findall(r'<tr id="r-([^"]*)" data-row', page))
        if draw < 0.85:
            self._change(unit, criterion)
        else:
            text = f"Văn bản số mấy? {uuid.uuid4().hex}"
            fields = {"of_unit": unit, "cell": f"{unit}|{criterion}|", "question": text}
            self._write("ask", fields, lambda: self.tally.questions.add(text), "hoi/")

    def _change(self, unit: str, criterion: str) -> None:
        opened = self.tally.timed(
            "look at the desk", lambda: self.browser.get(f"{self.home}/xa/{unit}/?mo={criterion}"), 200
        ).text
        reason = f"Thiếu văn bản {uuid.uuid4().hex}"
        fields = {
            name: unescape(value)
            for name, value in re.findall(r'<input type="hidden" name="(cell|seen:[^"]*)" value="([^"]*)"', opened)
        }
        if "cell" in fields:
            fields |= {"of_unit": unit, "deed": "points", "value": "0,25", "reason": reason, "evidence": "Biên bản 1"}
            self._write("change", fields, lambda: self.tally.reasons.add(reason))

    def _write(self, kind: str, fields: dict[str, str], acknowledge: Callable[[], None], path: str = "cham/") -> None:
        """Send a form; where the value has changed meanwhile, choose one's own on the page that shows both."""
        answer = self.tally.timed(kind, lambda: self.browser.post(f"{self.home}/{path}", fields), 302, 409)
        if answer.status == 409:
            pairs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', answer.text)
            again = {name: unescape(value) for name, value in pairs if name != "csrfmiddlewaretoken"}
            with self.tally.lock:
                self.tally.chosen += 1
            answer = self.tally.timed(kind, lambda: self.browser.post(f"{self.home}/{path}", again), 302, 409)
        if answer.status == 302:
            # Where a browser is sent it is told what became of it; what another has set already is not written again.
            told = self.tally.timed("look at the desk", lambda: self.browser.get(answer.location), 200).text
            if "không ghi thêm" not in told:
                with self.tally.lock:
                    acknowledge()


class Leader:
    """Whoever looks at the ranking and at how far the year has come."""

    def __init__(self, browser: Browser, tally: Tally) -> None:
        self.browser, self.tally = browser, tally
        tally.timed("sign in", lambda: browser.sign_in("lanh-dao"), 302)

    def act(self) -> None:
        """A look at both."""
        self.tally.timed("look at the ranking", lambda: self.browser.get(f"/nam/{YEAR}/"), 200)
        self.tally.timed("look at the progress", lambda: self.browser.get(f"/nam/{YEAR}/tien-do/"), 200)


def people(province: Province, port: int, tally: Tally) -> list[Callable[[], "Clerk | Appraiser | Leader"]]:
    """Everybody, to be signed in by a thread of their own."""
    appraised = list(province.communes[::_APPRAISED])
    deputed = province.communes[:DEPUTIES]
    found: list[Callable[[], Clerk | Appraiser | Leader]] = []
    for number, unit in enumerate(province.communes):
        hands_in = unit not in appraised and unit not in deputed
        found.append(
            lambda number=number, unit=unit, hands_in=hands_in: Clerk(
                Browser(port), unit, f"xa-{unit.lower()}", tally, number, hands_in
            )
        )
    for number, unit in enumerate(deputed):
        found.append(
            lambda number=number, unit=unit: Clerk(
                Browser(port), unit, f"pho-{unit.lower()}", tally, 1000 + number, False
            )
        )
    for number in range(APPRAISERS):
        found.append(
            lambda number=number: Appraiser(Browser(port), appraised, f"tham-dinh-{number}", tally, 2000 + number)
        )
    found.append(lambda: Leader(Browser(port), tally))
    return found


def work(province: Province, port: int, tally: Tally, until: Callable[[], bool], pause: float) -> None:
    """Let everybody work, each pausing for so many seconds on average, until it is over."""

    # Everybody signs in within a minute at most, as in the morning.
    def one(person: "Callable[[], Clerk | Appraiser | Leader]", seed: int) -> None:
        own = random.Random(seed)
        try:
            time.sleep(own.uniform(0, min(60, 6 * pause)))
            who = person()
            while not until():
                time.sleep(own.uniform(0.2, 1.8) * pause)
                who.act()
        except Exception:
            with tally.lock:
                tally.faults.append(traceback.format_exc())

    threads = [
        threading.Thread(target=one, args=(person, seed)) for seed, person in enumerate(people(province, port, tally))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lost(tally: Tally) -> list[str]:
    """What was acknowledged and is not there; this process is one of the server's."""
    from cchc_score.appraisal.acts import Confirmation, Question
    from cchc_web.models import Draft, JournalLine, KeptYear
    from cchc_web.scored_years import ScoredYears
    from cchc_web.year_journal import JournalReader

    year = KeptYear.objects.get(folder=YEAR)
    state = JournalReader().journal(year).state
    drafts = {draft.key: draft.fields for draft in Draft.objects.filter(year=year)}
    stages = ScoredYears().working(year).stages
    rows = {unit.code: row for row, unit in enumerate(stages.reported_table.units)}
    found = []
    for (unit, name), (_, value) in sorted(tally.saved.items()):
        own = drafts.get(f"self-score:{unit}")
        if own is None:
            own = handed_texts(stages.claims, rows[unit])
        if own.get(name, "") not in (value, tally.sending.get((unit, name), value)):
            found.append(f"{unit} {name}: {value!r} was saved, {own.get(name)!r} is there")
    for unit in {*tally.handed_in, *tally.handing_in}:
        times = tally.handed_in[unit]
        there = JournalLine.objects.filter(year=year, kind="file", unit=unit).exclude(by="An").count()
        if there not in (times, times + (unit in tally.handing_in)):
            found.append(f"{unit}: handed in {times} times, {there} in the journal")
        tally.handed_in[unit] = there
    tally.handing_in.clear()
    reasons = {entry.reason for entry in state.entries.values()}
    found += [f"a change is gone: {one}" for one in tally.reasons - reasons]
    questions = {act.text for act in state.acts if isinstance(act, Question)}
    found += [f"a question is gone: {one}" for one in tally.questions - questions]
    kept = {(act.unit, number) for act in state.acts if isinstance(act, Confirmation) for number, _ in act.seen}
    found += [f"a cell that was kept is not: {one}" for one in tally.kept - kept]
    return found


def handed_texts(claims: object, row: int) -> dict[str, str]:
    """What a unit has handed in, as the texts of the sheet's fields."""
    from cchc_score.app.typed_claims import claim_texts

    return claim_texts([claim for (at, _), claim in claims.items() if at == row], {}, "vi")  # type: ignore[attr-defined]


def told(tally: Tally) -> str:
    """How long each kind of request took."""
    lines = [f"{'request':22}{'times':>7}{'p50 ms':>9}{'p95 ms':>9}"]
    for kind, times in sorted(tally.times.items()):
        cuts = statistics.quantiles(times, n=20) if len(times) > 1 else times * 19
        lines.append(f"{kind:22}{len(times):7}{cuts[9] * 1000:9.0f}{cuts[18] * 1000:9.0f}")
    return "\n".join(lines)


def main() -> None:
    """Play, print, and fail where anything is lost or an error was shown."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--database", default="sqlite", help="sqlite, or an address such as postgresql://...")
    options.add_argument("--communes", type=int, default=168)
    options.add_argument("--pause", type=float, default=10, help="seconds between what one person does")
    asked = options.parse_args()
    url = "" if asked.database == "sqlite" else asked.database
    with tempfile.TemporaryDirectory(prefix="cchc-tinh-") as folder:
        province, port, tally = made_province(Path(folder) / "may-chu", url, asked.communes), free_port(), Tally()
        log = Path(folder) / "log"
        with served(province, port, log) as server:
            memory, end = [megabytes(server.pid)], time.monotonic() + 60 * asked.minutes
            watching = threading.Thread(target=_watch, args=(server.pid, memory, end), daemon=True)
            watching.start()
            work(province, port, tally, lambda: time.monotonic() > end, asked.pause)
            spent, asked_for = processor_seconds(server.pid), sum(map(len, tally.times.values()))
        print(told(tally))
        print(f"{asked_for} requests, {1000 * spent / asked_for:.0f} ms of processor time each; {tally.chosen} chosen")
        halves = memory[: len(memory) // 2], memory[len(memory) // 2 :]
        print(f"memory: at most {max(halves[0]):.0f} MB in the first half, {max(halves[1]):.0f} MB in the second")
        gone, said = lost(tally), log.read_text("utf-8")
    print(f"{len(tally.saved)} fields, {sum(tally.handed_in.values())} sheets, {len(tally.reasons)} changes,")
    print(
        f"{len(tally.kept)} kept cells, {len(tally.questions)} questions: {len(gone)} lost; {len(tally.faults)} faults"
    )
    assert not gone, gone[:10]
    assert not tally.faults, tally.faults[:5]
    assert "Traceback" not in said, said[-3000:]
    assert max(memory) < MOST_MEMORY, max(memory)


def _watch(process: int, memory: list[float], end: float) -> None:
    while time.monotonic() < end:
        time.sleep(1)
        memory.append(megabytes(process))


if __name__ == "__main__":
    main()

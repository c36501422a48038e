"""Whole random years from a seed: a legal scheme as TOML, units, and reports, near every limit on purpose.

Numbers come from small pools, so that ties and zeros are frequent, and from the limits that the scheme itself names:
one step below, at, and above. The largest figures that a report may hold are among them.
"""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import cycle
from math import floor
from typing import Any

from tests.oracle import NEVER, Fact, Unit

KINDS = ("xã", "phường", "đặc khu")
TREATMENTS = ("full", "zero", "not_applicable")
METHODS = (
    "options",
    "deadline",
    "bands",
    "ratio",
    "count",
    "given",
    "answers",
    "best",
    "target",
    "compared",
    "weighted",
    "share",
)
LARGEST = 10**15
DAY = date(2023, 1, 1)
LIVES = (",", "2023-12-31,", ",2023-12-31", "01/07/2023,", ",30/06/2024")
"""When units that are scored begin and end: the last day of the year must be among their days."""
LIMITS = ("0.5", "1", "2.5", "3", "5", "7", "10", "20", "33.333", "50", "66.7", "80", "90", "95", "99.99", "100", "120")

NUMBERS = ("q_count", "q_other", "q_whole", "q_amount", "q_money", "q_rate", "q_grade", "q_survey", "q_flag")
ANSWERS = {
    "q_flag": ("no", "yes"),
    "q_asked": ("no", "yes"),
    "q_level": ("none", "light", "serious"),
    "q_way": ("online", "paper"),
}
DATES = ("q_done_on", "q_sent_on")
INDICATORS = {
    **dict.fromkeys(("q_count", "q_other", "q_whole"), "count"),
    "q_amount": "decimal",
    "q_money": "money",
    "q_rate": "percent",
    "q_grade": "points",
    "q_survey": "points",
    "q_flag": "yes_no",
    "q_asked": "yes_no",
    "q_level": "option",
    "q_way": "option",
    **dict.fromkeys(DATES, "date"),
}
FINE = ("q_amount", "q_money", "q_rate", "q_grade", "q_survey")


@dataclass(frozen=True)
class Case:
    """One year: the scheme's text and the units with their facts."""

    seed: int
    scheme: str
    units: tuple[Unit, ...]

    @property
    def units_csv(self) -> str:
        """The list of units as a file: also one that ended a day before the year did, and one that began after it."""
        rows = [
            f"{one.code},{name_of(one)},{one.kind},{'' if one.ranked else 'no'},{lives}"
            for one, lives in zip(self.units, cycle(LIVES), strict=False)
        ]
        gone = ["gone,Đơn vị cũ,xã,,,2023-12-30", "new,Đơn vị mới,xã,,01/01/2024,"]
        return "\n".join(["code,name,kind,ranked,valid_from,valid_to", gone[0], *rows, gone[1]]) + "\n"

    @property
    def reports(self) -> dict[str, str]:
        """One report a unit, by the name of its file, and a table with what no unit can say of itself."""
        declared = tomllib.loads(self.scheme).get("indicator", {})
        others = [code for code, table in declared.items() if table.get("source", "report") != "report"]
        own = {f"{one.code}.toml": report(one, others) for one in self.units}
        return own | ({"cua-tinh.csv": table_of(self.units, others)} if others else {})


def name_of(unit: Unit) -> str:
    """The name of a unit."""
    return f"Đơn vị {unit.code}"


def table_of(units: Sequence[Unit], codes: Sequence[str]) -> str:
    """A table with a line a unit; the last is of one that is no more, for a table of one unit would be its own."""
    lines = [[one.code, *(csv_text(one.facts[code]) if code in one.facts else "" for code in codes)] for one in units]
    return "\n".join(map(",".join, [["unit", *codes], *lines, ["gone", *[""] * len(codes)]])) + "\n"


def csv_text(value: Any) -> str:
    """A value as a cell of a table says it."""
    if isinstance(value, bool):
        return "có" if value else "không"
    if value == NEVER:
        return "không"
    if isinstance(value, Fraction):
        text = decimal(value)
        # With three digits the mark could be that of thousands.
        return f"{text}0" if len(text.partition(".")[2]) == 3 else text
    return str(value)


def report(unit: Unit, others: Sequence[str] = ()) -> str:
    """A unit's report as a TOML file, without what `others` say."""
    head = f'[report]\nunit = "{unit.code}"\nyear = {DAY.year}\n\n[facts]\n'
    told = {code: "không" if value == NEVER else value for code, value in unit.facts.items() if code not in others}
    return head + "".join(f"{code} = {toml(value)}\n" for code, value in told.items())


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    if isinstance(value, Fraction):
        return decimal(value)
    return str(value)


def decimal(value: Fraction) -> str:
    """A number with finitely many decimals, written out in full."""
    places = next(places for places in range(8) if (value * 10**places).denominator == 1)
    digits = str(abs(value.numerator * 10**places // value.denominator)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if value < 0 else text


def table(header: str, entries: dict[str, Any]) -> str:
    """A table of a TOML file."""
    return f"{header}\n" + "".join(f"{key} = {toml(value)}\n" for key, value in entries.items()) + "\n"


def random_case(seed: int) -> Case:
    """The year of a seed."""
    rng = random.Random(seed)
    grower = Grower(rng)
    scheme = grower.scheme()
    return Case(seed, scheme, tuple(Reporter(rng, grower).units()))


@dataclass
class Grower:
    """Grows a scheme from its areas downwards, and remembers near which values its facts are of interest."""

    rng: random.Random
    decimals: int = 2
    plain: bool = True
    signed: float = 0
    huge: float = 0
    methods: Sequence[str] = METHODS
    indicators: dict[str, dict[str, Any]] = field(default_factory=dict)
    criteria: dict[str, dict[str, Any]] = field(default_factory=dict)
    near: dict[str, list[Fraction]] = field(default_factory=dict)
    shares: list[tuple[str, str, Fraction]] = field(default_factory=list)
    within: list[tuple[str, str]] = field(default_factory=list)
    ceilings: dict[str, Fraction] = field(default_factory=dict)

    def maybe(self, chance: float) -> bool:
        """True as often as told."""
        return self.rng.random() < chance

    def points(self, steps: int) -> Fraction:
        """Steps in points."""
        return Fraction(steps, 10**self.decimals)

    def scheme(self) -> str:
        """The text of a whole scheme."""
        rng = self.rng
        self.decimals = rng.choice([0, 1, 2, 2, 2, 3, 4])
        self.plain, self.signed = self.maybe(0.2), rng.choice([0, 0.4])
        self.huge = 0.4 if self.maybe(0.06) else 0
        self.methods = METHODS if self.maybe(0.7) else rng.sample(METHODS, 2)
        self.indicators = {code: self.indicator(code) for code in INDICATORS}
        areas = self.areas()
        text = "".join(table(f'[criterion."{number}"]', one) for number, one in self.criteria.items())
        classes = self.classes()
        # Only what is asked for is declared and told: most of the time goes into reading.
        self.indicators = {code: one for code, one in self.indicators.items() if code in text + toml(classes)}
        if "q_whole" in self.indicators and "q_count" in self.indicators and self.maybe(0.3):
            self.indicators["q_count"]["part_of"] = "q_whole"
        self.derive()
        normal = [area["max_points"] for area in areas.values() if "kind" not in area]
        bonus = any(area.get("kind") == "bonus" for area in areas.values())
        head = {
            "code": "thu",
            "title": "Bộ tiêu chí thử",
            "version": "1",
            "period": DAY.year,
            "max_points": sum(normal, Fraction(0)),
            "decimals": self.decimals,
            "rounding": "never" if self.maybe(0.2) else "criterion",
        }
        if self.maybe(0.2):
            head["printed"] = {"points": rng.randint(0, 4), "index": rng.randint(0, 4)}
        return "".join(
            [
                table("[scheme]", head),
                table("[ranking]", self.ranking(bonus)),
                *(table("[[class]]", one) for one in classes),
                *(table(f"[indicator.{code}]", one) for code, one in self.indicators.items()),
                *(table(f"[area.{code}]", one) for code, one in areas.items()),
                text,
            ]
        )

    def indicator(self, code: str) -> dict[str, Any]:
        """A declared fact, with its own decimals and source."""
        rng = self.rng
        entries: dict[str, Any] = {"name": f"Số liệu {code}", "kind": INDICATORS[code]}
        if code in FINE:
            entries["decimals"] = rng.choice([0, 1, 2, 3])
        if INDICATORS[code] == "option":
            entries["options"] = [{"code": one, "name": f"Trả lời {one}"} for one in ANSWERS[code]]
        if self.maybe(0.6):
            entries["source"] = rng.choice(["report", "survey", "appraiser"])
        return entries

    def ranking(self, bonus: bool) -> dict[str, Any]:
        """How units are compared."""
        rng = self.rng
        entries = {
            "group_by": rng.choice(["none", "kind"]),
            "compare": rng.choice(["exact", "published"]),
            "ties": rng.choice(["standard", "dense", "list"]),
            "incomplete": rng.choice(["low", "low", "unranked"]),
        }
        entries |= {"silent": rng.choice(["ranked", "unranked"])} if self.maybe(0.5) else {}
        return entries | ({"above_100": rng.choice(["keep", "cap"])} if bonus else {})

    def classes(self) -> list[dict[str, Any]]:
        """Classes in descending order, some with conditions."""
        rng = self.rng
        pool = ["100", "90", "80", "75", "66.6667", "50", "40", "33.3", "25", "10", "0.01"]
        limits = sorted((Fraction(one) for one in rng.sample(pool, rng.randint(0, 4))), reverse=True)
        listed: list[dict[str, Any]] = [{"name": f"Loại {place}", "from": one} for place, one in enumerate(limits)]
        for one in listed:
            for key in ("each_area_from", "each_criterion_from"):
                if self.maybe(0.35):
                    one[key] = Fraction(rng.choice(["0", "0.5", "10", "33.3333", "50", "100"]))
        if listed and self.maybe(0.15):
            code = rng.choice(sorted(ANSWERS))
            for one in listed:
                limit = one.pop("from")
                values = {answer: limit / 2 if place else limit for place, answer in enumerate(ANSWERS[code])}
                one["from_by"] = {"fact": code, "values": values}
        return [*listed, {"name": "Còn lại", "from": 0}]

    def areas(self) -> dict[str, dict[str, Any]]:
        """One to four areas with their criteria; the first one is normal."""
        rng, listed = self.rng, {}
        kinds = ["normal", *rng.choices(["normal", "bonus", "penalty"], [3, 2, 2], k=rng.randint(0, 3))]
        numbers = sorted(rng.sample(range(1, 13), len(kinds)))
        rng.shuffle(kinds)
        for number, kind in zip(numbers, kinds, strict=True):
            most = sum(
                self.grow(f"{number}.{place}", self.size(), rng.choice([2, 3, 3, 4]))
                for place in range(1, rng.randint(1, 4) + 1)
            )
            cap = most if kind == "normal" else rng.choice([most, max(1, most // 2), most + 1])
            area = {"number": number, "name": f"Lĩnh vực {number}", "max_points": self.points(cap)}
            area |= self.finer(0.1)
            listed[f"area{number}"] = (
                area | ({"kind": kind} if kind != "normal" else {}) | self.absent(kind) | self.held(0.06)
            )
        return listed

    def size(self) -> int:
        """The maximum of a criterion in steps."""
        one = 10**self.decimals
        if self.maybe(self.huge):
            # All of them together stay below the largest number that a scheme may write, 10^15.
            return min(self.rng.choice([10**6, 10**9 + 7, 4 * 10**9, 10**12, 10**15]), 10**13 * one)
        return self.rng.choice([1, 3, one, one, 2 * one, 5 * one, max(1, one * 3 // 2), self.rng.randint(1, 12 * one)])

    def finer(self, chance: float) -> dict[str, Any]:
        """Decimals of a place's own, now and then: as many as the scheme's, or more."""
        return {"decimals": self.rng.randint(self.decimals, 4)} if self.maybe(chance) else {}

    def absent(self, kind: str) -> dict[str, Any]:
        """What a penalty takes that nobody has given."""
        return {"absent": self.rng.choice(["none", "full"])} if kind == "penalty" and self.maybe(0.6) else {}

    def held(self, chance: float) -> dict[str, Any]:
        """Not held, now and then."""
        return self.not_held() if not self.plain and self.maybe(chance) else {}

    def not_held(self) -> dict[str, Any]:
        """Not held."""
        return {"held": False, "reason": "Năm nay không tổ chức"}

    def grow(self, number: str, steps: int, depth: int, **more: Any) -> int:
        """A criterion with all that is under it; gives its maximum in steps."""
        self.criteria[number] = {"title": f"Tiêu chí {number}", "max_points": self.points(steps)} | more
        self.criteria[number] |= self.held(0.05) | self.finer(0.08)
        combine = self.rng.choice(["sum", "sum", "capped", "best", "all", "chosen"])
        if depth > 1 and self.maybe(0.4) and (combine != "sum" or steps > 1):
            self.criteria[number] |= {"combine": combine} if combine != "sum" or self.maybe(0.5) else {}
            # Before its parts are grown: what is whole by then can be looked at by its gates.
            self.criteria[number] |= {} if self.plain else self.conditions(number, 0.08, 0.1)
            self.parent(number, steps, depth - 1, combine)
        else:
            method = self.rng.choice(self.methods)
            self.criteria[number] |= {"method": method} | getattr(self, method)(steps)
            self.criteria[number] |= {} if self.plain else self.conditions(number, 0.2, 0.25)
        return steps

    def parent(self, number: str, steps: int, depth: int, combine: str) -> None:
        """The parts of a parent, with maxima as it combines them."""
        rng, size = self.rng, self.rng.randint(2, 3)
        choices: Sequence[str | None] = [None] * size
        if combine == "chosen":
            question = rng.choice(sorted(ANSWERS))
            choices = rng.sample(ANSWERS[question], len(ANSWERS[question]))
            self.criteria[number]["chosen_by"] = question
            maxima = [steps, *(steps if self.maybe(0.7) else rng.randint(1, steps) for _ in choices[1:])]
            rng.shuffle(maxima)
        elif combine == "sum":
            cuts = sorted(rng.sample(range(1, steps), min(size, steps) - 1))
            maxima = [high - low for low, high in zip([0, *cuts], [*cuts, steps], strict=True)]
        elif combine in ("best", "capped"):
            maxima = [steps, *(rng.randint(1, steps) for _ in range(size - 1))]
            rng.shuffle(maxima)
        else:
            maxima = [self.size() for _ in range(size)]
        more = self.not_held() if not self.plain and self.maybe(0.04) else {}
        for place, most in enumerate(maxima):
            choice = {"choice": choices[place]} if combine == "chosen" else {}
            self.grow(f"{number}.{place + 1}", most, depth, **choice, **more)

    def derive(self) -> None:
        """Let a fact follow from two or three others, now and then."""
        rng = self.rng
        if "q_way" in self.indicators and self.maybe(0.2):
            # The first answer alone is a kind of unit: of the others the list of units says nothing.
            self.indicators["q_way"]["options"] = [
                {"code": code, "name": name} for code, name in zip(ANSWERS["q_way"], KINDS, strict=False)
            ]
            self.indicators["q_way"]["unit_column"] = "kind"
        for code in ("q_count", "q_amount", "q_level"):
            if code not in self.indicators or not self.maybe(0.12):
                continue
            parts = [f"{code}_item{place}" for place in range(1, rng.randint(2, 3) + 1)]
            own = self.indicators[code]
            self.indicators |= {part: {key: own[key] for key in own if key != "part_of"} for part in parts}
            more = {"q_count": ["count_of", "mean_of"], "q_amount": ["mean_of"]}.get(code, [])
            key = rng.choice(["lowest_of", "highest_of", *more])
            own[key] = {"facts": parts, "from": rng.randint(0, 6)} if key == "count_of" else parts

    def conditions(self, number: str, factor: float, gate: float) -> dict[str, Any]:
        """A factor, and a gate or two, as often as told."""
        rng, entries = self.rng, {}
        if self.maybe(factor):
            code = rng.choice(sorted(ANSWERS))
            shares = ["1", "1", "0.5", "0", "0.333", "0.75"]
            entries["factor"] = {"fact": code, "values": {one: Fraction(rng.choice(shares)) for one in ANSWERS[code]}}
            entries["factor"] |= {"unsaid": Fraction(rng.choice(shares))} if self.maybe(0.3) else {}
        if self.maybe(gate):
            entries["gate"] = self.gate(number)
            if self.maybe(0.3):
                entries["gate"] = [entries["gate"], *(self.gate(number) for _ in range(rng.randint(0, 2)))]
        return entries

    def gate(self, number: str) -> dict[str, Any]:
        """A condition on a number, on a share, on an answer, or on a criterion that is whole already."""
        rng = self.rng
        otherwise = {"otherwise": rng.choice(TREATMENTS)} if self.maybe(0.8) else {}
        done = [other for other in self.criteria if not f"{number}.".startswith(f"{other}.")]
        if done and self.maybe(0.15):
            return self.gate_on(rng.choice(done)) | otherwise
        if self.maybe(0.5):
            code = rng.choice(sorted(ANSWERS))
            answers = rng.sample(ANSWERS[code], rng.randint(1, len(ANSWERS[code]) - 1))
            return {"fact": code, "answers": answers} | otherwise
        fact, limit = self.fact(), Fraction(rng.choice(["0", "1", "3", "12.5", "80", "100"]))
        if self.maybe(0.25):
            whole = self.fact()
            self.watch_share(fact, whole, limit)
            return {"fact": fact, "whole": whole} | self.ends(limit) | otherwise
        self.watch(fact, limit)
        return {"fact": fact} | self.ends(limit) | otherwise

    def gate_on(self, other: str) -> dict[str, Any]:
        """A condition on another criterion."""
        if self.maybe(0.4):
            return {"criterion": other, "applies": self.maybe(0.5)}
        most = Fraction(self.criteria[other]["max_points"])
        return {"criterion": other} | self.ends(self.rng.choice([Fraction(0), most / 2, most]))

    def ends(self, limit: Fraction) -> dict[str, Any]:
        """One end of a condition, or both."""
        rng = self.rng
        low, high = {rng.choice(["from", "above"]): limit}, {rng.choice(["to", "below"]): limit}
        if self.maybe(0.3):
            return low | {rng.choice(["to", "below"]): limit + rng.choice([1, 20])}
        return low if self.maybe(0.7) else high

    # Settings of the methods

    def fact(self) -> Any:
        """One number, or a signed sum of some."""
        if self.maybe(0.7):
            return self.rng.choice(NUMBERS)
        codes = self.rng.sample(NUMBERS, self.rng.randint(1, 3))
        if self.maybe(0.25):
            sizes = ["0.5", "2", "1", "0.25", "3"]
            signs = [1, *(-1 if self.maybe(self.signed) else 1 for _ in codes[1:])]
            return {code: sign * Fraction(self.rng.choice(sizes)) for code, sign in zip(codes, signs, strict=True)}
        return [codes[0], *(f"-{one}" if self.maybe(self.signed) else one for one in codes[1:])]

    def watch(self, fact: Any, *limits: Fraction) -> None:
        """Limits of a fact: facts are told near them."""
        for code in [fact] if isinstance(fact, str) else fact:
            self.near.setdefault(code.removeprefix("-"), []).extend(limits)

    def watch_share(self, part: Any, whole: Any, *limits: Fraction) -> None:
        """Limits of a share in percent."""
        if isinstance(part, str) and isinstance(whole, str) and "q_flag" not in (part, whole) and part != whole:
            self.shares.extend((part, whole, limit) for limit in limits)

    def exceeding(self, part: Any, whole: Any) -> dict[str, Any]:
        """Whether a part may exceed its whole; where it may not, facts are told that mostly do not."""
        if self.maybe(0.4):
            return {"may_exceed": self.maybe(0.9)}
        if isinstance(part, str) and isinstance(whole, str) and part != "q_flag":
            self.within.append((part, whole))
        return {}

    def given_points(self, steps: int) -> Fraction:
        """Points from 0 to a maximum, its ends often."""
        return self.points(self.rng.choice([0, 0, steps, steps, self.rng.randint(0, steps), steps // 2]))

    def treatment(self) -> str:
        """What is given where nothing arose."""
        return self.rng.choice(TREATMENTS)

    def options(self, steps: int) -> dict[str, Any]:
        """Settings of `options`."""
        code = self.rng.choice(sorted(ANSWERS))
        points = {one: "not_applicable" if self.maybe(0.12) else self.given_points(steps) for one in ANSWERS[code]}
        return {"fact": code, "points": points}

    def deadline(self, steps: int) -> dict[str, Any]:
        """Settings of `deadline`."""
        days = sorted(self.rng.sample(range(40), self.rng.randint(1, 3)))
        listed = [{"by": DAY + timedelta(day), "points": self.given_points(steps)} for day in days]
        ends = {"late": self.given_points(steps), "never": self.given_points(steps)}
        code = self.rng.choice(DATES)
        self.watch(code, *(Fraction(day) for day in days))
        return {"date": code, "steps": listed} | ends

    def bands(self, steps: int) -> dict[str, Any]:
        """Settings of `bands`."""
        rng = self.rng
        limits = {(Fraction(one), self.maybe(0.4)) for one in rng.sample(LIMITS, rng.randint(0, 4))}
        if limits and self.maybe(0.2):
            limits |= {(next(iter(sorted(limits)))[0], above) for above in (True, False)}
        limits |= {(Fraction(0), True)} if self.maybe(0.15) else set()
        keys = [*sorted(limits, reverse=True), (Fraction(0), False)]
        listed = [{"above" if above else "from": limit, "points": self.given_points(steps)} for limit, above in keys]
        if self.maybe(0.5):
            value = self.fact()
            self.watch(value, *(limit for limit, _ in keys))
            return {"value": value, "bands": listed}
        part, whole = self.fact(), self.fact()
        self.watch_share(part, whole, *(limit for limit, _ in keys))
        return {"part": part, "whole": whole, "if_none": self.treatment(), "bands": listed} | self.exceeding(
            part, whole
        )

    def ratio(self, steps: int) -> dict[str, Any]:
        """Settings of `ratio`."""
        part, whole = self.fact(), self.fact()
        entries = {"part": part, "whole": whole, "if_none": self.treatment()} | self.exceeding(part, whole)
        self.watch_share(part, whole, Fraction(100))
        if self.maybe(0.5):
            entries["zero_below"] = Fraction(self.rng.choice(["0", "33.333", "50", "66.7", "80", "99.99", "100"]))
            self.watch_share(part, whole, entries["zero_below"])
        if self.maybe(0.2):
            entries["full_from"] = Fraction(self.rng.choice(["0", "50", "70", "99.99", "100"]))
            self.watch_share(part, whole, entries["full_from"])
        return entries

    def count(self, steps: int) -> dict[str, Any]:
        """Settings of `count`."""
        rng, fact = self.rng, self.fact()
        each = self.points(rng.choice([0, 1, steps, max(1, steps // 4), rng.randint(1, steps)]))
        if self.maybe(0.4):
            self.watch(fact, Fraction(floor(self.points(steps) / each)) if each else Fraction(1))
            return {"count": fact, "each": -each, "start": self.points(steps)}
        start = {"start": self.given_points(steps)} if self.maybe(0.3) else {}
        return {"count": fact, "each": each * rng.choice([1, 1, 1, -1])} | start

    def given(self, steps: int) -> dict[str, Any]:
        """Settings of `given`."""
        fact = self.rng.choice(["q_grade", "q_survey", "q_survey", self.fact()])
        most = self.points(steps)
        self.watch(fact, most, most / 2, most)
        if isinstance(fact, str):
            self.ceilings[fact] = min(most, self.ceilings.get(fact, most))
        return {"points": fact}

    def answers(self, steps: int) -> dict[str, Any]:
        """Settings of `answers`."""
        rng = self.rng
        codes = rng.sample([one for one in NUMBERS if one != "q_flag"], rng.randint(1, 4))
        kept = {code: Fraction(rng.choice(["0", "0", "33.3", "50", "80", "100", "100"])) for code in codes}
        return {"answers": kept, "if_none": self.treatment()}

    def weighted(self, steps: int) -> dict[str, Any]:
        """Settings of `weighted`."""
        rng = self.rng
        codes = rng.sample([one for one in NUMBERS if one != "q_flag"], rng.randint(1, 3))
        kept = {code: Fraction(rng.choice(["0", "25", "33.3", "50", "75", "100", "100"])) for code in codes}
        floor = {"zero_below": Fraction(rng.choice(["0", "50", "70", "99.9"]))} if self.maybe(0.4) else {}
        whole = self.fact()
        entries = {"parts": kept, "whole": whole, "if_none": self.treatment()} | floor
        return entries | self.exceeding(codes[0] if len(codes) == 1 else codes, whole)

    def share(self, steps: int) -> dict[str, Any]:
        """Settings of `share`."""
        rng, value = self.rng, self.rng.choice(["q_rate", "q_rate", self.fact()])
        entries: dict[str, Any] = {"value": value}
        if self.maybe(0.5):
            entries["target"] = Fraction(rng.choice(["0.001", "33.333", "50", "90", "100"]))
        if self.maybe(0.4):
            entries["zero_below"] = Fraction(rng.choice(["0", "50", "66.7", "90"]))
        self.watch(value, entries.get("target", Fraction(100)), entries.get("zero_below", Fraction(50)))
        return entries | ({"may_exceed": True} if self.maybe(0.5) else {})

    def compared(self, steps: int) -> dict[str, Any]:
        """Settings of `compared`."""
        value, against = self.fact(), self.fact()
        self.watch_share(value, against, Fraction(100))
        points = {key: self.given_points(steps) for key in ("above", "equal", "below")}
        return {"value": value, "against": against} | points

    def best(self, steps: int) -> dict[str, Any]:
        """Settings of `best`."""
        entries = {"value": self.fact(), "if_none": self.treatment()}
        return entries | ({"whole": self.fact()} if self.maybe(0.5) else {})

    def target(self, steps: int) -> dict[str, Any]:
        """Settings of `target`."""
        value, aim, share = self.fact(), self.fact(), self.rng.choice(["0", "33.3", "50", "80", "100"])
        self.watch_share(value, aim, Fraction(100), Fraction(120))
        entries = {"value": value, "target": aim, "share_at_target": Fraction(share)}
        return entries | {"excess": self.rng.choice(["amount", "share"]), "if_none": self.treatment()}


@dataclass
class Reporter:
    """Tells the facts of units, many of them near the limits of a scheme."""

    rng: random.Random
    grown: Grower

    def units(self) -> list[Unit]:
        """One to twelve units; some tell the same as one before."""
        rng = self.rng
        kinds = rng.choice([KINDS, KINDS[:2], KINDS[:1]])
        unranked, silent = rng.choice([0, 0.25]), rng.choice([0, 0, 0.02, 0.1, 0.3])
        extreme = 0.3 if self.grown.huge else rng.choice([0, 0, 0, 0.2])
        listed: list[Unit] = []
        for place in range(rng.choice([1, 2, 2, 3, 3, 4, 5, 6, 9, 12])):
            facts = self.facts(extreme)
            if listed and rng.random() < 0.3:
                facts = dict(rng.choice(listed).facts)
            told = {code: value for code, value in facts.items() if rng.random() >= silent}
            listed.append(Unit(f"u{place:02}", rng.choice(kinds), rng.random() >= unranked, told))
        return listed

    def facts(self, extreme: float) -> dict[str, Fact]:
        """A value for every indicator."""
        facts: dict[str, Fact] = {code: self.value(code, extreme) for code in self.grown.indicators}
        for part, whole, limit in self.rng.sample(self.grown.shares, min(len(self.grown.shares), 3)):
            if self.rng.random() < 0.5:
                size = self.rng.choice([1, 3, 10, 100, 1000, 99999])
                step = self.step(part)
                reached = floor(size * limit / 100 / step) * step + self.rng.choice([-1, 0, 1]) * step
                facts |= {whole: Fraction(size), part: max(Fraction(0), reached)}
        for part, whole in self.grown.within:
            if self.rng.random() < 0.8 and Fraction(facts[part]) > Fraction(facts[whole]):  # type: ignore[arg-type]
                facts |= {part: floor(Fraction(facts[whole]) / self.step(part)) * self.step(part)}  # type: ignore[arg-type]
        for code, table in self.grown.indicators.items():
            # Mostly it is not told itself: then it stands as it is told, whatever its parts are.
            if table.keys() & {"lowest_of", "highest_of", "mean_of", "count_of"} and self.rng.random() < 0.85:
                del facts[code]
        return facts

    def step(self, code: str) -> Fraction:
        """The smallest difference of a fact."""
        return Fraction(1, 10 ** self.grown.indicators[code].get("decimals", 0))

    def value(self, code: str, extreme: float) -> Fact:
        """A value that an indicator can hold."""
        rng, kind = self.rng, INDICATORS[code.partition("_item")[0]]
        if kind == "yes_no":
            return rng.random() < 0.5
        if kind == "option":
            return rng.choice(ANSWERS[code.partition("_item")[0]])
        if kind == "date":
            return self.day(code)
        step = self.step(code)
        if rng.random() < extreme:
            return max(
                Fraction(0), rng.choice([LARGEST, LARGEST, LARGEST // 3, 10**9 + 7]) - rng.choice([0, 1, 2]) * step
            )
        near = self.grown.near.get(code)
        if near and rng.random() < 0.4:
            value = floor(rng.choice(near) / step) * step + rng.choice([-1, 0, 0, 1]) * step
        else:
            value = rng.choice([0, 0, 1, 2, 3, 4, 5, 8, 10, 12, 100, Fraction(rng.randint(0, 1000)) * step])
        # Mostly no more than the points that may be given, or nearly every unit would contradict itself.
        top = self.grown.ceilings.get(code)
        if top is not None and value > top and rng.random() < 0.85:
            value = floor(top / step) * step
        if kind == "percent" and value > 100 and rng.random() < 0.9:
            value = 100
        return min(Fraction(LARGEST), max(Fraction(0), Fraction(value)))

    def day(self, code: str) -> Fact:
        """A day near the last day of some step, or none."""
        rng, near = self.rng, self.grown.near.get(code)
        if rng.random() < 0.15:
            return NEVER
        passed = int(rng.choice(near)) + rng.choice([-1, 0, 1]) if near and rng.random() < 0.7 else rng.randint(0, 45)
        return DAY + timedelta(passed)

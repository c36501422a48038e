"""Thousands of names in the order of ICU, held against ours: `python -m tests.long.icu_order`.

`--record` writes `tests/icu-order.txt`, which the tests read. ICU is that of an installed Node.
"""

import argparse
import csv
import json
import random
import subprocess
import unicodedata
from pathlib import Path

from cchc_score.text import alphabetical

ROOT = Path(__file__).parents[2]
RECORDED = ROOT / "tests" / "icu-order.txt"
SCRIPT = """
const names = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const order = new Intl.Collator('vi');
if (order.resolvedOptions().locale !== 'vi') process.exit(1);
names.sort((one, other) => order.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0));
process.stdout.write(JSON.stringify(names));
"""
VOWELS = [
    unicodedata.normalize("NFC", letter + tone)
    for letter in "aăâeêioôơuưy"
    for tone in ("", *"\u0300\u0309\u0303\u0301\u0323")
]
FIRST = ["", *"bchdđgklmnpqrstvxfjwz", "ch", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"]
LAST = ["", *"cmnptiou", "ch", "ng", "nh"]
KINDS = ("Xã", "Phường", "Thị trấn", "Đặc khu", "xã")
ENDS = ("1", "2", "10", "11", "(mới)", "- Đà Lạt", "A", "B", "I", "II")
SIGNS = "-'’.,;:/&+()\"“”–_!?#*"


def names(seed: int, count: int) -> list[str]:
    """So many different names: real units, and made ones of few letters, so that most differ in a tone or a sign."""
    chance = random.Random(seed)
    found = set(real_names())
    while len(found) < count:
        found.add(made_name(chance))
    return sorted(found)


def real_names() -> list[str]:
    """The names of the units of all examples."""
    found = []
    for path in sorted(ROOT.glob("examples/*/units.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found += [row["name"] for row in csv.DictReader(file)]
    return found


def made_name(chance: random.Random) -> str:
    """A name of one to three syllables, written in some way."""
    few = chance.random() < 0.4
    parts = [
        (chance.choice(["", "l", "n"]) if few else chance.choice(FIRST))
        + chance.choice(VOWELS)
        + ("" if few else chance.choice(LAST))
        for _ in range(chance.randint(1, 3))
    ]
    name = chance.choice([" ", " ", " ", chance.choice(SIGNS)]).join(parts)
    name = chance.choice([str.title, str.title, str.upper, str.lower])(name)
    if chance.random() < 0.25:
        name = f"{chance.choice(KINDS)} {name}"
    return f"{name} {chance.choice(ENDS)}" if chance.random() < 0.15 else name


def by_icu(some: list[str]) -> list[str]:
    """Names in the order of ICU's Vietnamese collation."""
    done = subprocess.run(["node", "-e", SCRIPT], input=json.dumps(some).encode(), capture_output=True, check=True)
    return json.loads(done.stdout)


def main() -> int:
    """Compare, print where the orders part; 1 when they do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", action="store_true", help="write the fixture of the tests")
    wanted = parser.parse_args()
    icu = by_icu(names(wanted.seed, wanted.names))
    if wanted.record:
        RECORDED.write_text("".join(f"{name}\n" for name in icu), encoding="utf-8")
    differences = [pair for pair in zip(icu, sorted(icu, key=alphabetical), strict=True) if pair[0] != pair[1]]
    for one, other in differences[:20]:
        print(f"ICU {one!r}, here {other!r}")
    print(f"{len(icu)} names, {len(differences)} at other places")
    return 1 if differences else 0


if __name__ == "__main__":
    raise SystemExit(main())

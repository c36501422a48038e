"""As many random workbooks of communes as wanted through LibreOffice: `python -m tests.long.forms --cases 200`."""

import argparse
import random
import subprocess
import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

from cchc_score.builtin.readers import read_ods
from cchc_score.forms.commune_plan import CommunePlan
from tests.forms.kit import READERS, claimed, filled, reports, scored
from tests.forms.test_commune_book import BLANK, EMPTY, SCHEMES

READERS["ods"] = read_ods
BATCH = 20
"""So many workbooks are converted by one start of the program."""


def case(seed: int):
    """A scheme, and figures and points that somebody types into its workbook."""
    draw = random.Random(seed)
    name = draw.choice(SCHEMES)
    plan = CommunePlan(EMPTY[name], "vi")
    codes = draw.sample(sorted(plan.figure_cells), draw.randint(0, len(plan.figure_cells)))
    facts = {code: figure(draw, plan, code) for code in codes}
    leaves = [leaf for leaf in plan.leaves if plan.is_own(leaf)]
    marks = {
        leaf.number: (Fraction(draw.randint(0, int(leaf.max_points * 4)), 4), "Kế hoạch 02; Báo cáo 15", "")
        for leaf in draw.sample(leaves, draw.randint(0, len(leaves)))
    }
    return name, facts, marks


def figure(draw, plan, code):
    """A figure that an indicator can hold."""
    indicator = plan.scheme.indicators[code]
    if indicator.kind == "yes_no":
        return draw.random() < 0.5
    if indicator.kind == "option":
        return draw.choice(indicator.options).code
    if indicator.kind == "date":
        return draw.choice([None, date(plan.scheme.period, draw.randint(1, 12), draw.randint(1, 28))])
    most = 100 if indicator.kind == "percent" else 10 ** draw.randint(0, 9)
    return Fraction(draw.randint(0, most * 10**indicator.decimals), 10**indicator.decimals)


def converted(folder: Path, kind: str, target: Path) -> None:
    """All workbooks of a folder in another kind of file."""
    files = sorted(map(str, folder.iterdir()))
    profile = f"-env:UserInstallation={(target.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), *files]
    subprocess.run(command, check=True, capture_output=True)


def differences(seeds: range) -> list[str]:
    """What is read otherwise than it was typed, of some workbooks after LibreOffice has written them again."""
    told = []
    with tempfile.TemporaryDirectory() as name:
        typed, sheets, again = (Path(name) / part for part in ("typed", "ods", "xlsx"))
        typed.mkdir()
        for seed in seeds:
            scheme, facts, marks = case(seed)
            (typed / f"{seed}.xlsx").write_bytes(filled(BLANK[scheme], EMPTY[scheme], facts, marks))
        converted(typed, "ods", sheets)
        converted(sheets, "xlsx:Calc MS Excel 2007 XML", again)
        for seed in seeds:
            for path, kind in ((sheets / f"{seed}.ods", "ods"), (again / f"{seed}.xlsx", "xlsx")):
                told += [f"seed {seed}, {kind}: {one}" for one in compared(seed, path.read_bytes(), kind)]
    return told


def compared(seed: int, data: bytes, kind: str):
    """What one workbook says otherwise than was typed into it."""
    name, facts, marks = case(seed)
    year = EMPTY[name]
    found, wanted = reports(data, year, kind)[0], {("M01", code): value for code, value in facts.items()}
    yield from (f"{key[1]}: {wanted.get(key)} became {found.get(key)}" for key in wanted.keys() | found.keys()
                if wanted.get(key, "-") != found.get(key, "-"))  # fmt: skip
    claims = claimed(data, year, kind)[0]
    own = {("M01", number): scored(points) for number, (points, _, _) in marks.items()}
    yield from (f"{key[1]}: {own.get(key)} became {claims.get(key)}" for key in own.keys() | claims.keys()
                if key not in claims or own.get(key) != claims[key][0])  # fmt: skip


def main() -> None:
    """Run the cases and print what differs."""
    options = argparse.ArgumentParser()
    options.add_argument("--cases", type=int, default=200)
    options.add_argument("--start", type=int, default=0)
    asked = options.parse_args()
    told = []
    for first in range(asked.start, asked.start + asked.cases, BATCH):
        told += differences(range(first, min(first + BATCH, asked.start + asked.cases)))
    print("\n".join(told) or f"{asked.cases} workbooks, no difference")
    raise SystemExit(bool(told))


if __name__ == "__main__":
    main()

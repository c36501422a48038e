"""How long a province's working year takes beside scoring alone: 168 communes, 60 criteria, 5,000 entries.

python bench/working_year.py
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bench.sample import sample_scheme, sample_table  # noqa: E402
from cchc_score.appraisal.appraisal_model import Claim, Entry, Evidence, Known  # noqa: E402
from cchc_score.appraisal.stages import Stages  # noqa: E402
from cchc_score.engine import score  # noqa: E402
from cchc_score.explain.comparison import compare  # noqa: E402
from cchc_score.facts import Origin, Table  # noqa: E402
from cchc_score.findings import Finding  # noqa: E402
from cchc_score.model import Outcome, Scheme  # noqa: E402
from cchc_score.pages.compare_page import differences_page  # noqa: E402
from cchc_score.pages.reasons_page import reasons_page  # noqa: E402
from cchc_score.results.differences import Differences  # noqa: E402
from cchc_score.results.reasons import unit_reasons  # noqa: E402
from cchc_score.results.scored import ScoredStage, scored_stage  # noqa: E402
from cchc_score.rule_words import used  # noqa: E402
from cchc_score.sheet import HandMark, ScoreSheet  # noqa: E402

COMMUNES, ENTRIES = 168, 5_000


def work(scheme: Scheme, methods: dict[str, Any], table: Table) -> Stages:
    """A year in which every criterion is claimed, and so many marks and figures are changed in two rounds."""
    rng = random.Random(1)
    sheet = score(scheme, methods, table)
    claims, entries = [], []
    for unit in table.units:
        for leaf in scheme.leaves:
            mark = HandMark(Outcome.SCORED, Fraction(rng.randint(0, 200), 100))
            origin = Origin(f"{unit.code}.toml", 1)
            claims.append(Claim(unit.code, leaf.number, mark, (Evidence("Báo cáo"),), "", "UBND xã", None, origin))
    facts = sorted({code for leaf in scheme.leaves for code in used(scheme, leaf, methods) if code.startswith("count")})
    targets = [(row, leaf.number) for row in range(COMMUNES) for leaf in scheme.leaves]
    targets += [(row, code) for row in range(COMMUNES) for code in facts]
    for place, (row, target) in enumerate(rng.sample(targets, ENTRIES)):
        fact = target in scheme.indicators
        if fact:
            known = table.known(row, target)
            old: Any = Known(table.value(row, target)) if known else None
            new: Any = Known(Fraction(21))
        else:
            cells = sheet.mark(row, sheet.criteria[target])
            old, new = HandMark(cells.outcome, cells.low), HandMark(Outcome.SCORED, Fraction(1, 3 * 100) * 3)
        entries.append(
            Entry(
                f"e{place}", 1, table.units[row].code, "" if fact else target, target if fact else "", old, new,
                "Đối chiếu hồ sơ", (Evidence("Biên bản 1"),), "Nguyễn Văn An", date(2023, 12, 20), "",
                Origin("vong-1.toml", place + 1),
            )
        )  # fmt: skip
    return Stages(scheme, methods, table, tuple(claims), tuple(entries))


def seconds(run: Callable[[], object], times: int = 5) -> float:
    """The shortest of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best


def again(stages: Stages) -> Stages:
    """The same year with nothing computed yet."""
    return Stages(stages.full_scheme, stages.methods, stages.reported_table, stages.claimed, stages.entries)


def page_context(stages: Stages, sheet: ScoreSheet, findings: tuple[Finding, ...]) -> ScoredStage:
    """What the pages need."""
    return scored_stage(sheet, stages.methods, findings, "bench", [], stages)


def main() -> None:
    """Measure, and print seconds and ratios to scoring alone."""
    scheme, methods = sample_scheme()
    table = sample_table(scheme, COMMUNES)
    stages = work(scheme, methods, table)
    applied = len(stages.rounds[-1].applied)
    print(f"{COMMUNES} communes, {len(scheme.leaves)} criteria, {ENTRIES} entries, of which {applied} count")
    alone = seconds(lambda: score(scheme, methods, table), 20)

    def all_stages() -> None:
        year = again(stages)
        _ = year.reported, year.self_scored, year.appraised, year.final, year.findings

    def explain_all() -> None:
        year = again(stages)
        context = page_context(year, year.final, year.findings)
        for row in range(COMMUNES):
            page = reasons_page(unit_reasons(context, row), "vi")
            assert page.sheets
            assert page.data

    def compared() -> None:
        year = again(stages)
        before, after = page_context(year, year.self_scored, ()), page_context(year, year.final, ())
        found = compare(before.sheet, after.sheet)
        assert differences_page(Differences(before, after, found), ("A", "B"), "vi").sheets

    runs = {
        "score the reports alone": (lambda: score(scheme, methods, table), 20),
        "score with all entries": (lambda: again(stages).final, 5),
        "all stages and findings": (all_stages, 3),
        "compare self with final": (compared, 3),
        "explain every criterion of every commune": (explain_all, 1),
    }
    for name, (run, times) in runs.items():
        took = seconds(run, times)
        print(f"{name:42} {took:8.4f} s {took / alone:9.1f} x")


if __name__ == "__main__":
    main()

"""Order is no information: files, rows, columns and keys in any order give the same table, byte by byte."""

import csv
import io
import random
import re

import pytest

from tests.running import EXAMPLES, command

HOANG_HOA = EXAMPLES / "hoang-hoa-2023"


def shuffled_csv(text, rng, first):
    rows = list(csv.reader(io.StringIO(text)))
    order = list(range(first, len(rows[0])))
    rng.shuffle(order)
    order = [*range(first), *order]
    body = rows[1:]
    rng.shuffle(body)
    out = io.StringIO()
    csv.writer(out).writerows([[row[place] for place in order] for row in [rows[0], *body]])
    return out.getvalue()


def shuffled_report(text, rng):
    head, _, facts = text.partition("[facts]\n")
    lines = [line for line in facts.splitlines() if re.match(r"\w+ *=", line)]
    assert lines
    rng.shuffle(lines)
    return f"{head}[facts]\n" + "\n".join(lines) + "\n"


def shuffled_scheme(text, rng):
    """The tables of a scheme in another order, and the keys inside them."""
    start, *tables = re.split(r"^(?=\[(?!\[class))", text, flags=re.MULTILINE)
    shuffled = []
    for table in tables:
        if "[[class]]" in table:
            shuffled.append(table)
            continue
        title, *keys = re.split(r"^(?=\w+ *=)", table.rstrip() + "\n", flags=re.MULTILINE)
        rng.shuffle(keys)
        shuffled.append("".join([title, *keys]) + "\n")
    rng.shuffle(shuffled)
    return start + "".join(shuffled)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(6))
def test_reports_in_any_order_give_the_same_table(tmp_path, seed):
    rng = random.Random(seed)
    names = [path.name for path in sorted((HOANG_HOA / "reports").iterdir())]
    places = list(range(len(names)))
    rng.shuffle(places)
    (tmp_path / "reports").mkdir()
    for name, place in zip(names, places, strict=True):
        text = (HOANG_HOA / "reports" / name).read_text(encoding="utf-8")
        if name.endswith(".csv"):
            text = shuffled_csv(text, rng, 3)
        if name.endswith(".toml"):
            text = shuffled_report(text, rng)
        (tmp_path / "reports" / f"{place:02}{name[-4:] if name[-4] == '.' else name[-5:]}").write_text(
            text, encoding="utf-8"
        )
    for name in ("cchc.toml", "units.csv"):
        (tmp_path / name).write_bytes((HOANG_HOA / name).read_bytes())
    for name in ("table", "csv"):
        assert command("rank", tmp_path, "--format", name).out == command("rank", HOANG_HOA, "--format", name).out


@pytest.mark.full
@pytest.mark.parametrize("seed", range(4))
def test_a_scheme_in_any_order_gives_the_same_ranking(tmp_path, seed):
    shipped = (HOANG_HOA.parents[1] / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")
    scheme = tmp_path / "minh-hoa-2023.toml"
    scheme.write_text(shuffled_scheme(shipped, random.Random(seed)), encoding="utf-8")
    got = command("rank", HOANG_HOA, "--scheme", scheme, "--format", "csv")
    assert got.code == 0, got.err

    def ranking(text):
        return [line for line in text.splitlines() if "sha256" not in line]

    assert ranking(got.out) == ranking(command("rank", HOANG_HOA, "--format", "csv").out)


@pytest.mark.full
def test_units_in_another_order_keep_points_and_ranks(tmp_path):
    for path in HOANG_HOA.rglob("*"):
        target = tmp_path / path.relative_to(HOANG_HOA)
        if path.is_dir():
            target.mkdir()
        else:
            target.write_bytes(path.read_bytes())
    before = command("rank", HOANG_HOA, "--format", "csv").out.splitlines()
    units = tmp_path / "units.csv"
    units.write_text(shuffled_csv(units.read_text(encoding="utf-8"), random.Random(1), 7), encoding="utf-8")
    after = command("rank", tmp_path, "--format", "csv").out.splitlines()
    assert sorted(before) == sorted(after)

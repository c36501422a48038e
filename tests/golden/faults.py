"""Faulty inputs: command lines, reports, lists of units, configurations, schemes, plugins, and the work of a year."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.golden.folders import removed, replaced, write, written
from tests.golden.office import fill
from tests.golden.steps import Step
from tests.running import EXAMPLES
from tests.schemes.mutations import MUTATIONS, TOGETHER
from tests.schemes.sample import GOOD

HOANG_HOA = EXAMPLES / "hoang-hoa-2023"

USAGE: list[Step] = [
    "rnak",
    "--lang fr",
    "--version x",
    "rank --sheme x",
    "rank --scheme",
    "rank --lang fr",
    "rank huyen-them-tieu-chi --format xml",
    "rank huyen-them-tieu-chi --format xml --lang en",
    "rank huyen-them-tieu-chi --by 9.9",
    "rank huyen-them-tieu-chi --by khong",
    "rank huyen-them-tieu-chi --group quận",
    "rank huyen-them-tieu-chi --stage round-1",
    "rank huyen-them-tieu-chi --stage giữa",
    "rank - --scheme minh-hoa-2023 --reader word",
    "rank huyen-them-tieu-chi huyen-them-tieu-chi",
    "rank huyen-them-tieu-chi khong-co",
    "rank khong-co --scheme minh-hoa-2023",
    "rank khong-co",
    "rank huyen-them-tieu-chi/reports/khong-co.toml",
    "rank",
    "rank . --lang en",
    "rank huyen-them-tieu-chi --scheme khong-co.toml",
    "rank huyen-them-tieu-chi --scheme minh-hoa-2032",
    "rank huyen-them-tieu-chi --scheme huyen-them-tieu-chi",
    "rank huyen-them-tieu-chi --form khong-co",
    "rank huyen-them-tieu-chi --form khong-co.toml",
    "rank huyen-them-tieu-chi --plugins khong-co",
    "rank huyen-them-tieu-chi --plugins huyen-them-tieu-chi",
    "score huyen-them-tieu-chi --unit X",
    "score huyen-them-tieu-chi --unit X --lang en",
    "score huyen-them-tieu-chi --unit H01 --stage 7",
    "score nam-2032",
    "explain",
    "explain H01",
    "explain H99 huyen-them-tieu-chi",
    "explain H01 2.11 huyen-them-tieu-chi",
    "explain H01 2.11 huyen-them-tieu-chi --lang en",
    "compare",
    "compare self",
    "compare round-7 final huyen-them-tieu-chi",
    "compare self khong-co huyen-them-tieu-chi",
    "compare reported final huyen-them-tieu-chi --unit X",
    "check nam-2032",
    "check --scheme minh-hoa-2023 --format xml",
    "import huyen-them-tieu-chi/reports/vi-du-01.toml --scheme minh-hoa-2023",
    "import huyen-them-tieu-chi/reports -o x --unit 01 --scheme minh-hoa-2023",
    "import huyen-them-tieu-chi/reports/vi-du-01.toml -o x --year 23 --scheme minh-hoa-2023",
    "import huyen-them-tieu-chi/reports/vi-du-01.toml -o huyen-them-tieu-chi/cchc.toml --scheme minh-hoa-2023",
    "import khong-co.txt -o x --scheme minh-hoa-2023",
    "import huyen-them-tieu-chi/cchc.toml -o x --scheme minh-hoa-2023",
    "export",
    "export plan",
    *(f"new {words}" for words in (
        "", "plugin", "shceme a", "scheme 'Tỉnh Mới'", "scheme ../x.toml", "form 2025", "scheme cchc",
        "scheme minh-hoa-2023", "form phu-luc-01b-2023", "plugin areas", "plugin cchc-score", "plugin investment",
        "scheme thu -o huyen-them-tieu-chi", "scheme thu --force",
    )),
    "finding value-ambigous",
    "finding zzzzzzzz --lang en",
    "scheme lint minh-hoa-2023 --jump 101",
    "scheme lint minh-hoa-2023 --jump nhiều --lang en",
    "scheme test huyen-them-tieu-chi/cchc.toml",
    "scheme test khong-co.toml",
    "plugins --plugins khong-co",
    "schema report khong-co",
    "merge",
    "appraise",
    *(f"appraise td.xlsx huyen-them-tieu-chi {words}" for words in (
        "", "--round 1", "-o x.toml", "--round 1 -o x.xlsx", "--round 12 -o x.toml", "--round a -o x.toml",
        "--round 1 -o x.toml --on 'hôm nay'", "--round 1 -o x.toml",
    )),
    *(f"export appraisal huyen-them-tieu-chi {words}" for words in (
        "", "-o a.xlsx", "-o a.xlsx --round 0", "--round 1", "-o a.docx --round 1", "-o a.xlsx --round 1 --unit X",
    )),
]  # fmt: skip
TEMPLATES = (
    "", "-o a.pdf", "-o a.xlsx --format docx", "-o a --format html", "-o a.xlsx --unit M01 --unit M02",
    "-o a.xlsx --unit M99", "-o a.csv", "-o a.csv --unit M01 --lang en",
)  # fmt: skip
FACTS = {
    "plan_tasks_dome": "21", "plan_tasks": "-3", "tasks_assigned": '"13.000"', "tasks_on_time": "12.5",
    "tasks_late": '"nhiều"', "survey_mode": '"fax"', "dialogue_held": "7", "plan_issued_on": '"31/02/2023"',
    "radio_items": "10000000000000000", "satisfaction": "120", "propaganda_sessions": '"0"', "survey_forms": "true",
    "plans_issued": "{ value = 1, in_doubt = true }", "sections_inspected": "{ valu = 3 }", "problems_found": "[1]",
    "one_stop_grade": '"2,875"', "website": '"có"', "problems_resolved": '"không"', "leaders_disciplined": '"04"',
}  # fmt: skip
GOOD_REPORT = '[report]\nunit = "{}"\nyear = {}\n\n[facts]\nplan_tasks = 5\n'
HEADS = tuple(
    GOOD_REPORT.format(unit, year) for unit, year in (("M99", 2023), ("A01", 2022), ("", 2023), ("Xã Bin", 2023))
)
BROKEN = (
    "[report\n", '[report]\nunit = "A01"\n[facts]\nx = 1\nx = 2\n', "", '[facts]\nplan_tasks = "a"\n',
    '[repor]\nunit = "A01"\n',
)  # fmt: skip
CELLS = (
    "unit,plan_tasks,plan_taskz,plan_tasks\nA01,1,2,3\n",
    "unit,plan_tasks\n,5\nX99,6\nphường bình,7\nA01,8\nA01,9\n",
    "unit,plan_tasks\nA01,5,6\nB02\n",
    "unit,plan_tasks,dialogue_held,plan_issued_on,survey_mode\nA01,1.234,có thể,2023-13-01,Giấy\nB02,-1,không,5/1/23,paper\n",
    "unit;plan_tasks;satisfaction\nC03;1234;92,75\nA01;12.345;92.75\n",
    "plan_tasks\n5\n",
    'unit,"a\n',
)
TEXTS: tuple[str | bytes, ...] = (
    "Báo cáo tháng\n1.1 Không có gì: 5\n",
    "Báo cáo năm".encode("cp1258", "replace"),
    b"\xff\xfe\x00",
    (HOANG_HOA / "reports" / "hoang-cat.txt").read_bytes()[:4000].replace("HOẰNG CÁT".encode(), b"AN"),
    (HOANG_HOA / "reports" / "hoang-cat.txt").read_text(encoding="utf-8").replace("HOẰNG CÁT", "LẠ MẶT"),
    (HOANG_HOA / "reports" / "hoang-cat.txt")
    .read_text(encoding="utf-8")
    .replace("2023", "2022")
    .replace("HOẰNG CÁT", "AN"),
)
"""Texts of reports that are none, or not of this place."""


def told(place: int) -> list[Step]:
    """What is said about a fault, in one language after the other."""
    lang = "en" if place % 2 else "vi"
    return [f"rank . --format csv -v --lang {lang}", *([f"check . --lang {lang}"] if place % 3 == 0 else [])]


def one_by_one(path: str, contents: Iterable[str | bytes]) -> list[Step]:
    """What is said of a file with one content after the other; then it is taken away."""
    steps = [step for place, content in enumerate(contents) for step in (written(path, content), *told(place))]
    return [*steps, removed(path)]


def reports() -> list[Step]:
    """Reports with one fault after the other, beside good ones."""
    wrong = "".join(f"{code} = {value}\n" for code, value in FACTS.items())
    head = '[report]\nunit = "A01"\nname = "Xã Ân"\nkind = "phường"\nyear = 2023\n\n[facts]\n'
    steps: list[Step] = [removed("reports/a.toml"), *one_by_one("reports/x.toml", (head + wrong, *HEADS, *BROKEN))]
    steps += [
        *one_by_one("reports/x.csv", CELLS),
        *one_by_one("reports/x.txt", TEXTS),
        *one_by_one("reports/x.pdf", [b"%PDF"]),
    ]
    together = {"toml": head + wrong, "csv": CELLS[1], "docx": b"PK broken"}
    steps += [written(f"reports/x.{kind}", content) for kind, content in together.items()]
    return [*steps, *told(0), "check . --format json --lang en", "import reports -o so-lieu --scheme nho.toml"]


def units() -> list[Step]:
    """Lists of units with faults."""
    head = "code,name,kind,valid_from,valid_to,predecessors,ranked"
    lists = (
        "", "code,title\n01,Xã A\n", "code,name,name\n01,A,B\n", "code,name\n", "code,name\n01,Xã A,xã\n", "code,name\n,Xã A\n02,\n",
        f"{head}\n01,,,,,,\n02,Xã B,,x,y,,perhaps\n03,Xã C\n04,Xã D,,,,,\n04,Xã E,,,,,\n",
        f"{head}\nC03,Xã Công,xã,,,A01 X9,yes\nOLD,Xã Cũ,xã,,2020-01-01,,\nA01,Xã An,Xa,2024-01-01,,,no\n",
        'code,name\nC03,"=HYPERLINK(""x"")"\nA01,\x1b[31mXã An\nB02,Xã \u202eBình\n',
        "code,name,kind\nA01,Xã An,xã\nB02,Xã Bình,xa\nC03,Xã An,\nD04,Xã Đức,xã\n",
    )  # fmt: skip
    steps = one_by_one("units.csv", lists)
    formats = [f"rank . --format {form} -q" for form in ("table", "csv", "html", "markdown", "latex", "json")]
    return [*steps, written("units.csv", lists[-2]), *formats, removed("units.csv"), "rank .", "check . --lang en"]


def configurations() -> list[Step]:
    """Faulty files `cchc.toml`."""
    good = 'scheme = "nho.toml"\nunits = "units.csv"\nreports = "reports"\n'
    texts = (
        "", 'sheme = "nho.toml"\n', "scheme = 5\n", 'scheme = "khong-co"\n', 'scheme = "khong-co.toml"\n', "= x",
        good + 'reports = "a"\n', good.replace('"reports"', '"khong-co"'), good.replace('"units.csv"', '"khong-co.csv"'),
        good + 'plugins = "khong-co"\n', good + 'form = "khong-co"\n', good + 'appraisal = "khong-co"\n',
        good + 'self_scores = "khong-co"\n', good + "[survey]\nheld = false\n", good + '[survey]\nfiles = "khong-co"\n',
        good + '[survey]\nheld = false\nreason = "x"\nfiles = "survey"\n',
        good + "[phases]\nself_score = { from = 2023-12-15, to = 2023-12-01 }\nappraisals = []\n",
        good + "[phases]\nappraisal = [{ from = 2023-12-15 }, { from = 2023-12-01, till = 2023-12-02 }]\n",
        good.replace('"reports"', '["reports", "reports"]'), good + 'survey = "x"\n', good + 'extra = "x"\n',
        good.replace('"nho.toml"', '"units.csv"'), good + 'form = "phu-luc-01b-2025"\n', good.replace('"reports"', '"reports/b.csv"'),
    )  # fmt: skip
    return one_by_one("cchc.toml", texts)


def cases() -> list[Step]:
    """Faulty golden cases."""
    path, scheme = "huyen-them-tieu-chi/huyen.cases.toml", "huyen-them-tieu-chi"
    text = (EXAMPLES / path).read_text(encoding="utf-8")
    texts = (
        text.replace("points = 60", "points = 59", 1), text.replace("points = 60", 'outcome = "MISSING"', 1), text[: len(text) // 2],
        '[[case]]\ncriterion = "9.9"\nfacts = {}\npoints = 1\n', '[[case]]\ncriterion = "1.1"\nfacts = { x = 1 }\npoints = 1\n',
        '[[case]]\ncriterion = "1.1"\nfacts = {}\n', '[[case]]\ncriterion = "1.1"\nfacts = {}\npoints = "x"\noutcome = "Y"\nzz = 1\n', "", "= x",
    )  # fmt: skip
    steps: list[Step] = []
    for one in texts:
        steps += [
            written(path, one),
            f"scheme test {scheme}",
            f"scheme test {scheme} --format json --lang en",
            f"check {scheme}",
        ]
    return [
        *steps,
        removed(path),
        f"scheme test {scheme}",
        written("huyen-them-tieu-chi/cu.cases.toml", text),
        f"check {scheme}",
    ]


def forms() -> list[Step]:
    """Faulty report forms."""
    path = "huyen-them-tieu-chi/bieu-nho.toml"
    changes = (
        ('code = "bieu-nho"', ""), ('kind = "area"', 'kind = "areas"'), ("calls_answered", "calls_received"),
        ("number = 1,", "number = 0,"), ('legend = [ {', 'legend = [ { number = 5, option = "maybe", text = "x" }, {'),
        ('indicator = "dialogue_held"', 'indicator = "dialogue_hold"'), ('[row."2.3"]', '[row."2.x"]'),
        ("headings = [", "heading = ["), ('unit = "Cuộc"', "unit = 5"), ('title = "B', 'title = 5 # "B'),
    )  # fmt: skip
    text = (EXAMPLES / path).read_text(encoding="utf-8")
    steps: list[Step] = []
    for old, new in changes:
        assert old in text, old
        steps += [
            written(path, text.replace(old, new)),
            "check huyen-them-tieu-chi",
            "rank huyen-them-tieu-chi -q --lang en",
        ]
    return [*steps, removed(path), "check huyen-them-tieu-chi"]


def schemes() -> dict[str, list[Step]]:
    """Single faults of a small scheme, in groups; and many of them together."""
    good = GOOD.replace('form = "mau-nho"\n', "")
    texts = {name: one.old for name, one in MUTATIONS.items()}
    names = [name for name, old in texts.items() if old in good]
    groups: dict[str, list[Step]] = {}
    for place, name in enumerate(names):
        mutation = MUTATIONS[name]
        lang = "en" if place % 2 else "vi"
        group = groups.setdefault(f"{place // 20:02}", ["check"])
        group += [
            written("mau.toml", good.replace(mutation.old, mutation.new)),
            f"check --scheme mau.toml --lang {lang}",
        ]
    together = good
    for name in TOGETHER:
        together = together.replace(MUTATIONS[name].old, MUTATIONS[name].new)
    groups["together"] = [
        written("mau.toml", good),
        "check --scheme mau.toml",
        *(f"scheme {word} mau.toml --format json" for word in ("show", "lint")),
        "scheme show mau.toml",
        written("hong.toml", together),
        "check --scheme hong.toml",
        "check --scheme hong.toml --lang en --format json",
        "scheme lint hong.toml",
        "scheme diff mau.toml hong.toml",
    ]
    return groups


HEAD = "from cchc_score import Fact, Indicator, Option, Settings, hookimpl, per_commune\n"
METHOD = (
    HEAD
    + "@per_commune('local.half')\ndef half(rule, plan_tasks):\n    return {}\n"
    + "@hookimpl\ndef cchc_methods():\n    return [half]\n"
)
PLUGINS = {
    "import": "import nothing_like_this\n",
    "syntax": "def\n",
    "exit": "raise SystemExit(3)\n",
    "empty": "x = 1\n",
    "unmarked": "def cchc_methods():\n    return []\n",
    "hook": HEAD + "@hookimpl\ndef cchc_metods():\n    return []\n",
    "signature": HEAD + "@hookimpl\ndef cchc_methods(x):\n    return []\n",
    "raised": HEAD + "@hookimpl\ndef cchc_methods():\n    raise ValueError('on purpose')\n",
    "item": HEAD + "@hookimpl\ndef cchc_indicators():\n    return ['x']\n",
    "plain": HEAD + "def plain(rule):\n    return 0\n@hookimpl\ndef cchc_methods():\n    return [plain]\n",
    "name": HEAD
    + "@hookimpl\ndef cchc_indicators():\n    return [Indicator('hồ sơ', 'x'), Indicator('x', 'X', kind='weight')]\n",
    "twice": HEAD
    + "@hookimpl\ndef cchc_indicators():\n    return [Indicator('x', 'X'), Indicator('x', 'X'), Indicator('plan_tasks', 'Y')]\n",
    "options": HEAD
    + "@hookimpl\ndef cchc_indicators():\n    return [Indicator('x', 'X', kind='option'), Indicator('y', 'Y', decimals=99), Indicator('z', 'Z', part_of='zz')]\n",
    "parameters": HEAD
    + "@per_commune('local.x')\ndef x(rule, *facts):\n    return 0\n@hookimpl\ndef cchc_methods():\n    return [x]\n",
    "contract": HEAD
    + "@per_commune('local.x', contract=99)\ndef x(rule, plan_tasks):\n    return 0\n@hookimpl\ndef cchc_methods():\n    return [x]\n",
    "unknown fact": HEAD
    + "@per_commune('local.x')\ndef x(rule, plan_taskz):\n    return 0\n@hookimpl\ndef cchc_methods():\n    return [x]\n",
    "good": METHOD.format("plan_tasks"),
}
RETURNS = ("0.5", "None", "'x'", "-1", "2", "True", "1 // 0", "rule.nothing", "[][1]")
SMALL_SCHEME = """\
[scheme]
code = "s"
title = "S"
version = "1"
period = 2023
max_points = 1
decimals = 2
rounding = "criterion"

[ranking]
group_by = "none"
compare = "exact"
ties = "standard"
incomplete = "low"

[area.a]
number = 1
name = "A"
max_points = 1

[criterion."1.1"]
title = "C"
max_points = 1
method = "local.half"
"""
SMALL_REPORT = "unit,name,plan_tasks\nA,Xã A,0.5\nB,Xã B,1\n"


def plugins() -> list[Step]:
    """Plugins that break the contract, when they are loaded and when they are used."""
    steps: list[Step] = [written("s.toml", SMALL_SCHEME), written("r.csv", SMALL_REPORT), "rank r.csv --scheme s.toml"]
    for text in PLUGINS.values():
        steps += [
            _anew(text),
            "plugins --plugins p --format csv -q",
            "rank huyen-them-tieu-chi --plugins p --lang en -q",
        ]
    for value in RETURNS:
        steps += [
            _anew(METHOD.format(value)),
            "rank r.csv --scheme s.toml --plugins p",
            "check r.csv --scheme s.toml --plugins p --lang en",
        ]
    steps += [
        f"{word} --plugins p"
        for word in ("rank r.csv --scheme s.toml --format json", "explain A 1.1 r.csv --scheme s.toml")
    ]
    return [
        *steps,
        "scheme lint s.toml --plugins p",
        "score r.csv --scheme s.toml --plugins p --format csv",
        _together,
        "plugins --plugins p",
    ]


def _anew(text: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        # A module of the same name, size and second would be taken from the cache of Python.
        shutil.rmtree(folder / "p", ignore_errors=True)
        write(folder, {"p/mine.py": text})

    return edit


def _together(folder: Path) -> None:
    write(folder, {f"p/p{place:02}.py": text for place, text in enumerate(PLUGINS.values())})


def appraisal() -> list[Step]:
    """A workbook of an appraisal with a fault of every kind; and files that are none."""
    wrong = {
        (0, "A01", "1.1.1"): {"I": 99, "J": "x", "K": "y"}, (0, "A01", "1.1.2"): {"I": "nhiều", "J": "x", "K": "y"},
        (0, "A01", "1.2"): {"I": 0.5, "K": "y"}, (0, "A01", "2.1"): {"I": 1, "J": "x"}, (0, "A01", "2.2"): {"J": "x", "K": "y"},
        (0, "B02", "1.1.1"): {"I": 1, "J": "x", "K": "y", "M": "hôm qua"}, (0, "B02", "1.1.2"): {"H": 0.75},
        (0, "B02", "2.1"): {"A": "C03"}, (0, "C03", "1.2"): {"I": 4, "J": "x", "K": "y"}, (0, "C03", "1.1.2"): {"N": "0"},
        (1, "A01", "dossiers_received"): {"J": -5, "K": "x", "L": "y"}, (1, "A01", "plan_issued_on"): {"J": "mai", "K": "x", "L": "y"},
        (1, "B02", "plan_issued_on"): {"J": "=TODAY()", "K": "x", "L": "y"}, (1, "C03", "plan_tasks"): {"J": 5, "K": "x" * 3000, "L": "y"},
    }  # fmt: skip
    right = {
        (0, "C03", "1.2"): {"I": 3.5, "J": "x", "K": "y"},
        (1, "C03", "plan_tasks"): {"J": 31, "K": "x", "L": "KH 1; KH 2"},
    }
    words = "--round 2 -o x.toml --by An --on 2024-01-10"
    return [
        *both_sides("export appraisal . --round 2 -o td{}.xlsx"),
        "export appraisal . --round 2 -o td.xlsx",
        lambda folder: fill(folder / "td.xlsx", folder / "sai.xlsx", wrong),
        f"appraise sai.xlsx . {words}",
        f"appraise sai.xlsx . {words} --lang en",
        f"appraise td.xlsx . {words}",
        lambda folder: fill(folder / "td.xlsx", folder / "dung.xlsx", right),
        "appraise dung.xlsx . --round 2 -o x.toml --on 2024-01-10",
        f"appraise dung.xlsx . {words.replace('2', '1', 1)}",
        f"appraise dung.xlsx . {words} --lang en",
        f"appraise dung.xlsx . {words} --force",
        f"appraise dung.xlsx . {words}",
        f"appraise dung.xlsx . {words.replace('01-10', '02-10')}",
        f"appraise dung.xlsx . {words.replace('2', '3', 1)}",
        f"appraise dung.xlsx . {words.replace('x.toml', 'appraisal/vong-2c.toml')}",
        f"appraise dung.xlsx . {words.replace('x.toml', 'appraisal/vong-2cb.toml')}",
        "score . --stage round-2 --unit C03 --format csv",
        "check .",
        written("hong.xlsx", b"PK broken"),
        written("a.pdf", b"%PDF"),
        "export template . -o mau.csv",
        *(
            f"appraise {name} . {words.replace('x.toml', 'y.toml')}"
            for name in ("hong.xlsx", "a.pdf", "mau.csv", "khong-co.xlsx")
        ),
        lambda folder: shutil.copy(folder / "td.xlsx", folder / "reports" / "td.xlsx"),
        "rank . --format csv",
        lambda folder: shutil.move(folder / "reports" / "td.xlsx", folder / "self-scores" / "td.xlsx"),
        "rank . --format csv --lang en",
    ]


def both_sides(line: str) -> list[Step]:
    """A command line in both languages, each with a file of its own."""
    return [f"{line.format(f'-{lang}')} --lang {lang}" for lang in ("vi", "en")]


ENTRY = """
[[entry]]
id = "x{n}"
round = {round}
unit = "{unit}"
{target}
old = {old}
new = {new}
reason = "{reason}"
evidence = "KH"
by = "An"
on = {on}
"""


def _entry(
    n: int,
    target: str = 'criterion = "1.1.2"',
    round: int = 1,
    unit: str = "A01",
    old: str = "1.9",
    new: str = "1",
    **other: str,
) -> str:
    values = {"reason": "x", "on": "2023-12-20"} | other
    return ENTRY.format(n=n, target=target, round=round, unit=unit, old=old, new=new, **values)


ENTRIES = (
    _entry(1, unit="M99"), _entry(1, unit="A02"), _entry(1, 'criterion = "9.9"'), _entry(1, 'indicator = "xyz"'),
    _entry(1, 'indicator = "plan_taskz"'), _entry(1, old="1"), _entry(1, new="1.9"), _entry(1, new="99"), _entry(1, new="-1"),
    _entry(1, new='"x"'), _entry(1, new="0.123"), _entry(1, new='"1.234"'), _entry(1, new='"0,5"'), _entry(1, on="2025-01-01"),
    _entry(1, round=12), _entry(1, round=2, on="2024-01-09"), _entry(1) + _entry(1), _entry(1) + _entry(2, new="0.5"),
    _entry(1) + _entry(2), _entry(1, 'criterion = "1.1"'), _entry(1, 'criterion = "1.1.2"\nindicator = "plan_tasks"'),
    _entry(1, 'criterion = "1.1.2"\nsupersedes = "zz"'), _entry(1, 'criterion = "1.1.2"\nsupersedes = "a-ho-so"'),
    _entry(1) + _entry(2, 'criterion = "1.1.2"\nsupersedes = "x1"', old="1", new="0.5"), _entry(1, reason=""),
    "[[entry]]\nround = 1\n", _entry(1) + _entry(2, 'indicator = "plan_tasks"', old="20", new="25"),
    _entry(1, 'indicator = "plan_tasks"', old="20", new="-5"), _entry(1, 'indicator = "plan_tasks"', old="20", new='"không có"'),
    _entry(1, 'indicator = "plan_issued_on"', old="2023-01-20", new="2023-01-10"), "= x", "[[enrty]]\n",
    _entry(1, 'indicator = "dialogue_held"', old="true", new='"không"'), _entry(1, 'indicator = "dialogue_held"', old="true", new='"x"'),
    '[[explanation]]\nunit = "B02"\nentry = "zz"\ntext = "x"\nby = "y"\non = 2024-01-03\n',
    '[[explanation]]\nunit = "A01"\nentry = "b-doi-thoai"\ntext = "x"\nby = "y"\non = 2025-01-03\n',
    _entry(1, 'criterion = "1.2"', new='"không áp dụng"', old="4"), _entry(1, 'indicator = "satisfaction"', old="93.4", new="90"),
    _entry(1, 'criterion = "2.1"', old="3", new="1"), _entry(1, 'criterion = "1.2"', new='"chưa có"', old="4"),
)  # fmt: skip
CLAIMS = (
    '[self_score]\nunit = "M99"\nby = "x"\non = 2023-12-08\n[claims]\n"1.1.1" = 1\n',
    '[self_score]\nunit = "C03"\nby = "x"\n[claims]\n"1.1.1" = 99\n"1.1" = 3\n"9.9" = 1\n"1.1.2" = -1\n"1.2" = 0.123\n"2.1" = "x"\n"2.2" = "1.234"\n',
    '[self_score]\nunit = "C03"\nby = "x"\non = 2024-05-05\n[claims]\n"1.1.1" = { points = 0.5, evidence = { document = "KH", file = "khong-co.pdf" } }\n"2.1" = 1\n',
    '[self_score]\nunit = "C03"\nby = "x"\non = 2023-12-05\n[claims]\n"1.1.1" = "không áp dụng"\n"1.2" = "chưa có"\n"2.2" = 1\n',
    '[self_score]\nunit = "A01"\nby = "x"\non = 2023-12-08\n[claims]\n"1.1.1" = 0.5\n',
    "= x",
    '[self_scor]\nunit = "C03"\n',
)
TABLES = (
    "STT,Tự chấm\n1.1.1,1\n", 'Đơn vị:,Xã Công\nSTT,Tự chấm,Minh chứng\n1.1.1,9,KH\n1.1.1,1,KH\nx,1,\n1.1,4,\n1.1.2,"1,234",\n',
    "Đơn vị:,Xã Công\nSTT,Tiêu chí,Điểm tối đa,Điểm tự chấm\n1.1.1,Một tên khác hẳn,7,1\n2.2,,2,không áp dụng\n", "a,b\n1,2\n", "",
    "Đơn vị:,Xã Công\nSTT,Tự chấm,Minh chứng\n9.9.9,1,x\n1.2,nhiều,y\n2.2,0,\n1.1.2,-1,\n", "Đơn vị:,Xã Lạ\nSTT,Tự chấm\n1.2,1\n",
)  # fmt: skip
SURVEY = (
    "unit,satisfaction\nA01,120\nM99,50\nC03,80.5\n",
    "unit,plan_tasks\nA01,5\n",
    "unit,satisfaction\nB02,\n",
    "x\n",
    "",
)
PHASES = (("2023-12-18", "2023-12-21"), ("to = 2023-12-15", "to = 2023-11-15"), ("appraisal = [", "apraisal = ["))


def year() -> list[Step]:
    """Faults in the work of a year: entries, explanations, self-scores, surveys, phases."""
    steps: list[Step] = []
    for path, texts in (
        ("appraisal/vong-3.toml", ENTRIES),
        ("self-scores/c.toml", CLAIMS),
        ("self-scores/c.csv", TABLES),
    ):
        steps += one_by_one(path, texts)
    steps += [
        written("self-scores/c.toml", CLAIMS[3]),
        "score . --stage self --unit C03 --format csv",
        "explain C03 1.2 . --stage self",
    ]
    steps += [*one_by_one("survey/a.csv", SURVEY), written("survey/b.csv", SURVEY[0]), "rank ."]
    return [
        *steps,
        *(step for old, new in PHASES for step in (replaced("cchc.toml", old, new), "check .", "rank . --lang en")),
    ]

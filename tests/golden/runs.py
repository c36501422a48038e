"""The runs that are kept: every command over all examples, the shipped schemes, years of tests, and faulty inputs."""

from itertools import product
from pathlib import Path

from tests.golden import faults, folders, hostile
from tests.golden.folders import copies, examples, removed, replaced, sample, starter, written
from tests.golden.office import fill
from tests.golden.steps import Edit, Line, Run, Step
from tests.random_years import random_case

FORMATS = ("table", "markdown", "html", "csv", "json", "latex")
LANGUAGES = ("vi", "en")
PLACES = {
    "binh-duong-2017": ("binh-duong-2017", "BD01", "1.1"),
    "ca-mau-1880-2013": ("ca-mau-1880-2013", "V02", "1.1"),
    "huyen-them-tieu-chi": ("huyen-them-tieu-chi", "H02", "2.1"),
    "gop-hai-thu-muc": ("gop-hai-thu-muc/an", "M01", "3.3.1"),
    "hoang-hoa-2023": ("hoang-hoa-2023", "15865", "3.3.2"),
}
"""Of each example: the folder of its year, a unit and a criterion."""
SMALL = ("huyen-them-tieu-chi", "ca-mau-1880-2013", "binh-duong-2017")
"""The examples with a scheme of their own; the others take long to check."""
BY = "--by 'Nguyễn Văn An' --on 2023-12-20"
SEEDS = range(2000, 2040)
LINTED = (2003, 2004, 2016, 2017, 2024, 2031)
"""Seeds of schemes that are soon looked through."""
HELP = (
    "", "rank", "score", "report", "explain", "compare", "check", "import", "init", "new", "merge", "appraise", "export",
    "export template", "export appraisal", "scheme", "scheme show", "scheme lint", "scheme diff", "scheme test",
    "schema", "finding", "plugins",
)  # fmt: skip


def crossed(line: str, formats: tuple[str, ...] = FORMATS, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    """A command line in formats and languages."""
    return [f"{line} --format {form} --lang {lang}" for lang, form in product(languages, formats)]


def mixed(line: str, formats: tuple[str, ...] = FORMATS) -> list[str]:
    """A command line in formats, one language after the other."""
    return [f"{line} --format {form} --lang {LANGUAGES[place % 2]}" for place, form in enumerate(formats)]


def both(*lines: str) -> list[str]:
    """Command lines in both languages."""
    return [f"{line} --lang {lang}" for line in lines for lang in LANGUAGES]


def example_of(name: str) -> Edit:
    """An example with what it needs beside it."""
    return examples(name, "my_methods") if name == "huyen-them-tieu-chi" else examples(name)


def general() -> list[Run]:
    """Help, findings, plugins, JSON Schemas, skeletons."""
    runs = [
        Run(f"help/{lang}", folders.empty, [Line(f"{name} --help".strip(), b"", {"CCHC_LANG": lang}) for name in HELP])
        for lang in LANGUAGES
    ]
    runs += [Run(f"schema/{kind}", folders.empty, both(f"schema {kind}")) for kind in SCHEMAS]
    own = [f"schema {kind} {how}" for kind in SCHEMAS for how in ("--plugins my_methods", "huyen-them-tieu-chi")]
    runs.append(Run("schema/own", example_of("huyen-them-tieu-chi"), [*own, "schema report -o a.json", *TWICE]))
    for lang in LANGUAGES:
        runs.append(Run(f"finding/list-{lang}", folders.empty, crossed("finding", FORMATS, (lang,))))
    one = [*crossed("finding value-ambiguous"), *both("finding lint-full", "finding nothing-to-score")]
    runs.append(Run("finding/one", folders.empty, one))
    runs.append(Run("plugins/shipped", folders.empty, [*crossed("plugins"), "plugins -v"]))
    own = [*crossed("plugins --plugins my_methods", ("table", "json")), "plugins huyen-them-tieu-chi --format csv"]
    runs.append(Run("plugins/own", example_of("huyen-them-tieu-chi"), own))
    for kind, lang in product(("scheme", "form", "plugin"), LANGUAGES):
        runs.append(Run(f"new/{kind}-{lang}", folders.empty, skeleton(kind, lang)))
    for lang in LANGUAGES:
        runs.append(Run(f"new/copied-scheme-{lang}", folders.empty, copied(lang)))
    return runs


def copied(lang: str) -> list[Step]:
    """The real scheme copied for its own year and for another, and used; what cannot be copied."""
    lines = [
        "new scheme thu-moi --year 2025", "check thu-moi", "rank thu-moi", "scheme test thu-moi", "scheme lint thu-moi",
        "new scheme sau --year 2026", "check sau", "rank sau",
        "new scheme khac --from khac", "new form khac --from minh-hoa", "new scheme khac --from minh-hoa --year 2025",
        "new plugin khac --year 2025", "new scheme khac --year hai",
    ]  # fmt: skip
    return [f"{line} --lang {lang}" for line in lines]


SCHEMAS = ("scheme", "frame", "form", "report", "cases", "config", "work")
TWICE = ("schema report -o a.json", "schema form -o a.json --force", "schema", "schema reports", "schema form x")


def skeleton(kind: str, lang: str) -> list[Step]:
    """A skeleton is made and used."""
    folder = "cchc-thu-moi" if kind == "plugin" else "thu-moi"
    uses = {
        "scheme": ["check {}", "rank {}", "scheme test {}/thu-moi.toml", "scheme lint {}/thu-moi.toml"],
        "form": ["check {}", "import {}/vi-du.txt -o so-lieu", "schema report {}"],
        "plugin": ["check --scheme {0}/thi-du.toml --plugins {0}", "plugins --plugins {}"],
    }[kind]
    small = " --from minh-hoa" if kind == "scheme" else ""
    again = f"new {kind} thu-moi --lang {lang}{small}"
    other = f"new {kind} khac -o o/dau --format json --lang {lang}{small}"
    return [again, *(f"{one.format(folder)} --lang {lang}" for one in uses), again, other]


def of_examples() -> list[Run]:
    """Every example by the commands that score and check it; what takes long in fewer formats."""
    runs = []
    for name, (year, unit, criterion) in PLACES.items():
        each = crossed if name in SMALL else mixed
        steps = {
            "rank": [*each(f"rank {year}"), *both(f"rank {year} --format json -q")[1:], f"rank {year} -v"],
            "score-unit": each(f"score {year} --unit {unit}"),
            "score": [*mixed(f"score {year} -q", ("table", "json")), f"score {year} --format csv -q"],
            "explain": each(f"explain {unit} {criterion} {year}"),
            "explain-unit": mixed(f"explain {unit} {year} -q", ("json", "table")),
            "check": each(f"check {year}")
            if name in SMALL
            else [f"check {year} --format {'table' if name == 'hoang-hoa-2023' else 'json'} --lang en"],
            "compare": each(f"compare reported final {year}", ("table", "json", "csv")),
            "by": [
                *(f"rank {year} --by {by} -q" for by in ("total", criterion, "9.9")),
                f"rank {year} --by 1 --lang en",
            ],
        }
        # This one is another year of the scheme that the largest example shows in full.
        kinds = ("rank", "check") if name == "gop-hai-thu-muc" else tuple(steps)
        runs += [Run(f"{name}/{kind}", example_of(name), steps[kind]) for kind in kinds]
    for name in SMALL:
        runs.append(Run(f"{name}/scheme", example_of(name), of_scheme(PLACES[name][0])))
    return runs


def of_scheme(name: str) -> list[str]:
    """All that is told about a scheme."""
    return [
        *mixed(f"scheme show {name}"),
        *both(f"scheme show {name} --format json"),
        *mixed(f"scheme lint {name}", ("table", "json", "csv")),
        *mixed(f"scheme test {name}", ("json", "table")),
        f"scheme lint {name} --jump 20",
        f"scheme diff {name} minh-hoa-2023 --format json",
    ]


def hoang_hoa() -> list[Run]:
    """What only the largest example shows."""
    make, year = example_of("hoang-hoa-2023"), "hoang-hoa-2023"
    runs = [
        Run("hoang-hoa-2023/ways", make, RANK_WAYS),
        Run("huyen-them-tieu-chi/files", example_of("huyen-them-tieu-chi"), RANK_FILES),
    ]
    units = ("M01", "M05", "M09", "M13", "M14")
    every = [f"explain {unit} {year} -q --format json" for unit in units]
    runs.append(Run("hoang-hoa-2023/explain-units", make, every))
    tables = [f"explain M03 {number} {year} -q" for number in ("1.1.1", "1.5 --lang en", "3.1.2", "5.2 --lang en", "7")]
    runs.append(Run("hoang-hoa-2023/explain-criteria", make, [*tables, f"explain M03 {year} -q --lang en"]))
    runs.append(Run("hoang-hoa-2023/import", make, IMPORTS))
    runs.append(Run("hoang-hoa-2023/templates", make, templates(year)))
    runs.append(Run("hoang-hoa-2023/appraisal", make, appraisal(year)))
    return runs


RANK_WAYS = [
    "rank hoang-hoa-2023 --by procedures -q",
    "rank hoang-hoa-2023 --by 3 --lang en -q",
    "rank hoang-hoa-2023 --group phường",
    "rank hoang-hoa-2023 --group xã --by 3.3.1 --lang en -q",
    "rank hoang-hoa-2023 --group phường --by procedures --format json -q",
    "rank hoang-hoa-2023 -q --stage self",
    "rank hoang-hoa-2023 -q --stage round-1",
    "rank hoang-hoa-2023/reports/mau-01.toml",
    "rank hoang-hoa-2023/reports/mau-01.toml hoang-hoa-2023/reports/mau-02.toml --lang en",
    "rank hoang-hoa-2023/reports --scheme minh-hoa-2023 --form phu-luc-01b-2025 -q",
    "score hoang-hoa-2023 --unit 'xã hoằng cát' --unit M01 --format csv -q",
    Line("rank - --scheme minh-hoa-2023 -q", sample("hoang-hoa-2023/reports/hoang-cat.txt")),
    Line("rank - --scheme minh-hoa-2023 --reader csv", sample("hoang-hoa-2023/reports/mau-con-lai.csv")),
    Line("score - --scheme minh-hoa-2023 --reader toml -q", sample("hoang-hoa-2023/reports/mau-01.toml")),
    Line("rank - --scheme minh-hoa-2023 --reader docx", b"no document"),
    Line("rank - --scheme minh-hoa-2023", b""),
    Line("rank hoang-hoa-2023/reports/mau-01.toml", b"", {"CCHC_LANG": "en"}),
    Line("rank hoang-hoa-2023", b"", {"CCHC_LANG": "fr"}),
    Line("rank hoang-hoa-2023/reports/mau-01.toml --lang vi", b"", {"CCHC_LANG": "en", "NO_COLOR": "1"}),
]
RANK_FILES: list[Step] = [
    "rank huyen-them-tieu-chi --format csv -o bang.csv",
    "rank huyen-them-tieu-chi -o bang.csv",
    "rank huyen-them-tieu-chi -o bang.csv --format markdown --force -q",
    *(f"rank huyen-them-tieu-chi -q -o a{ending}" for ending in (".md", ".html", ".csv", ".tex", ".txt", ".xlsx", "")),
    "score huyen-them-tieu-chi -q --unit H01 -o phieu.md",
    "explain H01 1.1 huyen-them-tieu-chi -q -o vi-sao.html",
    "check huyen-them-tieu-chi -o soat.csv",
    "rank huyen-them-tieu-chi -o huyen-them-tieu-chi --format csv",
    "rank huyen-them-tieu-chi -o khong/co/thu-muc.csv",
]
IMPORTS: list[Step] = [
    "import hoang-hoa-2023/reports/hoang-cat.txt -o a --scheme minh-hoa-2023 --unit 15865",
    "import hoang-hoa-2023/reports/hoang-cat.txt -o a --scheme minh-hoa-2023",
    "import hoang-hoa-2023/reports/hoang-cat.txt -o b --scheme minh-hoa-2023 --year 2024 -q --format json",
    "import hoang-hoa-2023/reports/hoang-cat.txt -o c --scheme minh-hoa-2023 --form phu-luc-01b-2025 --lang en",
    "import hoang-hoa-2023 -o d --lang en",
    "rank d --scheme minh-hoa-2023 -q",
    "import hoang-hoa-2023/reports -o d --force -v",
]


def templates(year: str) -> list[Step]:
    """Self-score tables in every kind of file."""
    return [
        f"export template {year} -o a.xlsx --unit 'xã mẫu 02'",
        f"export template {year} -o a.docx --unit M02 --lang en",
        f"export template {year} -o a.csv --unit M02",
        "export template --scheme minh-hoa-2023 -o b.csv",
        f"export template --self-score {year} -o nhieu --unit M01 --unit M03 --format csv",
        f"export template {year} -o nhieu --unit M01 --unit M04 --format csv",
        f"export template {year} -o xlsx --unit M05 --lang en",
        *(f"export template {year} {words}" for words in faults.TEMPLATES),
        written(f"{year}/self-scores/a.csv", SELF_SCORE),
        f"score {year} --stage self --unit M02 --format csv",
        f"compare self reported {year} --unit M02",
    ]


SELF_SCORE = "Đơn vị:,Xã Mẫu 02\nSTT,Tự chấm,Minh chứng\n1.1.1,1,KH 02\n1.1.2,9,\n9.9.9,1,x\n3.3.1,nhiều,y\n3.1.1,0,\n"


def appraisal(year: str) -> list[Step]:
    """A council fills a workbook in, twice; its entries are scored."""
    first = {
        (0, "M01", "1.1.1"): {"I": 0.5, "J": "Chậm 10 ngày", "K": "Kế hoạch 02/KH; Công văn 5"},
        (1, "M02", "dossiers_received"): {"J": 912, "K": "Hệ thống một cửa", "L": "không có"},
    }
    second = {(0, "M01", "1.1.1"): {"I": 0.25, "J": "Xem lại", "K": "none", "L": "Trần Thị B", "M": "21/12/2023"}}
    return [
        f"export appraisal {year} --round 1 -o td.xlsx --unit M01 --unit M02",
        lambda folder: fill(folder / "td.xlsx", folder / "dien.xlsx", first),
        f"appraise dien.xlsx {year} --round 1 -o {year}/appraisal/vong-1.toml {BY}",
        f"appraise dien.xlsx {year} --round 1 -o {year}/appraisal/vong-1b.toml {BY} --lang en",
        f"score {year} -q --unit M01 --unit M02 --format csv",
        f"compare reported round-1 {year} --format json -q",
        f"export appraisal {year} --round 1 -o td.xlsx --lang en --force --unit M01",
        lambda folder: fill(folder / "td.xlsx", folder / "dien.xlsx", second),
        f"appraise dien.xlsx {year} --round 1 -o {year}/appraisal/vong-1b.toml --lang en",
        f"explain M01 1.1.1 {year} -q --format json",
    ]


def of_shipped() -> list[Run]:
    """The shipped scheme and forms."""
    runs = []
    for lang in LANGUAGES:
        runs.append(
            Run(f"minh-hoa-2023/show-{lang}", folders.empty, crossed("scheme show minh-hoa-2023", FORMATS, (lang,)))
        )
    lint = [
        "scheme lint minh-hoa-2023 --format json",
        "scheme lint minh-hoa-2023 --lang en --jump 30",
    ]
    runs.append(Run("minh-hoa-2023/lint", folders.empty, lint))
    test = [*crossed("scheme test minh-hoa-2023", ("json",), ("vi",)), "scheme test minh-hoa-2023 --lang en"]
    runs.append(Run("minh-hoa-2023/test", folders.empty, test))
    other = ["scheme show minh-hoa-2023 --form phu-luc-01b-2025 --format csv", "check"]
    runs.append(Run("minh-hoa-2023/forms", folders.empty, other))
    runs.append(Run("minh-hoa-2023/diff", example_of("hoang-hoa-2023"), DIFFS))
    tried = mixed("scheme diff lam-dong-2025 khac.toml --reports lam-dong-2025 -q", ("csv", "json"))
    runs.append(Run("lam-dong-2025/diff", example_of("lam-dong-2025"), [raised_class, *tried]))
    return runs


def changed_scheme(folder: Path) -> None:
    """The shipped scheme with other limits and titles, as 'moi.toml'; another one for the next year."""
    copies("scoring_rules")(folder / "tam")
    scheme = (folder / "tam" / "scoring_rules" / "minh-hoa-2023.toml").read_text(encoding="utf-8")
    scheme = scheme.replace("zero_below = 80", "zero_below = 85").replace("Ban hành kế hoạch CCHC năm", "Kế hoạch năm")
    later = scheme.replace("period     = 2023", "period     = 2024")
    broken = scheme.replace('method     = "deadline"', 'method     = "deadlin"', 1).replace(
        "max_points = 17", "max_points = 18", 1
    )
    folders.write(folder, {"moi.toml": scheme, "sau.toml": later, "hong.toml": broken})


def raised_class(folder: Path) -> None:
    """The scheme of Lâm Đồng with a class that begins higher, and one criterion under another number."""
    own = (folder / "lam-dong-2025" / "lam-dong-2025.toml").read_text(encoding="utf-8")
    other = own.replace("from = 65\n", "from = 70\n").replace('[criterion."5.2"]', '[criterion."5.3"]')
    folders.write(folder, {"khac.toml": other})


DIFFS: list[Step] = [
    changed_scheme,
    *mixed("scheme diff minh-hoa-2023 moi.toml"),
    *mixed("scheme diff minh-hoa-2023 moi.toml --reports hoang-hoa-2023 -q", ("json", "table")),
    "scheme diff minh-hoa-2023 sau.toml --reports hoang-hoa-2023/reports -q",
    *both("scheme diff minh-hoa-2023 minh-hoa-2023", "check --scheme hong.toml"),
    "compare minh-hoa-2023 moi.toml hoang-hoa-2023 -q --format json --lang en",
    "compare minh-hoa-2023 hong.toml hoang-hoa-2023 -q",
    "rank hoang-hoa-2023 --scheme hong.toml",
    "scheme diff minh-hoa-2023",
    "scheme diff minh-hoa-2023 minh-hoa-2032",
    "scheme diff minh-hoa-2023 khong-co.toml",
    "scheme diff minh-hoa-2023 moi.toml --reports khong-co",
    "scheme show minh-hoa-2032",
    "scheme shwo",
    *both("scheme"),
]


def of_years() -> list[Run]:
    """The year that `init` makes, in every stage; two of them compared."""
    init = ["init nam", "init nam --lang en", "init trong/nam --format json --lang en", "init", "rank nam -q"]
    init += ["check nam", "rank nam --stage self -q --format csv", "explain M02 1.4.2 nam", "compare self final nam -q"]
    init += ["init nho --from minh-hoa", "init mot --from khac --lang en"]
    runs = [Run("nam/init", folders.empty, [*init, written("tep", "x"), "init tep", "init tep/con"])]
    stages = ("reported", "self", "round-1", "round-2", "appraised", "final", "round-3")
    runs.append(
        Run(
            "nam/rank",
            starter,
            [*(f"rank nam --stage {stage}" for stage in stages), *mixed("rank nam -q", ("csv", "json"))],
        )
    )
    runs.append(
        Run("nam/score", starter, ["score nam -q --format csv", "score nam -q --stage self --format json --lang en"])
    )
    runs.append(
        Run("nam/score-unit", starter, mixed("score nam --unit M01 -q", ("table", "html", "markdown", "latex")))
    )
    told = [
        *mixed("explain M01 1.1.1 nam", ("table", "json")),
        "explain M02 4.1 nam --format json -q",
        "explain M03 nam -q",
    ]
    runs.append(
        Run("nam/explain", starter, [*told, "explain M02 4.1 nam --stage round-1 --lang en", "explain M01 1.5 nam -q"])
    )
    every = ["explain M02 nam -q --format json", "explain M03 nam -q --format json --lang en"]
    runs.append(Run("nam/explain-units", starter, [*every, "explain M09 nam -q --format json --stage self"]))
    pairs = ("self appraised", "round-1 round-2", "reported final")
    compared = [line for pair in pairs for line in mixed(f"compare {pair} nam -q", ("json", "table"))]
    compared += ["compare self final nam --unit M02", "compare round-7 final nam", "compare self khong-co nam"]
    runs.append(Run("nam/compare", starter, compared))
    runs.append(Run("nam/check", starter, ["check nam --format json", "schema work nam", "schema report nam"]))
    runs.append(Run("nam/export", starter, EXPORTS))
    runs.append(Run("nam/survey", starter, SURVEYS))
    between = [*mixed("compare truoc@reported sau@reported", ("json", "table")), "compare truoc sau --unit M01"]
    between += ["compare truoc@self sau@final --format json -q", "scheme diff truoc sau --format json"]
    runs.append(Run("nam/two-years", folders.two_years, [*between, "rank truoc sau", "compare truoc@x sau"]))
    runs.append(Run("nho/work", folders.small_year, faults.year()))
    runs.append(Run("nho/appraisal", folders.small_year, faults.appraisal()))
    runs.append(Run("nho/all", folders.small_year, SMALL_YEAR))
    return runs


SMALL_YEAR = [
    *mixed("rank ."),
    *both(*(f"rank . --stage {stage}" for stage in ("reported", "self", "round-1", "round-2", "appraised", "round-7"))),
    *mixed("score . --unit B02"),
    *mixed("score . --stage self", ("table", "json")),
    *crossed("explain A01 1.1 .", ("table", "json")),
    *crossed("explain B02 .", ("table", "json")),
    *mixed("compare self final .", ("table", "json", "csv")),
    *crossed("check .", ("table", "json", "csv")),
    *mixed("scheme show ."),
    "export template . -o mau.csv",
    "scheme lint . --format json",
]


EXPORTS: list[Step] = [
    "export template nam -o a.csv",
    "export template nam -o b.xlsx --lang en",
    "export appraisal nam --round 1 -o td1.xlsx --unit M01",
    "export appraisal nam --round 3 -o en.xlsx --lang en",
    lambda folder: fill(
        folder / "en.xlsx", folder / "dien.xlsx", {(0, "M03", "1.1.1"): {"I": 0.5, "J": "x", "K": "y"}}
    ),
    f"appraise dien.xlsx nam --round 3 -o nam/appraisal/vong-3.toml {BY} --lang en",
    "rank nam -q --stage round-3",
]
SURVEYS: list[Step] = [
    replaced("nam/cchc.toml", '[survey]\nfiles = "survey"', '[survey]\nheld = false\nreason = "thiếu kinh phí"'),
    *both("rank nam"),
    "score nam --unit M01 --format csv --lang en",
    "export template nam -o a.csv",
    replaced("nam/cchc.toml", '\nreason = "thiếu kinh phí"', ""),
    "rank nam",
    replaced("nam/cchc.toml", "[survey]\nheld = false", ""),
    "rank nam -v",
]


def of_merging() -> list[Run]:
    """Folders of one year that two people changed."""
    make, sides = examples("gop-hai-thu-muc"), "gop-hai-thu-muc/an gop-hai-thu-muc/binh"
    base = f"merge {sides} --base gop-hai-thu-muc/chung"
    steps: list[Step] = [
        *both(f"merge {sides} -o m"),
        *(f"{line} -o m{at}" for at, line in enumerate(mixed(base, ("table", "json", "csv")))),
        "rank m0 -q --format csv",
        f"merge {sides}",
        f"{base} -o m0",
        f"{base} -o gop-hai-thu-muc/an/moi",
        "merge gop-hai-thu-muc/an gop-hai-thu-muc/an -o nhu-cu",
        "merge gop-hai-thu-muc/an -o x",
        "merge gop-hai-thu-muc/an khong-co -o x",
        "merge gop-hai-thu-muc/an gop-hai-thu-muc -o x",
        f"{base} -o x --force",
    ]
    runs = [Run("gop-hai-thu-muc/merge", make, steps)]
    second = "gop-hai-thu-muc/binh"
    clashing: list[Step] = [
        replaced(f"{second}/appraisal/vong-1.toml", 'unit = "M02"', 'unit = "M01"'),
        replaced(f"{second}/appraisal/vong-1.toml", "dossiers_on_time", "dossiers_received"),
        replaced(f"{second}/units.csv", "Xã Mẫu 01", "Xã Mẫu Một"),
        written("gop-hai-thu-muc/an/x.pdf", b"\xff"),
        written(f"{second}/x.pdf", b"\xfe"),
        written(f"{second}/y.txt", "y"),
        *mixed(f"{base} -o x", ("table", "json")),
        written(f"{second}/appraisal/vong-1.toml", "= x"),
        f"{base} -o x",
        written(f"{second}/cchc.toml", 'scheme = "thieu.toml"\n'),
        f"{base} -o x",
    ]
    return [*runs, Run("gop-hai-thu-muc/conflicts", make, clashing)]


def of_tests() -> list[Run]:
    """Schemes of the documentation and of tests, plugins of packages and of older contracts, and large tables."""
    runs = []
    rules = copies("tests/rule_forms", "examples/my_methods")
    for name in ("rule-forms", "survey-answers"):
        path = f"rule_forms/{name}.toml --plugins my_methods"
        lines = [*mixed(f"scheme show {path}", ("table", "json")), f"scheme test {path} --format json"]
        runs.append(Run(f"rule-forms/{name}", rules, lines))
    recipes = sorted(
        path.stem for path in (folders.ROOT / "docs" / "cookbook").glob("*.toml") if ".cases" not in path.name
    )
    for name in recipes:
        path = f"cookbook/{name}.toml --plugins cookbook/methods"
        lines = [f"scheme show {path}", f"scheme test {path}", f"scheme show {path} --format json --lang en"]
        # The others are soon looked through.
        lines += [] if name in ("answers", "own-method") else [f"scheme lint {path} --format json"]
        runs.append(Run(f"cookbook/{name}", copies("docs/cookbook"), lines))
    older = copies("tests/older_contract", "examples/huyen-them-tieu-chi", "examples/my_methods")
    lines = [
        f"{one} --plugins older_contract"
        for one in both("plugins", "rank huyen-them-tieu-chi", "check huyen-them-tieu-chi")
    ]
    runs.append(Run("plugins/older-contract", older, lines))
    runs += of_packages()
    many = ["rank huyen-them-tieu-chi -q --format json", "explain U0777 2.1 huyen-them-tieu-chi -q"]
    runs.append(Run("many/units", folders.many_units, many))
    return runs


def of_packages() -> list[Run]:
    """The packages among the examples, as if they were installed."""
    runs = []
    for name in ("cchc-phan-anh", "cchc-ho-so-tre"):
        path = f"plugins/{name}/thi-du.toml"
        lines = ["plugins", *both(f"check --scheme {path}"), *of_scheme(path)]
        runs.append(Run(f"plugins/{name}", packages, lines, (f"plugins/{name}", f"installed/{name}")))
    lines = [*crossed("plugins", ("table", "json")), "check --scheme cchc_bieu_huyen:huong-dan --lang en"]
    lines += [f"rank plugins/cchc-bieu-huyen/vi-du --format {form}" for form in ("ban-tin", "table", "json", "xml")]
    lines += [
        "scheme test cchc_bieu_huyen:huong-dan",
        "scheme show minh-hoa-2023 --form cchc_bieu_huyen:bieu-huyen --format csv",
    ]
    name = "cchc-bieu-huyen"
    runs.append(Run(f"plugins/{name}", packages, lines, (f"plugins/{name}", f"installed/{name}")))
    return runs


def packages(folder: Path) -> None:
    """The packages, and what tells Python that they are installed."""
    examples("plugins")(folder)
    for name in ("cchc-phan-anh", "cchc-ho-so-tre", "cchc-bieu-huyen"):
        module = name.replace("-", "_")
        facts = f"installed/{name}/{module}-1.2.3.dist-info"
        point = f"[cchc_score]\n{module.removeprefix('cchc_')} = {module}\n"
        folders.write(
            folder, {f"{facts}/METADATA": f"Name: {name}\nVersion: 1.2.3\n", f"{facts}/entry_points.txt": point}
        )


def of_random_years() -> list[Run]:
    """Random years: all of them as data, some of them as tables."""
    runs = []
    for place, seed in enumerate(SEEDS):
        lang = LANGUAGES[place % 2]
        unit = random_case(seed).units[0].code
        lines = [f"rank . --format json --lang {lang}", f"rank . --lang {LANGUAGES[place % 2 - 1]}", "check ."]
        if place % 4 == 0:
            lines += [*both("score ."), f"explain {unit} .", f"explain {unit} . --format json"]
        if place % 5 == 0:
            lines += ["scheme show . --lang en"]
        if seed in LINTED:
            lines.append(f"scheme lint . --format json --lang {lang}")
        runs.append(Run(f"random/{seed}", folders.random_year(seed), lines))
    return runs


def of_faults() -> list[Run]:
    """Faulty command lines, files, schemes, plugins and configurations."""
    runs = [
        Run("faults/usage", example_of("huyen-them-tieu-chi"), faults.USAGE),
        Run("faults/reports", folders.small_year, faults.reports()),
        Run("faults/units", folders.small_year, faults.units()),
        Run("faults/config", folders.small_year, faults.configurations()),
        Run(
            "faults/nothing",
            folders.small_year,
            [removed("reports/a.toml", "reports/b.csv"), "rank .", "score . --format json", "check ."],
        ),
        Run("faults/plugins", example_of("huyen-them-tieu-chi"), faults.plugins()),
        Run("faults/cases", example_of("huyen-them-tieu-chi"), faults.cases()),
        Run("faults/forms", example_of("huyen-them-tieu-chi"), faults.forms()),
        Run("hostile/each", hostile.folders, hostile.EACH),
        Run("hostile/together", hostile.folders, hostile.TOGETHER),
        Run("hostile/documents", hostile.documents, hostile.DOCUMENTS),
        Run(
            "hostile/processes",
            hostile.many,
            ["import in -o out --scheme nho.toml -q"],
        ),
    ]
    for name, steps in faults.schemes().items():
        runs.append(Run(f"faults/schemes-{name}", folders.empty, steps))
    return runs


RUNS = {
    run.name: run
    for part in (
        general, of_examples, hoang_hoa, of_shipped, of_years, of_merging, of_tests, of_random_years, of_faults,
    )
    for run in part()
}  # fmt: skip
"""All runs by their names."""

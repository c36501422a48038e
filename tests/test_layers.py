"""One-way imports: a module imports only from lower layers, lazily or under TYPE_CHECKING as well."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LAYERS = [
    ["version", "points", "catalogue.kinds", "toml_text"],
    [
        "catalogue.appraisal",
        "catalogue.authors",
        "catalogue.files",
        "catalogue.laws",
        "catalogue.sheets",
        "catalogue.schemes",
        "catalogue.reports",
        "catalogue.plugins",
    ],
    ["catalogue", "text"],
    ["findings"],
    ["errors", "samples"],
    ["files"],
    ["toml_file", "csv_file", "archives"],
    ["model"],
    ["facts"],
    ["sheet"],
    ["methods", "documents", "formats", "ranking"],
    ["hookspecs", "wording", "engine.calls", "engine.combine"],
    [""],
    ["engine.leaves", "engine.plan"],
    ["engine.places", "engine.choices", "engine.leaf_columns", "engine.tree_columns"],
    ["engine.place_columns"],
    ["engine.columns"],
    ["engine.score"],
    ["engine"],
    ["explain"],
    ["office"],
    ["office.shape"],
    ["office.archive"],
    ["office.texts"],
    ["office.word"],
    ["excel"],
    ["excel.parts"],
    ["office.workbook"],
    ["excel.values"],
    ["excel.book", "excel.sheet"],
    ["excel.table"],
    ["builtin.docx_xml", "builtin.docx_numerals"],
    ["builtin.docx_text", "builtin.docx_changes", "builtin.docx_marks"],
    ["builtin.docx_tables"],
    ["builtin.docx_numbers"],
    ["builtin.docx_document"],
    ["builtin.*", "contract"],
    ["builtin", "plugin_items"],
    ["plugins"],
    ["borders"],
    ["schemes.tables"],
    ["schemes.facts", "schemes.points", "schemes.classes", "schemes.indicators"],
    ["schemes.leaves", "schemes.tree"],
    ["schemes.areas"],
    ["schemes.criteria"],
    ["schemes.read"],
    ["schemes", "forms", "units"],
    ["intake.told", "intake.stream", "intake.values"],
    ["intake.printed", "intake.titles", "intake.layouts", "intake.headings", "intake.prose"],
    ["intake.owners", "intake.text_rows", "intake.records", "intake.blocks", "intake.doubts"],
    ["intake.lines", "intake.grids", "intake.join"],
    ["intake.tables", "intake.canonical"],
    ["intake.read"],
    ["intake", "cases"],
    ["appraisal.nouns", "appraisal.relations"],
    ["appraisal.chains"],
    ["appraisal.values", "appraisal.council", "appraisal.claims", "appraisal.survey", "appraisal.forms"],
    ["appraisal.rules", "appraisal.stages"],
    ["appraisal.records"],
    ["appraisal.tables"],
    ["appraisal"],
    ["appraisal.template", "appraisal.bases"],
    ["appraisal.board"],
    ["appraisal.edits", "appraisal.written"],
    ["reasons.full_marks"],
    ["reasons.why", "reasons.working", "reasons.lines"],
    ["reasons.moves"],
    ["reasons"],
    ["year.parallel"],
    ["year.config", "year.shipped", "year.documents"],
    ["year.starter", "year.skeletons"],
    ["year.load"],
    ["year.work", "year.golden"],
    ["year"],
    ["json_schema.words"],
    ["json_schema.models"],
    ["json_schema.facts"],
    ["json_schema.criteria"],
    ["json_schema.files"],
    ["json_schema"],
    ["testing.broken", "testing.exact", "testing.shapes", "testing.cases"],
    ["testing.settings", "testing.situations", "testing.pytest_plugin"],
    ["testing.strategies", "testing.limits", "testing.columns"],
    ["testing.laws"],
    ["testing.check"],
    ["testing"],
    ["merging.folders", "merging.rows", "merging.blocks"],
    ["merging.sides"],
    ["merging.rivals"],
    ["merging.merge"],
    ["merging"],
    ["analysis.asked", "analysis.values"],
    ["analysis.edges"],
    ["analysis.coverage", "analysis.axes", "analysis.fields", "analysis.pairs"],
    ["analysis.probes", "analysis.changes"],
    ["analysis.oddities"],
    ["analysis.jumps", "analysis.nothing", "analysis.rows"],
    ["analysis.lint"],
    ["analysis"],
    ["pages.context"],
    ["pages.data"],
    [
        "pages.notes",
        "pages.work",
        "pages.plugins",
        "pages.check",
        "pages.imported",
        "pages.appraised",
        "pages.begun",
        "pages.merged",
        "pages.scheme",
    ],
    ["pages.findings", "pages.cases", "pages.lint", "pages.changes"],
    ["pages.rank"],
    ["pages.score", "pages.reasons"],
    ["pages.why_data"],
    ["pages.why", "pages.compare"],
    ["pages"],
    ["cli.author_words"],
    ["cli.words", "cli.exits"],
    ["cli.command", "cli.output"],
    ["cli.run", "cli.failures"],
    ["cli.params", "cli.rules", "cli.results", "cli.checks"],
    ["cli.scheme"],
    ["cli.imports", "cli.reasons", "cli.merging", "cli.begin", "cli.schemas", "cli.exports"],
    ["cli.authors"],
    ["cli.appraising"],
    ["cli.main"],
    ["cli"],
]
"""The modules of `cchc_score`, lowest first; 'x.*' is every module of a package, '' the package itself."""


def layer(module: str) -> int:
    """The layer of a module, named without 'cchc_score.'."""
    for place, names in enumerate(LAYERS):
        if module in names or ("." in module and f"{module.rpartition('.')[0]}.*" in names):
            return place
    raise LookupError(f"{module} stands in no layer")


def modules(package: Path) -> dict[str, Path]:
    """Every module of a package by its name."""
    found = {}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path) -> set[str]:
    """Everything that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


CORE = modules(ROOT / "cchc_score")


def core_module(name: str) -> str | None:
    """The module of the core that an imported name means; None for anything from elsewhere."""
    if name.partition(".")[0] != "cchc_score":
        return None
    inner = name.removeprefix("cchc_score").removeprefix(".")
    return inner if inner in CORE else inner.rpartition(".")[0]


@pytest.mark.parametrize("module", sorted(CORE))
def test_a_module_imports_only_from_lower_layers(module):
    for name in imports(CORE[module]):
        target = core_module(name)
        if target is not None:
            assert layer(target) < layer(module), f"{module} imports {target}"


def test_nothing_of_the_core_needs_what_it_gives_to_testers():
    for module, path in CORE.items():
        if not module.startswith("testing"):
            assert not any(name.startswith("cchc_score.testing") for name in imports(path)), module


def test_the_core_names_no_area_plugin():
    for path in CORE.values():
        assert "cchc_areas" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("path", sorted((ROOT / "plugins").rglob("*.py")), ids=lambda path: path.stem)
def test_an_area_plugin_needs_only_the_contract(path):
    allowed = {"", "hookspecs", "methods", "model", "text", "wording"}
    assert {target for name in imports(path) if (target := core_module(name)) is not None} <= allowed


def test_only_one_module_touches_the_hooks_and_one_the_disk():
    texts = {module: path.read_text(encoding="utf-8") for module, path in CORE.items()}
    assert [module for module, text in texts.items() if "PluginManager(" in text] == ["plugins"]
    opening = ("open(", ".read_text(", ".write_text(", ".write_bytes(", "os.replace(")
    assert {module for module, text in texts.items() if any(word in text for word in opening)} <= {
        "files",
        "cli.failures",
    }


def test_points_are_rounded_only_in_the_engine():
    users = {module for module, path in CORE.items() if "round_half_up(" in path.read_text(encoding="utf-8")}
    assert users <= {"points", "engine.leaves", "ranking"}
    for path in CORE.values():
        assert " round(" not in path.read_text(encoding="utf-8"), path


def test_nothing_in_the_engine_is_a_float():
    for module, path in CORE.items():
        if module.startswith(("engine", "builtin", "ranking", "points", "facts", "sheet")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            floats = [
                node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)
            ]
            assert not floats, path

"""The rooms of `cchc_score` in their order, and what imports what; `python -m tests.layers` prints both for a reader."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]

PACKAGES = [
    ["version", "points", "catalogue"],
    ["text", "symbol_fonts"],
    ["findings", "form_model", "legacy_text"],
    ["errors", "model", "documents", "formats", "formulas"],
    ["signed_sums", "setting_types", "recoding"],
    ["files", "facts", "methods"],
    ["sheet", "hookspecs", "wording", "validation", "figure_relations"],
    ["", "engine", "rule_words"],
    ["excel", "word", "pdf", "scans"],
    ["office"],
    ["builtin", "intake"],
    ["registry", "schemes", "annexes"],
    ["appraisal"],
    ["journal"],
    ["explain", "year", "analysis", "review"],
    ["json_schema", "testing", "merging"],
    ["results"],
    ["app"],
    ["look", "pages"],
    ["report"],
    ["forms"],
    ["cli"],
]
"""The rooms, lowest first, as docs/architecture.md shows them; '' is the package itself.

Rooms that stand in one line import nothing from each other.
"""


def modules(package: Path) -> dict[str, Path]:
    """Every module of a package by its name."""
    found = {}
    for path in package.rglob("*.py"):
        parts = path.relative_to(package).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(path: Path) -> frozenset[str]:
    """Everything that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


CORE = modules(ROOT / "cchc_score")


def core_module(name: str) -> str | None:
    """The module of the core that an imported name means; None for anything from elsewhere."""
    if name.partition(".")[0] != "cchc_score":
        return None
    inner = name.removeprefix("cchc_score").removeprefix(".")
    return inner if inner in CORE else inner.rpartition(".")[0]


def room(module: str) -> str:
    """The room in which a module stands: its package, or itself at the top."""
    return module.partition(".")[0]


def level(module: str) -> int:
    """The number of the line of PACKAGES in which a module's room stands."""
    return next(number for number, rooms in enumerate(PACKAGES) if room(module) in rooms)


def targets(module: str) -> set[str]:
    """The modules of the core that a module imports."""
    return {target for name in imports(CORE[module]) if (target := core_module(name)) is not None}


def in_order(package: str) -> list[str]:
    """The modules of a room, each after those that it imports; a CycleError where they have no order."""
    own = sorted(module for module in CORE if room(module) == package)
    graph = {module: sorted(targets(module).intersection(own)) for module in own}
    return list(TopologicalSorter(graph).static_order())


def main() -> None:
    """Print each room with its modules, in the order in which they can be read."""
    for rooms in PACKAGES:
        for package in rooms:
            names = [module.removeprefix(f"{package}.") for module in in_order(package) if module != package]
            print(f"{package or 'cchc_score'}: {' '.join(names)}" if names else package or "cchc_score")


if __name__ == "__main__":
    main()

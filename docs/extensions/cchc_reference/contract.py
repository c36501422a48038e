"""The contract with plugins: every hook and everything that one gives or gets, as the program's own source has it."""

import ast
import inspect
import textwrap
from types import ModuleType
from typing import Any

import cchc_score
from cchc_reference.markdown import block, joined
from cchc_score import hookspecs, setting_types, testing
from cchc_score import methods as shapes_of_methods
from cchc_score.documents import Cell, CellTable, Grid, Lines, Reader, Record, Tables
from cchc_score.formats import Format, Heading, Page, Sheet
from cchc_score.methods import ColumnForm, Marks, Method, Rule, Settings, per_commune
from cchc_score.model import Indicator, Option
from cchc_score.text import Lang, pick

SHAPES = {
    ("Số liệu", "Facts"): (Indicator, Option),
    ("Phương pháp chấm điểm", "Methods"): (per_commune, Method, Rule, Settings, ColumnForm, Marks),
    ("Phần đọc", "Readers"): (Reader, Lines, Grid, Tables, CellTable, Cell, Record),
    ("Định dạng", "Formats"): (Format, Page, Sheet, Heading),
}
"""What hooks give, and what is given to it, in the order in which an author meets them."""


def contract(lang: Lang) -> str:
    """Hooks, shapes, types, tools for tests and short names; docstrings are English in every language."""
    parts = [pick(lang, "## Các móc", "## Hooks"), *(part for name in hooks() for part in _hook(name))]
    for titles, shapes in SHAPES.items():
        parts += [f"## {pick(lang, *titles)}", *(part for shape in shapes for part in _shape(shape))]
    parts += [pick(lang, "## Kiểu dữ liệu", "## Types"), block("python", aliases(setting_types, shapes_of_methods))]
    parts += [pick(lang, "## Kiểm thử", "## Testing"), *(part for name in testing.__all__ for part in _tool(name))]
    names = ", ".join(f"`{name}`" for name in cchc_score.__all__)
    known = f"`from cchc_score import ...` {pick(lang, 'biết', 'knows')} {names}."
    return joined([*parts, pick(lang, "## Tên ngắn", "## Short names"), known])


def hooks() -> list[str]:
    """The names of all hooks: the functions that are marked as one."""
    return [name for name, hook in vars(hookspecs).items() if hasattr(hook, f"{hookspecs.PROJECT}_spec")]


def _hook(name: str) -> list[str]:
    spec = getattr(hookspecs, name)
    says, _, example = (inspect.getdoc(spec) or "").partition("\n\n")
    return [f"### {name}", block("python", declared(spec)), says, block("pycon", example)]


def _shape(item: Any) -> list[str]:
    return [f"### {item.__name__}", block("python", declared(item)), inspect.getdoc(item) or "", _members(item)]


def _tool(name: str) -> list[str]:
    """One thing of `cchc_score.testing`, found in its module: a strategy is no plain function any more."""
    item = getattr(testing, name)
    module = ast.parse(inspect.getsource(inspect.getmodule(item) or testing))
    (tree,) = (part for part in module.body if getattr(part, "name", "") == name)
    assert isinstance(tree, ast.FunctionDef | ast.ClassDef)
    says = ast.get_docstring(tree) or ""
    if isinstance(tree, ast.ClassDef):
        return [f"### {name}", says]
    if tree.returns and tree.args.args and tree.args.args[0].arg == "draw":
        # Hypothesis draws; who calls a strategy does not.
        tree.args.args = tree.args.args[1:]
        tree.returns = ast.parse(f"st.SearchStrategy[{ast.unparse(tree.returns)}]", mode="eval").body
    return [f"### {name}", block("python", _written(tree)), says]


def _members(item: Any) -> str:
    members = vars(item).items() if inspect.isclass(item) else ()
    functions = [
        member.fget if isinstance(member, property) else member
        for name, member in members
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    ]
    return "\n".join(f"- `{declared(each, short=True)}`: {inspect.getdoc(each)}" for each in functions)


def declared(item: Any, short: bool = False) -> str:
    """What a function takes and gives, or what a class holds, as its source has it."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(item))).body
    if isinstance(tree, ast.ClassDef):
        held = [part for part in tree.body if isinstance(part, ast.AnnAssign) and not _hidden(part)]
        return "\n".join([f"class {tree.name}:", *(f"    {ast.unparse(part)}" for part in held)])
    assert isinstance(tree, ast.FunctionDef)
    if short:
        given = f" -> {ast.unparse(tree.returns)}" if tree.returns else ""
        return f"{tree.name}({ast.unparse(tree.args).removeprefix('self').removeprefix(', ')}){given}"
    return _written(tree)


def _written(tree: ast.FunctionDef) -> str:
    given = f" -> {ast.unparse(tree.returns)}" if tree.returns else ""
    return f"def {tree.name}({_arguments(tree.args)}){given}"


def _hidden(part: ast.AnnAssign) -> bool:
    return isinstance(part.target, ast.Name) and part.target.id.startswith("_")


def _arguments(arguments: ast.arguments) -> str:
    written = ast.unparse(arguments)
    if len(written) < 80:
        return written
    split = [ast.unparse(ast.arguments([], [argument], None, [], [], None, [])) for argument in arguments.args]
    plain = len(arguments.args) - len(arguments.defaults)
    for place, default in enumerate(arguments.defaults):
        split[plain + place] += f" = {ast.unparse(default)}"
    named = [
        ast.unparse(argument) + (f" = {ast.unparse(default)}" if default else "")
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    ]
    lines = [*split, *(["*"] if named else []), *named]
    return "\n" + "".join(f"    {line},\n" for line in lines)


def aliases(*modules: ModuleType) -> str:
    """The short names for types that some modules declare."""
    statements = (part for module in modules for part in ast.parse(inspect.getsource(module)).body)
    named = [part for part in statements if isinstance(part, ast.Assign) and _is_type(part)]
    return "\n".join(ast.unparse(part) for part in named)


def _is_type(part: ast.Assign) -> bool:
    target = part.targets[0]
    return isinstance(target, ast.Name) and target.id[0].isupper() and not target.id.isupper()

"""What an office's own template may say: names of values, loops over lists of them, conditions; nothing that acts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

_PLAIN = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.If, nodes.For, nodes.Not,
    nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Const,
)  # fmt: skip
_LOOP = frozenset({"index", "first", "last"})
Fields = Mapping[str, frozenset[str] | None]
"""The names that a template may use: of a list the fields of its lines, none for lines that are texts; else nothing."""


@dataclass(frozen=True)
class TagFault(Exception):
    """A tag that is not taken: it does something, or names what there is not."""

    text: str
    unknown: bool


class TagEnvironment(SandboxedEnvironment):
    """Reads tags as Jinja has them, and takes plain ones alone: no template can act, or go on for ever."""

    def __init__(self, values: Mapping[str, str], lists: Fields) -> None:
        super().__init__(autoescape=True)
        self._values, self._lists = values, lists

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """The template, once every tag of it is known."""
        self._look_at(self.parse(source), {})
        return super().compile(source, *args, **kwargs)

    def _look_at(self, node: nodes.Node, lines: Fields) -> None:
        """Look at a tag and at those within it; `lines` are the names that loops around it have given."""
        if not isinstance(node, _PLAIN):
            raise TagFault(_words(node), unknown=False)
        if isinstance(node, nodes.For):
            lines = self._of_loop(node, lines)
        elif isinstance(node, nodes.Getattr):
            self._look_at_field(node, lines)
            return
        elif isinstance(node, nodes.Name) and node.name not in self._values and lines.get(node.name, "") is not None:
            raise TagFault(node.name, unknown=True)
        for inner in _within(node):
            self._look_at(inner, lines)

    def _of_loop(self, node: nodes.For, lines: Fields) -> Fields:
        if lines or node.recursive or node.test or not isinstance(node.target, nodes.Name):
            raise TagFault("for", unknown=False)
        listed = node.iter.name if isinstance(node.iter, nodes.Name) else ""
        if listed not in self._lists:
            raise TagFault(listed or "for", unknown=bool(listed))
        return {node.target.name: self._lists[listed], "loop": _LOOP}

    @staticmethod
    def _look_at_field(node: nodes.Getattr, lines: Fields) -> None:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if node.attr not in (lines.get(name) or ()):
            raise TagFault(f"{name}.{node.attr}", unknown=True)


def _within(node: nodes.Node) -> Iterator[nodes.Node]:
    # What a loop goes over, and what it calls its lines, was looked at with the loop.
    return node.iter_child_nodes(exclude=("target", "iter") if isinstance(node, nodes.For) else ())


def _words(node: nodes.Node) -> str:
    """What a tag is called, for people: by its name where it has one."""
    return str(getattr(node, "name", "") or type(node).__name__.lower())

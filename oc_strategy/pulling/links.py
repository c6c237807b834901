"""Nodes as cells name them: by id in square brackets, by id alone, or by a name that only one of them has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from oc_strategy.model.node import Node
from oc_strategy.model.text import LANGUAGES
from oc_strategy.tables.returning import normal

_ID: Final = r"[a-z0-9-]+(?:/[a-z0-9-]+)?"
_MARKED: Final = re.compile(rf"\[({_ID})\](?=$| / |\s*[,、;；])")
_PLAIN: Final = re.compile(_ID)
_APART: Final = re.compile(r"(?:^|\s+)/\s+|[,、;；]")


@dataclass(frozen=True)
class Names:
    """The nodes that a cell may name; `new` are those that come with the workbook, by id with their section."""

    nodes: Mapping[str, Node]
    foreign: Callable[[str], Mapping[str, Node]]
    new: Mapping[str, str] = field(default_factory=dict)

    def section(self, node_id: str) -> str | None:
        """The section of a node; None where there is no such node."""
        if node_id in self.new:
            return self.new[node_id]
        home, stroke, inner = node_id.partition("/")
        node = self.foreign(home).get(inner) if stroke else self.nodes.get(node_id)
        return node.section if node else None

    def called(self, name: str, sections: tuple[str, ...]) -> str | None:
        """The id of the one node of some sections that has a name."""
        ids = [i for i in self._by_name.get(name.casefold(), ()) if not sections or self.nodes[i].section in sections]
        return ids[0] if len(ids) == 1 else None

    def names(self, node_id: str) -> str:
        """All that a node is called, each on a line."""
        node = self.nodes.get(node_id)
        return "\n".join(node.name().of(language) for language in LANGUAGES) if node else ""

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in self.nodes.values():
            for name in {normal(node.name().of(language)).casefold() for language in LANGUAGES}:
                found.setdefault(name, []).append(node.id)
        return found


@dataclass(frozen=True, slots=True)
class Named:
    """The ids that a cell names, in order, and the words that name nothing."""

    ids: tuple[str, ...]
    unknown: tuple[str, ...]


def named_in(words: str, names: Names, sections: tuple[str, ...], before: Iterable[str], is_both: bool) -> Named:
    """The nodes named in a cell.

    Where a cell has two languages, names without ids are what the others are called in the second one: those of nodes
    that were there `before` are no longer meant when their ids were taken out.
    """
    lines = normal(words).split("\n")
    marked = [node_id for line in lines for node_id in _MARKED.findall(line)]
    translated = {part for node_id in (*marked, *before) for part in _parts(names.names(node_id))}
    ids, unknown = list(marked), []
    for piece in _bare(lines, names, sections):
        node_id = piece if _is_id(piece, names) else names.called(piece, sections)
        if node_id is None and piece not in translated:
            unknown.append(piece)
        elif node_id and not (is_both and marked and node_id in before):
            ids.append(node_id)
    return Named(tuple(dict.fromkeys(ids)), tuple(unknown))


def _is_id(piece: str, names: Names) -> bool:
    return _PLAIN.fullmatch(piece) is not None and names.section(piece) is not None


def _bare(lines: Iterable[str], names: Names, sections: tuple[str, ...]) -> Iterator[str]:
    """What is left of some lines without the nodes that have their ids in brackets; a name may hold a comma."""
    for line in lines:
        marked = list(_MARKED.finditer(line))
        if not marked and (_is_id(line, names) or names.called(line, sections)):
            yield line
            continue
        here = 0
        for found in marked:
            yield from _apart(_without_name(line[here : found.start()].strip(), names.names(found[1])))
            here = found.end()
        yield from _apart(line[here:])


def _without_name(words: str, names: str) -> str:
    """What stands before the name of a node: its name today, else all behind the last comma."""
    for name in sorted(normal(names).split("\n"), key=len, reverse=True):
        if name and words.endswith(name):
            return words.removesuffix(name)
    ends = [found.end() for found in _APART.finditer(words)]
    return words[: ends[-1]] if ends else ""


def _parts(names: str) -> Iterator[str]:
    for line in normal(names).split("\n"):
        yield line
        yield from _apart(line)


def _apart(words: str) -> Iterator[str]:
    return (piece.strip() for piece in _APART.split(words) if piece.strip())

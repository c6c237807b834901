"""A project and all that is asked of it while a workbook is held against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from oc_strategy.model.audience import reduced
from oc_strategy.model.node import Node
from oc_strategy.model.node import Record as ModelRecord
from oc_strategy.model.text import Language, Text
from oc_strategy.portfolio import LoadedPortfolio, LoadedProject
from oc_strategy.pulling.asked import Asked
from oc_strategy.pulling.links import Names
from oc_strategy.pulling.ours import Ours, Path, class_of, dotted, ours, value_at, yaml_path
from oc_strategy.pulling.record import Record
from oc_strategy.tables.returning import in_languages
from oc_strategy.tables.shapes import shape_of


@dataclass(frozen=True, slots=True)
class Setting:
    """The project as it is, as the audience of the workbook sees it, and as its workbook would be now."""

    portfolio: LoadedPortfolio
    loaded: LoadedProject
    record: Record
    ours: Ours
    names: Names
    seen: Mapping[str, Node]
    kept: Mapping[tuple[str, str], tuple[int, ...]]
    """Which records of a list are shown, by node and field, where not all are."""

    @property
    def languages(self) -> Sequence[Language]:
        """The languages of the workbook."""
        return self.record.languages

    def say(self, words: Text) -> str:
        """A text as the workbook has it."""
        return self.ours.say(words)

    def asked(self, node_id: str, path: Path, field: str) -> Asked:
        """The value of a field of a node, or of the record at a path below it; the path is that which is shown."""
        node = self.loaded.graph.nodes[node_id]
        shown = (*path, *field.split("."))
        whole = self.in_full(node_id, shown)
        steps = yaml_path(type(node), whole[:1] if str(whole[0]) in node.not_applicable else whole)
        return Asked(
            shape_of(type(node), dotted(whole)), whole, shown, node, self.seen.get(node_id),
            value_at(self.loaded.places.raw(node_id), steps), self.names, self.languages,
        )  # fmt: skip

    def asked_of_new(self, section: str, path: Path, field: str) -> Asked:
        """The field of a node, or of a record, that is not there yet."""
        whole = (*path, *field.split("."))
        shape = shape_of(class_of(section), dotted(whole))
        return Asked(shape, whole, whole, None, None, None, self.names, self.languages)

    def in_full(self, node_id: str, path: Path) -> Path:
        """The path in the whole model: the audience may see fewer records of a list than there are."""
        kept = self.kept.get((node_id, str(path[0])))
        return path if kept is None else (path[0], kept[int(path[1])], *path[2:])

    def with_new(self, new: Mapping[str, str]) -> Setting:
        """The same with nodes that come with the workbook, by id with their section."""
        return replace(self, names=replace(self.names, new=new))


def setting(portfolio: LoadedPortfolio, loaded: LoadedProject, record: Record) -> Setting:
    """What a workbook with that record is held against."""
    nodes = {**portfolio.catalog.nodes, **loaded.graph.nodes}
    seen = {node.id: node for node in reduced(loaded.graph.nodes.values(), record.audience).nodes}
    kept = {
        key: places
        for node_id in sorted(loaded.own & seen.keys())
        for key, places in _kept(loaded, record, seen, node_id)
    }
    now = ours(loaded, record.audience, record.as_of, lambda words: said(words, record.languages))
    return Setting(portfolio, loaded, record, now, Names(nodes, portfolio.foreign), seen, kept)


def _kept(
    loaded: LoadedProject, record: Record, seen: Mapping[str, Node], node_id: str
) -> Iterator[tuple[tuple[str, str], tuple[int, ...]]]:
    """For each list of records of which some are not shown, the places of those that are."""
    node = loaded.graph.nodes[node_id]
    for name, value in node.__dict__.items():
        shown = seen[node_id].__dict__[name]
        if isinstance(value, tuple) and len(shown) < len(value) and isinstance(value[0], ModelRecord):
            others = [other for other in loaded.graph.nodes.values() if other.id != node_id]
            alone = (node.model_copy(update={name: (item,)}) for item in value)
            left = (next(n for n in reduced((*others, one), record.audience).nodes if n.id == node_id) for one in alone)
            yield (node_id, name), tuple(index for index, one in enumerate(left) if one.__dict__[name])


def said(words: Text, languages: Sequence[Language]) -> str:
    """A text as the workbook has it."""
    return in_languages(words, languages, "\n", is_whole=True)

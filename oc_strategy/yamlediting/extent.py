"""How far the parts of a text reach: where a value really ends, how far it is indented, where its dash stands."""

from __future__ import annotations

from typing import Any

import yaml

Entry = Any
"""An item of a list, or the key and the value of a mapping: one node or two."""


def start_of(entry: Entry) -> int:
    """Where an entry begins."""
    return int(_nodes(entry)[0].start_mark.index)


def end_of(entry: Entry, text: str) -> int:
    """Where an entry ends: behind its last value, before comments and empty lines."""
    return max(_end(node, text) for node in _nodes(entry))


def line_end(text: str, index: int) -> int:
    """The end of the line with an index, without its line break."""
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    return end - 1 if end > index and text[end - 1] == "\r" else end


def column_of(holder: yaml.CollectionNode) -> int:
    """How far the entries of a collection are indented."""
    node = holder if isinstance(holder, yaml.SequenceNode) else _nodes(holder.value[0])[0]
    return int(node.start_mark.column)


def dash_before(text: str, index: int) -> int:
    """The dash of the item that begins at an index; only blanks, line breaks and comments can stand between."""
    before = text[:index].rstrip()
    while not before.endswith("-") or _is_comment(before):
        before = before[: before.rindex("\n")].rstrip()
    return len(before) - 1


def value_of(entry: Entry) -> yaml.Node:
    """The value of an entry: the item itself, or what stands behind the key."""
    return _nodes(entry)[-1]


def _nodes(entry: Entry) -> tuple[yaml.Node, ...]:
    return entry if isinstance(entry, tuple) else (entry,)


def _end(node: Any, text: str) -> int:
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode):
        # The mark of a block stands behind the empty lines after it.
        return len(text[:end].rstrip()) if node.style in {"|", ">"} else end
    return end if node.flow_style or not node.value else end_of(node.value[-1], text)


def _is_comment(before: str) -> bool:
    return before[before.rfind("\n") + 1 :].lstrip(" -").startswith("#")

"""The difference between a text and the values it shall hold, as pieces of text to be replaced."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from oc_strategy.yamlediting.changes import Value, plain, scalar_text
from oc_strategy.yamlediting.extent import Entry, column_of, dash_before, end_of, line_end, start_of, value_of
from oc_strategy.yamlediting.writing import entry_text, item_text, value_text


@dataclass(frozen=True, slots=True)
class Splice:
    """A piece of the text, from one index up to another, and what stands there instead."""

    start: int
    end: int
    text: str


def differences(text: str, holder: Any, wanted: Any) -> Iterator[Splice]:
    """What to replace so that a collection of a text holds these values; the order of keys that stay is kept."""
    if isinstance(holder, yaml.MappingNode):
        yield from _in_mapping(text, holder, wanted)
    else:
        yield from _in_list(text, holder, wanted)


def _in_mapping(text: str, holder: Any, wanted: Mapping[str, Value]) -> Iterator[Splice]:
    known = {key.value: index for index, (key, _) in enumerate(holder.value)}
    for key, index in known.items():
        if key in wanted:
            yield from _set(text, holder, holder.value[index], wanted[key])
    yield from _without(text, holder, [index for key, index in known.items() if key not in wanted])
    last_kept = holder.value[max(index for key, index in known.items() if key in wanted)]
    for key, value in wanted.items():
        if key not in known:
            yield _added(text, holder, last_kept, entry_text(key, value, flow=bool(holder.flow_style)))


def _in_list(text: str, holder: Any, wanted: Sequence[Value]) -> Iterator[Splice]:
    gone: list[int] = []
    for first, last, new_first, new_last in _changed_runs(holder, wanted):
        paired = min(last - first, new_last - new_first)
        for offset in range(paired):
            yield from _set(text, holder, holder.value[first + offset], wanted[new_first + offset])
        gone += range(first + paired, last)
        for value in wanted[new_first + paired : new_last]:
            yield _inserted(text, holder, first + paired, item_text(value, flow=bool(holder.flow_style)))
    yield from _without(text, holder, gone)


def _changed_runs(holder: Any, wanted: Sequence[Value]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of items that are not the same: from and up to which in the text, from and up to which of the wanted."""
    before = [json.dumps(_values(item)) for item in holder.value]
    after = [json.dumps(plain(value)) for value in wanted]
    for kind, *run in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield run[0], run[1], run[2], run[3]


def _values(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _values(value) for key, value in node.value}
    return [_values(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _set(text: str, holder: Any, entry: Entry, value: Any) -> Iterator[Splice]:
    """Have a value where another is; where both are mappings or both lists, only what differs."""
    there = value_of(entry)
    if _goes_into(there, value):
        yield from differences(text, there, value)
    elif not _says(there, value):
        yield _rewritten(text, holder, entry, value)


def _goes_into(there: Any, value: Any) -> bool:
    """Whether both are collections of one kind with something to keep, so that the one can become the other."""
    if isinstance(there, yaml.MappingNode) and isinstance(value, Mapping):
        return any(key.value in value for key, _ in there.value)
    return isinstance(there, yaml.SequenceNode) and isinstance(value, list) and bool(there.value and value)


def _says(there: Any, value: Any) -> bool:
    """Whether a node says this very value already, so that its quoting is left alone."""
    if isinstance(there, yaml.ScalarNode):
        is_nothing = not there.style and there.value in {"", "~", "null", "Null", "NULL"}
        if value is None or is_nothing:
            return value is None and is_nothing
        return not isinstance(value, Mapping | list) and there.value == scalar_text(value)
    return not there.value and value in ({}, [])


def _rewritten(text: str, holder: Any, entry: Entry, value: Value) -> Splice:
    there, flow = value_of(entry), bool(holder.flow_style)
    if isinstance(entry, tuple) and (isinstance(value, Mapping | list) or not isinstance(there, yaml.ScalarNode)):
        start, words = start_of(entry), entry_text(entry[0].value, value, flow=flow)
    else:
        style = there.style if isinstance(there, yaml.ScalarNode) else None
        start = start_of(there)
        written = value_text if isinstance(entry, tuple) else item_text
        # An empty value stands directly behind its colon or dash.
        words = " " * (text[start - 1] in ":-") + written(value, flow=flow, style=style)
    return Splice(start, end_of(there, text), _indented(words, column_of(holder)))


def _added(text: str, holder: Any, after: Entry, words: str) -> Splice:
    """An entry behind another one."""
    end = end_of(after, text)
    if holder.flow_style:
        return Splice(end, end, f", {words}")
    column, end = column_of(holder), line_end(text, end)
    return Splice(end, end, "\n" + " " * column + _indented(words, column))


def _inserted(text: str, holder: Any, index: int, words: str) -> Splice:
    """An item before the one of an index."""
    if index:
        return _added(text, holder, holder.value[index - 1], words if holder.flow_style else f"- {words}")
    start = start_of(holder.value[0])
    if holder.flow_style:
        return Splice(start, start, f"{words}, ")
    start, column = dash_before(text, start), column_of(holder)
    return Splice(start, start, f"- {_indented(words, column)}\n" + " " * column)


def _without(text: str, holder: Any, gone: Sequence[int]) -> Iterator[Splice]:
    """What takes entries out of a collection that keeps others, with their separators or whole lines."""
    for first, last in _runs(gone):
        yield (_without_in_line if holder.flow_style else _without_lines)(text, holder, first, last)


def _runs(indexes: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours taken together, as first and last index."""
    runs: list[tuple[int, int]] = []
    for index in sorted(indexes):
        is_next = bool(runs) and runs[-1][1] == index - 1
        runs[-1:] = [(runs[-1][0], index)] if is_next else [*runs[-1:], (index, index)]
    return runs


def _without_in_line(text: str, holder: Any, first: int, last: int) -> Splice:
    if last + 1 < len(holder.value):
        return Splice(start_of(holder.value[first]), start_of(holder.value[last + 1]), "")
    return Splice(end_of(holder.value[first - 1], text), end_of(holder.value[last], text), "")


def _without_lines(text: str, holder: Any, first: int, last: int) -> Splice:
    begins = dash_before if isinstance(holder, yaml.SequenceNode) else _itself
    start = begins(text, start_of(holder.value[first]))
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        # The entry begins behind another dash: the next one moves up to it.
        return Splice(start, begins(text, start_of(holder.value[last + 1])), "")
    end = text.find("\n", end_of(holder.value[last], text))
    return Splice(line, len(text) if end < 0 else end + 1, "")


def _itself(text: str, index: int) -> int:  # noqa: ARG001 - one shape with `dash_before`
    return index


def _indented(words: str, column: int) -> str:
    first, *others = words.split("\n")
    return "\n".join([first, *(" " * column + line if line else line for line in others)])

"""Values as YAML text, in the style of the place where they go."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import yaml

from oc_strategy.yamlediting.changes import Value, scalar_text

_WIDTH: Final = 110
_TEXT: Final = "tag:yaml.org,2002:str"
_TAGS: Final = (
    (bool, "tag:yaml.org,2002:bool"), (int, "tag:yaml.org,2002:int"), (float, "tag:yaml.org,2002:float"),
)  # fmt: skip
_YEAR: Final = re.compile(r"[12][0-9]{3}")
_DATE: Final = "tag:yaml.org,2002:timestamp"
_KINDS: Final = {"mapping": "tag:yaml.org,2002:map", "sequence": "tag:yaml.org,2002:seq"}


class _Writer(yaml.SafeDumper):
    """Quotes what other programs take for something else than text, dates excepted; lists stand below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


_Writer.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _DATE]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def entry_text(key: str, value: Value, *, flow: bool, style: str | None = None) -> str:
    """`key: value`, without the line end; `style` is that of the value that stood there."""
    mapping = yaml.MappingNode(_KINDS["mapping"], [(_scalar(key, None), _node(value, style))], flow_style=flow)
    text = _serialized(mapping)
    return _within_braces(text) if flow else text


def item_text(value: Value, *, flow: bool, style: str | None = None) -> str:
    """A value as it stands in a list, without its dash: the lines of a block after the first are indented by two."""
    sequence = yaml.SequenceNode(_KINDS["sequence"], [_node(value, style)], flow_style=flow)
    text = _serialized(sequence)
    return _within_braces(text) if flow else text.removeprefix("-").removeprefix(" ")


def value_text(value: Value, *, flow: bool, style: str | None = None) -> str:
    """A single value as it stands after a key."""
    return entry_text("k", value, flow=flow, style=style).removeprefix("k:").removeprefix(" ")


def key_text(key: str, style: str | None) -> str:
    """A key as it stands before its colon."""
    quoted = style if style in {"'", '"'} else None
    mapping = yaml.MappingNode(_KINDS["mapping"], [(_scalar(key, quoted), _scalar(0, None))], flow_style=True)
    return _within_braces(_serialized(mapping)).removesuffix(": 0")


def _within_braces(text: str) -> str:
    return text[1:-1].strip()


def _serialized(node: yaml.Node) -> str:
    width = _WIDTH if isinstance(node, yaml.CollectionNode) and not node.flow_style else 10**6
    text: str = yaml.serialize(node, Dumper=_Writer, allow_unicode=True, width=width)
    return text.rstrip("\n")


def _node(value: Value, style: str | None) -> yaml.Node:
    if isinstance(value, Mapping):
        pairs = [(_scalar(key, None), _node(item, None)) for key, item in value.items()]
        return yaml.MappingNode(_KINDS["mapping"], pairs, flow_style=_is_short(value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [_node(item, None) for item in value]
        return yaml.SequenceNode(_KINDS["sequence"], items, flow_style=_is_short(value))
    return _scalar(value, style)


def _scalar(value: Any, style: str | None) -> yaml.ScalarNode:
    text = scalar_text(value)
    if not isinstance(value, str):
        return yaml.ScalarNode(next(tag for kind, tag in _TAGS if isinstance(value, kind)), text)
    # A year stands bare, as other dates do.
    tag = _TAGS[1][1] if _YEAR.fullmatch(text) and not style else _TEXT
    return yaml.ScalarNode(tag, text, style=_fitting(text, style))


def _fitting(text: str, style: str | None) -> str | None:
    """The style that was there, where the new text can have it; a block for several lines."""
    if style in {"|", ">"} and text.strip():
        return "|" if "\n" in text.rstrip("\n") else style
    if "\n" in text and not re.search(r"[ \t]\n|\A\s", text):
        return "|"
    return style if style in {"'", '"'} else None


def _is_short(value: Value) -> bool:
    """Whether a collection fits on one line: single values only, none of several lines, and not many letters."""
    if isinstance(value, Mapping):
        parts: list[object] = [*value.keys(), *value.values()]
    else:
        parts = list(value) if isinstance(value, Sequence) else []
    is_flat = all(isinstance(part, str | int | float) and "\n" not in str(part) for part in parts)
    return not parts or (is_flat and sum(len(str(part)) + 3 for part in parts) < _WIDTH - 20)

"""Values held against the model before they are written, as if they stood in the text already."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from oc_strategy.loading.validation import node
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.pulling.wrong import Wrong
from oc_strategy.yamlediting import Change, applied
from oc_strategy.yamlediting.changes import plain
from oc_strategy.yamlsource import Map, read


def wrong_with(kind: type[Node], node_id: str, raw: Any, changes: Sequence[Change]) -> Wrong | None:
    """What would be wrong with a node after changes to what the text has of it; paths begin at the node."""
    found = mistakes(kind, node_id, applied(raw if isinstance(raw, dict) else {}, changes))
    if not found:
        return None
    first = found[0]
    remedy = first.remedy
    return Wrong(
        Text.each(lambda language: f"{first.message.of(language)} {remedy.of(language) if remedy else ''}".strip())
    )


def mistakes(kind: type[Node], node_id: str, values: Any) -> list[Diagnostic]:
    """The mistakes of a node with these values."""
    own = {key: value for key, value in plain(values).items() if key in _keys(kind)}
    tree, refused = read(json.dumps(own, ensure_ascii=False).encode("utf-8", "replace"))
    assert isinstance(tree, Map), refused
    return node(kind, node_id, tree, "", "internal")[1]


def _keys(kind: type[Node]) -> frozenset[str]:
    """The keys of a node: a project's text holds sections, too."""
    return frozenset(info.alias or name for name, info in kind.model_fields.items() if name != "id")

"""YAML 1.2 text to plain values that remember where each stood, with limits that no hostile file passes.

Most of what people write is plain: one key or item a line, with a word, a list or a small mapping behind it. That is
read by lines; all else, and every text with anything wrong in it, from the events of libyaml.
"""

from __future__ import annotations

from typing import Any

from oc_strategy.yamlsource.limits import MAX_BYTES, MAX_DEPTH, MAX_SCALAR, MAX_VALUES
from oc_strategy.yamlsource.lines import plainly_read
from oc_strategy.yamlsource.refusal import Refusal
from oc_strategy.yamlsource.values import Map, Seq, Spot, key_spot_of, spot_of

__all__ = [
    "MAX_BYTES", "MAX_DEPTH", "MAX_SCALAR", "MAX_VALUES",
    "Map", "Refusal", "Seq", "Spot", "key_spot_of", "read", "spot_of",
]  # fmt: skip


def read(data: bytes) -> tuple[Any, list[Refusal]]:
    """The one document of a text as `Map`, `Seq`, str or None, and what was wrong with it.

    A text that cannot be read gives (None, [why]). Nothing is raised for what a user wrote.
    """
    if len(data) > MAX_BYTES:
        return None, [Refusal("file-too-large", Spot(1, 1), (("limit", f"{MAX_BYTES // 2**20} MiB"),))]
    text, problem = _decoded(data)
    if problem:
        return None, [problem]
    tree = plainly_read(text)
    if tree is not None:
        return tree, []
    from oc_strategy.yamlsource.events import built

    return built(text)


def _decoded(data: bytes) -> tuple[str, Refusal | None]:
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        return "", Refusal("not-utf8", Spot(line, column))

"""One value that a cell stands for: where it is in the model and in the text, and what it says now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oc_strategy.model.node import Node, NotApplicable
from oc_strategy.model.text import Language
from oc_strategy.pulling.links import Names
from oc_strategy.pulling.ours import Path, value_at
from oc_strategy.tables.shapes import Shape


@dataclass(frozen=True, slots=True)
class Asked:
    """A field with its shape, its value in full and as the audience sees it, and how it is written.

    `path` leads from the node through fields of the model, `shown_at` through what is shown of it; an absent node (of
    a row that is new) is None.
    """

    shape: Shape
    path: Path
    shown_at: Path
    full: Node | None
    seen: Node | None
    raw: Any
    """What the text of the node has at the path; None where nothing stands there."""
    names: Names
    languages: Sequence[Language]

    @property
    def value(self) -> Any:
        """The whole value."""
        return value_at(self.full, self.path)

    @property
    def shown(self) -> Any:
        """The value without what is above the audience."""
        return value_at(self.seen, self.shown_at)

    @property
    def is_withheld(self) -> bool:
        """Whether the audience sees nothing of a value that is there, so that nobody can have meant to change it."""
        return _is_given(self.value) and not _is_given(self.shown)

    @property
    def answer(self) -> NotApplicable | None:
        """The reason why the field does not apply, if that is stated."""
        return self.full.not_applicable.get(str(self.path[0])) if self.full and self.path else None


def _is_given(value: Any) -> bool:
    return value is not None and value != () and not (isinstance(value, Mapping) and not value)

"""A picture for a form, or the words that stand in its place."""

from __future__ import annotations

from dataclasses import dataclass

from oc_strategy.exporters.xlsx.picture import size_of

_LARGEST = 0.75
"""Of the size that the picture asks for; a small one is not blown up to fill its place."""


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG and what it shows; without one, why it could not be drawn."""

    png: bytes | None
    words: str

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Points that it takes within so many."""
        own = size_of(self.png) if self.png else None
        assert own is not None
        scale = min(width / own[0], height / own[1], _LARGEST)
        return own[0] * scale, own[1] * scale

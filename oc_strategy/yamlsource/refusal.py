"""Why a text was not read."""

from __future__ import annotations

from dataclasses import dataclass

from oc_strategy.yamlsource.values import Spot


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text was not read: a code, where, and the values that the message names."""

    code: str
    spot: Spot
    values: tuple[tuple[str, str], ...] = ()

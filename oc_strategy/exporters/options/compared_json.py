"""Options side by side as data."""

from __future__ import annotations

from typing import Any

from oc_strategy.deadlines import Deadline
from oc_strategy.exporters.options.shapes import both, gap_data, span_data
from oc_strategy.options.account import Account
from oc_strategy.options.side_by_side import Held, SideBySide


def compared_data(compared: SideBySide, told: Account) -> dict[str, Any]:
    """What the alternatives do, which outputs they treat differently, and which of them has which gap and date."""
    shown = [output for output in compared.outputs if told.is_shown(output.id)]
    return {
        "alternatives": [
            {
                "name": other.name,
                "title": both(other.title),
                "modes": {output.id: other.mode(output) for output in shown},
                "aims": span_data(other.spans) or None,
            }
            for other in compared.alternatives
        ],
        "differing": [output.id for output in compared.differing if told.is_shown(output.id)],
        "findings": [
            {**gap_data(held.what), "fate": [held.fate(i) for i in range(len(held.by))]} for held in compared.findings
        ]
        if told.shows_reasons
        else [],
        "deadlines": [_date(held, held in compared.doors) for held in compared.deadlines],
    }


def _date(held: Held[Deadline], is_door: bool) -> dict[str, Any]:
    date = held.what
    return {
        "on": date.on.text, "node": date.node.id, "kind": date.kind, "office": date.office,
        "needed_by": list(held.by), "decide_by": is_door,
    }  # fmt: skip

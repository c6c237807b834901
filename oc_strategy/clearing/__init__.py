"""The smallest edits that would clear a finding: one value each, tried on the model, never on a file."""

from oc_strategy.clearing.trying import Clearing, clearings

__all__ = ["Clearing", "clearings"]

"""Another id for a node or a project, everywhere in a portfolio where the old one is written."""

from oc_strategy.renaming.planning import Line, Plan, Unwilling, planned
from oc_strategy.renaming.target import Target, Word, targets

__all__ = ["Line", "Plan", "Target", "Unwilling", "Word", "planned", "targets"]

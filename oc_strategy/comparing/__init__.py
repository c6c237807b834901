"""Two states of a project or a portfolio compared: what was added, removed, changed, and what that did to the gaps."""

from oc_strategy.comparing.comparison import Comparison, compare, narrowed
from oc_strategy.comparing.fields import FieldChange, Kind
from oc_strategy.comparing.findings import FindingChange, Outcome
from oc_strategy.comparing.links import LinkChange
from oc_strategy.comparing.moves import Gravity, Move
from oc_strategy.comparing.nodes import NodeChange
from oc_strategy.comparing.portfolios import Changes, State, changes
from oc_strategy.comparing.sides import Side, shared_side, side_of
from oc_strategy.comparing.unequal import unequal

__all__ = [
    "Changes",
    "Comparison",
    "FieldChange",
    "FindingChange",
    "Gravity",
    "Kind",
    "LinkChange",
    "Move",
    "NodeChange",
    "Outcome",
    "Side",
    "State",
    "changes",
    "compare",
    "narrowed",
    "shared_side",
    "side_of",
    "unequal",
]

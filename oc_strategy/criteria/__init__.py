"""What speaks for and against each way to treat an output: criteria as data that a portfolio may replace."""

from oc_strategy.criteria.criterion import (
    AIMS,
    ALL_MODES,
    Aim,
    Criteria,
    Criterion,
    Direction,
    ModePoints,
    Pair,
    Pole,
    Sign,
)
from oc_strategy.criteria.reading import criteria_of, shipped_criteria

__all__ = [
    "AIMS",
    "ALL_MODES",
    "Aim",
    "Criteria",
    "Criterion",
    "Direction",
    "ModePoints",
    "Pair",
    "Pole",
    "Sign",
    "criteria_of",
    "shipped_criteria",
]

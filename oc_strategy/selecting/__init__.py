"""One language to choose nodes and findings with: `+node+`, `2+x`, `type:patents`, unions, intersections."""

from oc_strategy.selecting.changing import modified
from oc_strategy.selecting.choosing import Scope, chosen, names_for, unmatched
from oc_strategy.selecting.grammar import FOR_FINDINGS, Problem, Selector, Term, parsed
from oc_strategy.selecting.selection import Selection

__all__ = [
    "FOR_FINDINGS",
    "Problem",
    "Scope",
    "Selection",
    "Selector",
    "Term",
    "chosen",
    "modified",
    "names_for",
    "parsed",
    "unmatched",
]

"""How well the checks show what is known of a project, such as what history proved."""

from oc_strategy.scoring.expectation import Expectation
from oc_strategy.scoring.judging import score
from oc_strategy.scoring.ranking import Ranked, Tally, tally
from oc_strategy.scoring.reading import FILE, PlacedExpectation, has_expectation, read_expectation
from oc_strategy.scoring.score import KINDS, CaseScore, Judgement, in_all

__all__ = [
    "FILE",
    "KINDS",
    "CaseScore",
    "Expectation",
    "Judgement",
    "PlacedExpectation",
    "Ranked",
    "Tally",
    "has_expectation",
    "in_all",
    "read_expectation",
    "score",
    "tally",
]

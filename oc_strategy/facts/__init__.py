"""Dated facts of law, office practice and standards bodies, and the questions that rules ask of them."""

from oc_strategy.facts.fact import Confidence, Fact, Strength
from oc_strategy.facts.reading import Mistake
from oc_strategy.facts.store import Facts

__all__ = ["Confidence", "Fact", "Facts", "Mistake", "Strength"]

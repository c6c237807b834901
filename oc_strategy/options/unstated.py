"""Facts of the outputs that criteria go by and that nobody wrote: no rating stands for them, so they come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from oc_strategy.criteria import AIMS, Criterion
from oc_strategy.model.technology import Output
from oc_strategy.options.ground import QUARTERS, Ground


@dataclass(frozen=True, slots=True)
class Unstated:
    """A field of an output, named as its criterion, and how far it moves modes against each other at most."""

    output: str
    field: str
    matters: float


def unstated(ground: Ground) -> tuple[Unstated, ...]:
    """What is not written, what matters most first; `matters` is a share of its aim's range, as that of a question."""
    return tuple(sorted(_all(ground), key=lambda one: (-one.matters, one.output, one.field)))


def _all(ground: Ground) -> Iterator[Unstated]:
    for name, criterion in ground.criteria.criteria.items():
        if criterion.cases and name in Output.model_fields:
            for output in ground.outputs:
                if not output.is_answered(name):
                    yield Unstated(output.id, name, _matters(ground, output, criterion))


def _matters(ground: Ground, output: Output, criterion: Criterion) -> float:
    """From one case to another, how far the modes that are possible can move against each other."""
    modes, is_test = ground.possible(output.id), output.kind == "test-method"
    cases = [[case.strength(mode, is_test) for mode in modes] for case in criterion.cases.values()]
    moves = [[a - b for a, b in zip(one, other, strict=True)] for one, other in combinations(cases, 2)]
    most = max((max(move) - min(move) for move in moves if move), default=0)
    worst, best = ground.bounds[AIMS.index(criterion.aim)]
    return criterion.weight * QUARTERS * most / (best - worst) if best > worst else 0.0

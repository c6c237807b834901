"""Ratings in the text that no criterion asks for, and criteria where nobody reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from oc_strategy.criteria.criterion import Criteria, Criterion
from oc_strategy.loading.files import CRITERIA_FILE
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.places import Places
from oc_strategy.model.diagnostic import Diagnostic, Place
from oc_strategy.model.node import Node
from oc_strategy.model.technology import Output
from oc_strategy.yamlsource import Spot


def wrong_ratings(nodes: Iterable[Node], places: Places, criteria: Callable[[], Criteria]) -> Iterator[Diagnostic]:
    """A mistake for each rating of an output under a name that is no criterion, or that only the model answers.

    The criteria are asked for only where something is rated, which few projects do.
    """
    for output in nodes:
        for name in output.ratings if isinstance(output, Output) else ():
            known = criteria().criteria
            if name not in known or known[name].cases:
                place = places.of(output.id, ("ratings", name))
                yield _wrong(name, place, known)


def _wrong(name: str, place: Place, known: Mapping[str, Criterion]) -> Diagnostic:
    spot = Spot(place.line, place.column)
    if name in known:
        return mistake("criterion-of-model", place.file, spot, name=name)
    asked = [other for other, criterion in known.items() if not criterion.cases]
    return mistake("unknown-criterion", place.file, spot, closest(name, asked), name=name[:80])


def misplaced_criteria(folder: Path, root: Path) -> Iterator[Diagnostic]:
    """A mistake for criteria beside a project of a portfolio, where nobody reads them."""
    path = folder / CRITERIA_FILE
    if path.is_file() and folder.resolve() != root.resolve():
        yield mistake("criteria-misplaced", path.as_posix(), Spot(1, 1), root=(root / CRITERIA_FILE).as_posix())

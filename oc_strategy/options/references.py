"""Plans that everybody asks about, beside the frontier: as written, all closed, all open, and the classic mixes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import Ground
from oc_strategy.options.plans import Plan

Rank = Callable[[Output], Sequence[Sequence[Mode]]]
"""For an output: groups of modes, the group wanted first first; within a group the best by points is taken."""

_CLOSED: Final[tuple[Mode, ...]] = ("keep-secret", "patent-exclusive")
_GATED: Final[tuple[Mode, ...]] = ("patent-license",)
_OPEN: Final[tuple[Mode, ...]] = ("standard-free", "standard-frand", "patent-free", "open-source", "publish")
_STANDARD: Final[tuple[Mode, ...]] = ("standard-free", "standard-frand")
_INTERFACES: Final = frozenset({"interface", "protocol"})


def references(ground: Ground, options: Iterable[Option]) -> Mapping[str, Plan]:
    """Plans by name: `option:ID` for each option written by hand that treats every output, then the classic ones.

    A reference need not be possible: what forbids it is told beside it.
    """
    written = {f"option:{option.id}": plan for option in options if (plan := _written(ground, option)) is not None}
    classic = {name: tuple(_taken(ground, output, rank(output)) for output in ground.outputs) for name, rank in _RANKS}
    return {**written, **classic}


def _written(ground: Ground, option: Option) -> Plan | None:
    treatments = [option.treatments.get(output.id) for output in ground.outputs]
    modes = tuple(mode for treatment in treatments if treatment and (mode := treatment.nearest_mode))
    return modes if len(modes) == len(ground.outputs) and modes else None


def _taken(ground: Ground, output: Output, groups: Sequence[Sequence[Mode]]) -> Mode:
    """The best possible mode of the first group that has one; the best of the first group where none is possible."""
    possible = set(ground.possible(output.id))
    wanted = next((found for group in groups if (found := [m for m in group if m in possible])), list(groups[0]))
    return max(wanted, key=lambda mode: (sum(ground.choices[output.id][mode].told), mode))


def _all_closed(output: Output) -> Sequence[Sequence[Mode]]:  # noqa: ARG001 - one shape for all
    return _CLOSED, _GATED, _OPEN


def _all_open(output: Output) -> Sequence[Sequence[Mode]]:  # noqa: ARG001
    return _OPEN, _GATED, _CLOSED


def _open_interface(output: Output) -> Sequence[Sequence[Mode]]:
    is_open = output.kind in _INTERFACES or output.position == "boundary"
    return (_OPEN, _GATED, _CLOSED) if is_open else (_CLOSED, _GATED, _OPEN)


def _test_method(output: Output) -> Sequence[Sequence[Mode]]:
    return (_STANDARD, _OPEN, _GATED) if output.kind == "test-method" else (_CLOSED, _GATED, _OPEN)


def _staged(output: Output) -> Sequence[Sequence[Mode]]:
    is_open = output.kind in _INTERFACES or output.position in {"boundary", "periphery"}
    return (_GATED, _OPEN, _CLOSED) if is_open else (_CLOSED, _GATED, _OPEN)


_RANKS: Final[tuple[tuple[str, Rank], ...]] = (
    ("all-closed", _all_closed),
    ("all-open", _all_open),
    ("open-interface-closed-core", _open_interface),
    ("test-method-standard", _test_method),
    ("staged-opening", _staged),
)
CLASSIC: Final = tuple(name for name, _ in _RANKS)
"""The names of the classic mixes."""

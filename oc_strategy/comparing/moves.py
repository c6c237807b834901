"""How outputs moved between open and closed, what cannot be undone first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from oc_strategy.comparing.sides import Side
from oc_strategy.model.node import Node
from oc_strategy.model.steering import Option
from oc_strategy.model.technology import Output
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Posture

Gravity = Literal["irrevocable", "hard-to-undo", "notable", "slight"]
_OPENNESS: Final[dict[Posture | None, int]] = {"closed": 0, "gated": 1, "open": 2}


@dataclass(frozen=True, slots=True)
class Move:
    """One output treated differently: in which option, how before, how now; None where nothing was said."""

    output: Node | str
    option: Option
    is_chosen: bool
    before: Treatment | None
    after: Treatment | None

    @property
    def gravity(self) -> Gravity:
        """How hard it is to take back.

        What was secret and becomes known is known for ever; what anybody may work binds by promise or by reliance; what
        was open and is closed again may break a promise; all else can be turned round.
        """
        if self.before and self.after and self.before.is_kept_secret and not self.after.is_kept_secret:
            return "irrevocable"
        if self._steps > 0:
            return "irrevocable" if self.postures[1] == "open" else "hard-to-undo"
        if self._steps < 0:
            return "hard-to-undo" if self.postures[0] == "open" else "notable"
        return "notable" if self.before is None or self.after is None else "slight"

    @property
    def postures(self) -> tuple[Posture | None, Posture | None]:
        """Open, gated or closed, before and now."""
        return self.before.posture if self.before else None, self.after.posture if self.after else None

    @property
    def _steps(self) -> int:
        """How many steps towards open; negative for towards closed, zero where one side is unknown."""
        before, after = self.postures
        return _OPENNESS[after] - _OPENNESS[before] if before and after else 0


def moves(before: Side, after: Side, renamed: Mapping[str, str]) -> tuple[Move, ...]:
    """Each output that an option treats differently: under the chosen options of both sides first, gravest first.

    Where another option was chosen, the two chosen ones are compared: that is what the strategy did.
    """
    pairs = [(before.option, after.option, True)] if before.option and after.option else []
    for option in _options(after):
        old = _former(before, option, renamed)
        is_done = any(option is new and old is former for former, new, _ in pairs)
        if old is not None and not is_done:
            pairs.append((old, option, option is after.option))
    found = [move for old, new, is_chosen in pairs for move in _between(old, new, is_chosen, after, renamed)]
    return tuple(sorted(found, key=_order))


def _options(side: Side) -> Iterator[Option]:
    return (node for node in side.nodes.values() if isinstance(node, Option))


def _former(before: Side, option: Option, renamed: Mapping[str, str]) -> Option | None:
    old = next((former for former, new in renamed.items() if new == option.id), option.id)
    node = before.nodes.get(old)
    return node if isinstance(node, Option) else None


def _between(old: Option, new: Option, is_chosen: bool, after: Side, renamed: Mapping[str, str]) -> Iterator[Move]:
    earlier = {renamed.get(output_id, output_id): treatment for output_id, treatment in old.treatments.items()}
    for output_id in sorted({*earlier, *new.treatments}):
        one, other = earlier.get(output_id), new.treatments.get(output_id)
        if _axes(one) != _axes(other):
            output = after.graph.get(output_id)
            yield Move(output if isinstance(output, Output) else output_id, new, is_chosen, one, other)


def _axes(treatment: Treatment | None) -> object:
    return treatment and (treatment.mode, set(treatment.disclosures), treatment.accesses, treatment.stages)


def _order(move: Move) -> tuple[bool, int, str, str]:
    output = move.output if isinstance(move.output, str) else move.output.id
    return not move.is_chosen, get_args(Gravity).index(move.gravity), output, move.option.id

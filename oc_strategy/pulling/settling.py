"""What was decided about a plan, and the new texts of the files that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from oc_strategy.model.diagnostic import Place
from oc_strategy.pulling.ours import Path, value_at
from oc_strategy.pulling.plan import Plan, Side, Step
from oc_strategy.yamlediting import Change, Put, edited
from oc_strategy.yamlsource import Refusal, read

Decide = Callable[[Step], Side | None]
"""Which side of a step holds: the workbook's words are written, the project's stay, or nobody said."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The steps to write, those that are left as the project has them, and the conflicts that nobody settled."""

    written: tuple[Step, ...]
    left: tuple[Step, ...]
    open: tuple[Step, ...]


def settled(plan: Plan, decide: Decide) -> Settled:
    """A plan with its decisions; conflicts and deleted rows need one, all else is written unless it is refused."""
    sides = [(step, decide(step)) for step in plan.steps]
    written = [s for s, side in sides if side == "workbook" or (side is None and s.kind in {"change", "new"})]
    left = [s for s, side in sides if side == "project" or (side is None and s.kind == "deleted")]
    return Settled(tuple(written), tuple(left), tuple(s for s, side in sides if side is None and s.kind == "conflict"))


def files_after(steps: Iterable[Step]) -> dict[FilePath, bytes] | Place:
    """The new text of each file, or the first place that cannot be changed without touching what stands around it."""
    by_file: dict[str, list[Change]] = {}
    for step in steps:
        by_file.setdefault(step.place.file, []).extend(step.changes)
    files: dict[FilePath, bytes] = {}
    for file, changes in sorted(by_file.items()):
        data = FilePath(file).read_bytes()
        made = edited(data, _in_short(read(data)[0], changes))
        if isinstance(made, Refusal):
            return Place(file, made.spot.line, made.spot.column)
        if made != data:
            files[FilePath(file)] = made
    return files


def _in_short(tree: object, changes: Sequence[Change]) -> list[Change]:
    """The changes in an order in which none undoes another, each only once.

    A treatment of which only the mode changes stays the one word it was.
    """
    unique = list(dict.fromkeys(_frozen(change) for change in changes))
    kept = dict(zip(map(_frozen, changes), changes, strict=True))
    ordered = sorted((kept[key] for key in unique), key=lambda change: not _restates(tree, change))
    return list(_without_holes(tree, [_one_word(tree, change, ordered) for change in ordered]))


def _without_holes(tree: object, changes: Sequence[Change]) -> Iterator[Change]:
    """New items of a list one behind the other, though some of those proposed are not written."""
    ends: dict[Path, int] = {}
    for change in changes:
        *above, last = change.path
        there = value_at(tree, tuple(above))
        length = len(there) if isinstance(there, list) else 0
        if isinstance(change, Put) and isinstance(last, int) and last >= length:
            ends[tuple(above)] = ends.get(tuple(above), length - 1) + 1
            yield Put((*above, ends[tuple(above)]), change.value)
        else:
            yield change


def _frozen(change: Change) -> str:
    return repr(change)


def _restates(tree: object, change: Change) -> bool:
    """Whether a change says of a treatment in short form what its mode is, so that it can be given more."""
    return isinstance(change, Put) and change.path[-1] == "mode" and value_at(tree, change.path[:-1]) == change.value


def _one_word(tree: object, change: Change, every: Sequence[Change]) -> Change:
    above = change.path[:-1]
    is_mode = isinstance(change, Put) and change.path[-1] == "mode" and isinstance(value_at(tree, above), str)
    is_alone = not any(other is not change and other.path[: len(above)] == above for other in every)
    return Put(above, change.value) if is_mode and is_alone and isinstance(change, Put) else change

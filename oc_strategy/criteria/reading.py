"""The criteria that come with the tool, and those of a portfolio in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final, TypeVar

from oc_strategy import yamlsource
from oc_strategy.criteria.criterion import ALL_MODES, Criteria, Criterion, ModePoints, Pair
from oc_strategy.loading.files import CRITERIA_FILE, Source, read_file
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.records import placed_records
from oc_strategy.loading.validation import found_shape, record, shape
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.node import Record
from oc_strategy.yamlsource import Map

R = TypeVar("R", bound=Record)
_KEYS: Final = ("criteria", "modes", "pairs")


@cache
def shipped_criteria() -> Criteria:
    """The criteria that come with the tool."""
    data = resources.files("oc_strategy.criteria") / "data"
    found, mistakes = Criteria({}, {}, ()), list[Diagnostic]()
    for name in (CRITERIA_FILE, "modes.yaml"):
        tree, _ = yamlsource.read((data / name).read_bytes())
        found, wrong = _changed(found, Source(name, tree))
        mistakes += wrong
    if mistakes:
        raise ValueError(str(mistakes[0]))
    return found


def criteria_of(root: Path) -> tuple[Criteria, list[Diagnostic]]:
    """The shipped criteria with those of a portfolio's `criteria.yaml` in their place, and the mistakes in it.

    A criterion or mode there replaces that of the same name, `pairs` replace all pairs. What is wrong is left out.
    """
    path, base = root / CRITERIA_FILE, shipped_criteria()
    if not path.is_file():
        return base, []
    tree, mistakes = read_file(path, root)
    if tree is None:
        return base, mistakes
    source = Source(path.as_posix(), tree)
    own, wrong = _changed(base, source)
    return own, [*mistakes, *_unknown_keys(source), *wrong, *_unasked(base, source)]


def _changed(base: Criteria, source: Source) -> tuple[Criteria, list[Diagnostic]]:
    mistakes: list[Diagnostic] = []
    criteria = _records(Criterion, source, "criteria", mistakes)
    modes = _records(ModePoints, source, "modes", mistakes)
    pairs, wrong = placed_records(Pair, source, "pairs") if "pairs" in source.tree else ([], [])
    mistakes += [*wrong, *_unknown_modes(source, modes)]
    points = {mode: modes.get(mode) or base.modes[mode] for mode in ALL_MODES if mode in modes or mode in base.modes}
    kept = tuple(pair.record for pair in pairs) if "pairs" in source.tree else base.pairs
    return Criteria({**base.criteria, **criteria}, points, kept), mistakes


def _records(kind: type[R], source: Source, key: str, mistakes: list[Diagnostic]) -> Mapping[str, R]:
    """The records below a key by their names; what is none becomes a mistake."""
    found: dict[str, R] = {}
    for name, raw in _entries(source, key, mistakes):
        made, wrong = record(kind, raw, source.file)
        mistakes += wrong
        if made is not None:
            found[name] = made
    return found


def _entries(source: Source, key: str, mistakes: list[Diagnostic]) -> Iterator[tuple[str, Map]]:
    holder: Any = source.tree.get(key)
    if holder is None:
        return
    if not isinstance(holder, Map):
        spot = source.tree.value_spot(key)
        mistakes.append(mistake("wrong-type", source.file, spot, expected=shape("mapping"), found=found_shape(holder)))
        return
    for name, raw in holder.items():
        if isinstance(raw, Map):
            yield name, raw
        else:
            mistakes.append(mistake("not-a-mapping", source.file, holder.key_spot(name)))


def _unknown_keys(source: Source) -> Iterator[Diagnostic]:
    for key in source.tree:
        if key not in _KEYS:
            spot = source.tree.key_spot(key)
            yield mistake("unknown-key", source.file, spot, closest(key, _KEYS), key=key, section=CRITERIA_FILE)


def _unknown_modes(source: Source, modes: Mapping[str, ModePoints]) -> Iterator[Diagnostic]:
    for name in modes:
        if name not in ALL_MODES:
            spot = yamlsource.key_spot_of(source.tree, ("modes", name))
            allowed = ", ".join(ALL_MODES)
            yield mistake("not-in-list", source.file, spot, closest(name, ALL_MODES), value=name, allowed=allowed)


def _unasked(base: Criteria, source: Source) -> Iterator[Diagnostic]:
    """Criteria that nothing and nobody could ever rate: without poles, or with cases that the model does not tell."""
    holder: Any = source.tree.get("criteria")
    for name, raw in holder.items() if isinstance(holder, Map) else ():
        cases: Any = raw.get("cases") if isinstance(raw, Map) else None
        known = base.criteria[name].cases if name in base.criteria else {}
        if isinstance(raw, Map) and not (cases or raw.get("low") or raw.get("high")):
            spot = yamlsource.key_spot_of(source.tree, ("criteria", name))
            yield mistake("criterion-without-poles", source.file, spot, name=name)
        for case in cases if isinstance(cases, Map) else ():
            if case not in known:
                spot, all_known = cases.key_spot(case), ", ".join(known) or "-"
                yield mistake("criterion-case", source.file, spot, closest(case, known), value=case, known=all_known)

"""A finding is one value, whether its words are there or are still to be made."""

from __future__ import annotations

import pickle
from dataclasses import replace

from oc_strategy.model.diagnostic import Diagnostic, Evidence, LateTelling, Place, Subject, Telling, in_order
from oc_strategy.model.packed import packed, unpacked
from oc_strategy.model.text import Text

TELLING = Telling(Text("甲", "A"), Text("乙", "B"), (Evidence("core", Text.plain("x"), Place("p.yaml", 2, 3)),), ("n",))
FIELDS = ("message", "remedy", "chain", "named")


def _found(telling: Telling | LateTelling) -> Diagnostic:
    return Diagnostic("code", "good", telling, Place("p.yaml"), "demo", (Subject("core"),))


def test_what_is_told_late_is_made_once() -> None:
    made: list[Telling] = []

    def make() -> Telling:
        made.append(TELLING)
        return TELLING

    found = _found(LateTelling(make))
    assert made == []
    assert found.mentions == {"core", "n"}
    assert (found.message, found.remedy, found.chain, found.named) == tuple(getattr(TELLING, f) for f in FIELDS)
    assert made == [TELLING]


def test_what_is_told_late_equals_what_was_told_at_once() -> None:
    late, other = LateTelling(lambda: TELLING), LateTelling(lambda: Telling(Text.plain("c"), Text.plain("d")))
    assert _found(late) == _found(TELLING)
    assert _found(TELLING) == _found(late)
    assert _found(late) == _found(LateTelling(lambda: TELLING))
    assert _found(late) != _found(other)
    assert late != "told"
    assert (hash(late), repr(late)) == (hash(TELLING), repr(TELLING))


def test_what_is_told_late_reaches_other_processes_as_words() -> None:
    found = _found(LateTelling(lambda: TELLING))
    there = pickle.loads(pickle.dumps(found))
    assert there == found
    assert type(there.telling) is Telling
    assert unpacked(packed([found])) == (found,)


def test_findings_stand_by_weight_and_by_their_subjects_where_that_is_the_same() -> None:
    subjects = [(Subject(node), Subject("core", "kind")) for node in ("c", "a", "d", "b")]
    alike = [replace(_found(TELLING), subjects=each) for each in subjects]
    found = [*alike, replace(alike[0], severity="error"), replace(alike[1], place=Place("a.yaml", 9))]
    assert in_order(found) == sorted(found, key=lambda each: each.order)
    assert in_order(found) == in_order(reversed(found))
    assert {each.weight for each in in_order(found)[2:]} == {alike[0].weight}
    assert in_order(()) == []

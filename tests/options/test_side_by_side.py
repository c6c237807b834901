"""Plans have names that lead back to them; what is compared tells what differs, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oc_strategy.model.graph import Graph
from oc_strategy.options.naming import named_plans, names_of, plan_called, plan_title
from oc_strategy.options.side_by_side import side_by_side
from tests.options.laying import SETTINGS, laid


def test_every_name_leads_to_its_plan() -> None:
    _, layout = laid("qr-code")
    for name, plan in named_plans(layout).items():
        assert plan_called(layout, name) == (name, plan)
        assert name in names_of(layout, plan)
    assert plan_called(layout, "p1") == plan_called(layout, "P1")
    assert plan_called(layout, "open-symbol") == plan_called(layout, "option:open-symbol")
    assert plan_called(layout, "P0") is None


def test_a_plan_of_the_frontier_that_somebody_wrote_is_called_as_it_is() -> None:
    loaded, layout = laid("qr-code")
    (name, _) = (n for n in names_of(layout, layout.references["option:open-symbol"]))
    assert plan_title(layout, name, loaded.graph).en.startswith("Open the symbol")
    assert plan_title(layout, "all-open", loaded.graph).en == "Everything open"


def test_what_differs_is_told_and_what_is_the_same_is_not() -> None:
    loaded, layout = laid("qr-code")
    names = ["option:open-symbol", "option:all-closed"]
    both = side_by_side(loaded, SETTINGS, layout, names)
    assert [other.name for other in both.alternatives] == names
    assert [output.id for output in both.differing] == ["reader-interface", "symbol"]
    fates = {held.what.code: held.fate(1) for held in both.findings if not held.is_shared}
    assert fates["commitment-below-policy"] == "new"
    assert all(held.fate(0) in {"same", None} for held in both.findings)


def test_an_option_beside_itself_differs_in_nothing() -> None:
    loaded, layout = laid("agv")
    (name, *_) = names_of(layout, layout.references["option:open-interface"])
    twice = side_by_side(loaded, SETTINGS, layout, [name, name])
    assert not twice.differing
    assert all(held.is_shared for held in (*twice.findings, *twice.deadlines))
    assert not twice.doors


def test_an_option_that_leaves_an_output_open_can_be_compared_but_has_no_points() -> None:
    loaded, layout = laid("agv")
    option = loaded.graph.nodes["open-interface"]
    some = dict(list(option.treatments.items())[:3])  # type: ignore[attr-defined]
    nodes = [n for n in loaded.graph.nodes.values() if n.id != option.id]
    partial = replace(loaded, graph=Graph([*nodes, option.model_copy(update={"id": "partial", "treatments": some})]))
    (other,) = side_by_side(partial, SETTINGS, layout, ["partial"]).alternatives
    assert other.plan is None
    assert other.spans == ()
    with pytest.raises(KeyError):
        side_by_side(loaded, SETTINGS, layout, ["nothing"])

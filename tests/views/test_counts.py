"""Whatever is asked, shown and hidden together are all that the question covers, and a page stays a page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from drawing import example, project_texts, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oc_strategy.model.text import Text
from oc_strategy.views.catalog import VIEWS, candidates, draw, overviews
from oc_strategy.views.draft import Draft, Item, draft, grown
from oc_strategy.views.overview import LIMIT, overview
from oc_strategy.views.strategy import strategy_view
from oc_strategy.views.view import Arrow, Box, View


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    count = draw(st.integers(0, 160))
    shape = draw(st.randoms(use_true_random=False))
    items = [
        Item(
            Box(f"n{n}", Text.plain(f"n{n}"), shape.choice(("open", "closed")), group=shape.choice(("a", "b", None))),
            Text.plain(shape.choice(("x", "y", "z"))),
            shape.choice(("outputs", "standards")),
            f"n{shape.randrange(count)}" if shape.random() < 0.4 else None,
        )
        for n in range(count)
    ]
    arrows = [Arrow(f"n{shape.randrange(count)}", f"n{shape.randrange(count)}") for _ in range(count)]
    return draft(items, arrows)


@given(drafts(), st.integers(1, 100))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_summary_loses_nothing_and_keeps_to_the_limit(whole: Draft, limit: int) -> None:
    shown = overview(whole, limit)
    known, ids = {item.id for item in whole.items}, {box.id for box in shown.boxes}
    assert len(ids & known) + shown.summed_boxes == len(known)
    assert sum(arrow in whole.arrows for arrow in shown.arrows) + shown.summed_arrows == len(whole.arrows)
    assert all(arrow.source in ids and arrow.target in ids for arrow in shown.arrows)
    kinds = {(item.section, item.box.group, item.box.look, item.kind) for item in whole.items}
    assert len(shown.boxes) <= max(limit, len(kinds))


def test_parts_go_into_their_whole_before_kinds_are_summed_up() -> None:
    whole = Item(Box("whole", Text.plain("w"), "open"), Text.plain("x"), "outputs")
    parts = [Item(Box(f"p{n}", Text.plain("p"), "open"), Text.plain("x"), "outputs", "whole") for n in range(5)]
    shown = overview(draft([whole, *parts], []), 3)
    assert [box.id for box in shown.boxes] == ["whole"]
    assert shown.summed_boxes == 5
    assert shown.boxes[0].detail is not None
    assert "5" in shown.boxes[0].detail.of("ja")


@given(project_texts())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_view_fits_a_page_and_counts_right(text: str) -> None:
    report = told(text)
    everything = strategy_view(report, depth=9)
    total = _real(everything, report.graph.nodes) + everything.hidden_boxes
    for depth in (0, 1, 2):
        drawn = strategy_view(report, depth=depth)
        assert _real(drawn, report.graph.nodes) + drawn.hidden_boxes == total
    for name in ("strategy", "dependencies", "protection", "exposure"):
        view = draw(name, report)
        assert isinstance(view, View)
        assert len(view.boxes) <= LIMIT


def _real(view: View, nodes: object) -> int:
    return sum(box.id in nodes for box in view.boxes)  # type: ignore[operator]


@given(project_texts(largest=30), st.integers(0, 3))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_focus_hides_exactly_the_rest(text: str, depth: int) -> None:
    report = told(text)
    whole = strategy_view(report, depth=9)
    for output in report.graph.nodes:
        if output.startswith("o"):
            near = strategy_view(report, output, depth)
            assert len(near.boxes) + near.hidden_boxes == len(whole.boxes)
            assert len(near.arrows) + near.hidden_arrows == len(whole.arrows)
            items = tuple(Item(box, box.label, "") for box in whole.boxes)
            assert {box.id for box in near.boxes} == grown(draft(items, whole.arrows), {output}, depth)


@pytest.mark.parametrize("name", ["qr-code", "agv", "dvd", "rambus", "t1440-09", "can-fd"])
def test_every_candidate_of_every_example_can_be_drawn(name: str) -> None:
    report = example(name)
    for view in VIEWS:
        assert draw(view, report).title.of("ja")
        for node_id in candidates(view, report):
            drawn = draw(view, report, node_id)
            assert isinstance(drawn, View)
            assert not drawn.boxes or [box.id for box in drawn.boxes if box.is_focus] == [node_id]


def test_overviews_leave_out_what_has_nothing_to_show() -> None:
    assert list(overviews(example("qr-code"))) == list(VIEWS)
    assert overviews(told("id: p")) == {}


def test_the_roadmap_has_no_focus() -> None:
    with pytest.raises(ValueError, match=r"^symbol$"):
        draw("roadmap", example("qr-code"), "symbol")


def test_the_same_whatever_the_hash_seed() -> None:
    script = (
        "from drawing import example; from oc_strategy.views.catalog import overviews; import hashlib;"
        "print(hashlib.sha256(repr([overviews(example(n)) for n in ('qr-code', 'agv')]).encode()).hexdigest())"
    )
    seen = {_run(script, seed) for seed in ("0", "42")}
    assert len(seen) == 1


def _run(script: str, seed: str) -> str:
    here = Path(__file__).parent
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "PYTHONPATH": os.pathsep.join((str(here), str(here.parents[1]))),
    }
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return done.stdout

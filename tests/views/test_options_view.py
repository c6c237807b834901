"""Two options laid over each other: all that moves is there, marked by sign and word, and nothing else claims to."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from oc_strategy.lang import word
from oc_strategy.model.treatment import Treatment
from oc_strategy.model.vocabulary import Mode
from oc_strategy.views.catalog import candidates, draw
from oc_strategy.views.options import MOVES, move_of
from oc_strategy.views.view import View
from tests.tables.books import report_of_text, report_on

PROJECT = """id: demo
option: first
outputs:
  link: {kind: interface, complements: core}
  core: {kind: process}
  shell: {kind: component}
  rest: {kind: component}
licenses:
  terms: {terms: royalty-free}
secrets:
  know-how: {protects: core}
options:
  first:
    treatments:
      link: {mode: patent-free, via: terms}
      core: {mode: keep-secret, via: know-how}
      shell: publish
      rest: publish
  second:
    treatments: {link: patent-exclusive, core: {mode: keep-secret, via: know-how}, shell: standard-free, rest: publish}
"""


def _view(first: str = "first", second: str = "second") -> View:
    report = report_of_text(PROJECT)
    by_id = {option.id: option for option in report.options}
    drawn = draw("options", replace(report, overlaid=(by_id[first], by_id[second])))
    assert isinstance(drawn, View)
    return drawn


def test_what_moves_stands_by_its_way_and_says_from_where_to_where() -> None:
    groups = {box.id: box.group for box in _view().boxes}
    assert groups == {"link": "closes", "shell": "alters", "core": "stays", "terms": None}
    link = next(box for box in _view().boxes if box.id == "link")
    assert link.detail is not None
    assert word("Mode", "patent-free").en in link.detail.en
    assert word("Mode", "patent-exclusive").en in link.detail.en
    assert {box.group for box in _view("second", "first").boxes if box.id == "link"} == {"opens"}


def test_what_carries_one_option_only_is_signed_and_its_arrow_says_so() -> None:
    (arrow,) = (a for a in _view().arrows if a.source == "terms")
    assert (arrow.target, arrow.line) == ("link", "removed")
    (back,) = (a for a in _view("second", "first").arrows if a.source == "terms")
    assert back.line == "added"
    terms = next(box for box in _view().boxes if box.id == "terms")
    assert terms.detail is not None
    assert "- in the first only" in terms.detail.en


def test_what_stays_and_is_linked_to_nothing_that_moves_is_counted() -> None:
    view = _view()
    assert "rest" not in {box.id for box in view.boxes}
    assert view.hidden_boxes == 1
    assert _view("first", "first").boxes == ()


@pytest.mark.parametrize(("first", "last"), list(permutations(["keep-secret", "patent-license", "publish"], 2)))
def test_the_way_back_is_the_opposite_way(first: Mode, last: Mode) -> None:
    there, back = (move_of(Treatment(mode=a), Treatment(mode=b)) for a, b in ((first, last), (last, first)))
    assert {there, back} == {"opens", "closes"}


def test_an_output_that_one_option_leaves_untreated_is_neither_opened_nor_closed() -> None:
    assert move_of(None, Treatment(mode="publish")) == "alters"
    assert move_of(None, None) == "stays"


def test_the_chosen_option_and_the_next_are_laid_over_each_other_unless_others_are_named() -> None:
    report = report_on("agv")
    assert report.pair is not None
    assert report.pair[0] == report.option
    view = draw("options", report)
    assert isinstance(view, View)
    assert {box.group for box in view.boxes} <= {*MOVES, None}
    assert view.subtitle is not None
    assert report.pair[1].name().ja in view.subtitle.ja


def test_one_option_is_nothing_to_compare() -> None:
    view = draw("options", report_of_text("id: demo\noutputs: {a: {}}\noptions: {only: {treatments: {a: publish}}}\n"))
    assert isinstance(view, View)
    assert view.boxes == ()
    assert view.empty is not None


def test_it_can_be_drawn_around_all_that_it_covers_and_nothing_else() -> None:
    report = report_on("qr-code")
    for node_id in candidates("options", report):
        assert any(box.is_focus for box in draw("options", report, node_id).boxes)  # type: ignore[union-attr]
    with pytest.raises(ValueError, match="nothing"):
        draw("options", report, "nothing")

"""The strategy picture says what history did, marks gaps, and keeps to one page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawing import box, ends, example, ids, told

from oc_strategy.model.text import Confidentiality
from oc_strategy.views.strategy import strategy_view
from oc_strategy.views.view import View

BUSINESS = """
id: p
option: plan
outputs:
  interface: {position: boundary, complements: [engine]}
  engine: {position: core, revenue_bottleneck: true}
  extra: {}
patents:
  on-interface: {covers: [interface]}
  on-engine: {covers: [engine]}
secrets:
  know-how: {protects: [engine]}
licenses:
  free: {terms: royalty-free, grants: [on-interface]}
products:
  machine: {revenue_role: main, embodies: [engine], sold_in: [home]}
  gift: {revenue_role: none, embodies: [interface]}
markets:
  home: {countries: [JP]}
options:
  plan: {treatments: {interface: standard-free, engine: keep-secret}}
"""


def view() -> View:
    return strategy_view(told(BUSINESS, "restricted"))


def test_the_qr_code_is_open_licensed_and_closed_as_documented() -> None:
    drawn = strategy_view(example("qr-code"))
    assert ids(drawn, "open") == {"symbol"}
    assert ids(drawn, "gated") == {"reader-interface"}
    assert ids(drawn, "closed") == {"decoder", "variants"}
    assert ids(drawn, "products") == {"readers", "custom-codes", "other-readers"}
    assert ids(drawn, "markets") == {"japan-readers"}
    assert [group.id for group in drawn.groups] == ["open", "gated", "closed", "products", "markets"]


def test_the_qr_code_earns_with_readers_and_guards_the_symbol() -> None:
    drawn = strategy_view(example("qr-code"))
    assert {("decoder", "readers"), ("readers", "japan-readers"), ("variants", "custom-codes")} <= ends(drawn, "strong")
    assert ("reader-interface", "other-readers") not in ends(drawn, "strong")
    assert {("finder-pattern", "symbol"), ("qr-mark", "symbol"), ("free-use", "finder-pattern")} <= ends(drawn, "plain")


def test_rights_stand_as_boxes_at_the_boundary_and_as_numbers_elsewhere() -> None:
    drawn = view()
    assert {"on-interface", "free"} <= ids(drawn)
    assert not {"on-engine", "know-how"} & ids(drawn)
    assert (drawn.hidden_boxes, drawn.hidden_arrows) == (2, 2)
    detail = box(drawn, "engine").detail
    assert detail is not None
    assert "patents 1, secrets 1" in detail.of("en")
    assert "特許 1、営業秘密 1" in detail.of("ja")


def test_more_depth_shows_every_right() -> None:
    drawn = strategy_view(told(BUSINESS, "restricted"), depth=2)
    assert {"on-engine", "know-how"} <= ids(drawn)
    assert (drawn.hidden_boxes, drawn.hidden_arrows) == (0, 0)


def test_what_nobody_decided_on_stands_apart() -> None:
    assert ids(view(), "undecided") == {"extra"}
    assert box(view(), "extra").look == "undecided"


def test_a_way_without_a_name_of_its_own_is_told_by_its_two_axes() -> None:
    text = BUSINESS.replace("engine: keep-secret", "engine: {disclosure: secret, access: paid}")
    detail = box(strategy_view(told(text, "restricted")), "engine").detail
    assert detail is not None
    assert "Secret / Paid licence" in detail.of("en")
    assert "秘匿 / 有償許諾" in detail.of("ja")


def test_a_family_without_a_date_is_not_told_to_be_unfiled() -> None:
    detail = box(view(), "on-interface").detail
    assert detail is not None
    assert "filings not recorded" in detail.of("en")
    assert "出願の記載なし" in detail.of("ja")


def test_only_what_earns_is_drawn_as_revenue() -> None:
    assert ends(view(), "strong") == {("engine", "machine"), ("machine", "home")}
    assert ends(view(), "dotted") == {("interface", "gift")}
    assert ends(view(), "dashed") == {("interface", "engine")}


def test_a_focus_narrows_to_its_neighbours_and_counts_the_rest() -> None:
    drawn = strategy_view(told(BUSINESS, "restricted"), focus="know-how")
    assert ids(drawn) == {"know-how", "engine"}
    assert box(drawn, "know-how").is_focus
    assert (drawn.hidden_boxes, drawn.hidden_arrows) == (8, 7)


def test_a_focus_that_is_no_part_of_it_is_named() -> None:
    with pytest.raises(ValueError, match=r"^nowhere$"):
        strategy_view(told(BUSINESS, "restricted"), focus="nowhere")


def test_an_empty_project_says_so() -> None:
    drawn = strategy_view(told("id: p"))
    assert drawn.boxes == ()
    assert drawn.empty is not None
    assert "treatment" in drawn.empty.of("en")


def test_gaps_are_marked_for_those_who_may_know() -> None:
    closed = "id: p\noption: plan\noutputs: {o: {position: core, confidentiality: public}}\n"
    closed += "options: {plan: {treatments: {o: publish}, confidentiality: public}}"
    report = told(closed)
    subjects = {subject.node for gap in report.gaps for subject in gap.subjects}
    marked = {b.id for b in strategy_view(report).boxes if b.detail and "gaps" in b.detail.of("en")}
    assert marked == subjects & {"o"} != set()
    public = strategy_view(told(closed, "public"))
    assert "gaps" not in (box(public, "o").detail or box(public, "o").label).of("en")


def test_secrets_are_not_even_counted_for_those_who_may_not_know() -> None:
    drawn = strategy_view(told(BUSINESS, "internal"))
    detail = box(drawn, "engine").detail
    assert detail is not None
    assert "patents 1" in detail.of("en")
    assert "secrets" not in detail.of("en")
    assert drawn.hidden_boxes == 1


RESERVED = """
id: p
title: {ja: 事業, en: Venture}
option: plan
confidentiality: public
outputs: {o: {position: core, confidentiality: public}, later: {confidentiality: public}}
patents: {family: {covers: [o], confidentiality: restricted}}
options:
  plan: {treatments: {o: publish}, confidentiality: restricted}
"""


@pytest.mark.parametrize("audience", ["public", "partner", "internal"])
def test_where_the_option_was_taken_out_nothing_is_claimed(audience: Confidentiality) -> None:
    drawn = strategy_view(told(RESERVED, audience))
    assert {found.look for found in drawn.boxes} == {"output"}
    assert [group.id for group in drawn.groups] == ["output"]
    assert drawn.subtitle is not None
    assert "plan" not in drawn.subtitle.of("en")
    assert (drawn.hidden_boxes, drawn.hidden_arrows) == (0, 0), "what was taken out is not counted either"


def test_who_may_see_all_is_told_what_is_undecided() -> None:
    drawn = strategy_view(told(RESERVED, "restricted"))
    assert (box(drawn, "o").look, box(drawn, "later").look) == ("open", "undecided")
    assert drawn.hidden_boxes == 1


def test_a_treatment_that_was_taken_out_leaves_no_claim() -> None:
    report = told(RESERVED, "restricted")
    assert report.option is not None
    without = report.option.model_copy(update={"treatments": {"o": None}})
    drawn = strategy_view(replace(report, option=without, audience="public"))
    assert (box(drawn, "o").look, box(drawn, "later").look) == ("output", "undecided")


def test_the_title_names_the_project_and_below_it_stand_day_and_option() -> None:
    drawn = strategy_view(example("qr-code"))
    assert drawn.title.of("ja") == "QRコード　戦略図（オープン・ライセンス・クローズ）"
    assert drawn.subtitle is not None
    assert drawn.subtitle.of("ja").startswith("基準日 2026-11-23、選択肢「")


def test_open_gated_and_closed_stand_side_by_side_on_a_board() -> None:
    drawn = strategy_view(example("qr-code"))
    assert drawn.is_board
    assert [group.row for group in drawn.groups] == ["postures", "postures", "postures", None, None]

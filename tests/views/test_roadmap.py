"""The roadmap puts each date in its group, as wide as it is known, and stays a page."""

from __future__ import annotations

from drawing import example, told

from oc_strategy.views.roadmap import LIMIT, roadmap_view
from oc_strategy.views.view import Timeline

DATED = """
id: p
period: {from: 2024-04-01, until: 2028}
outputs: {o: {completed_on: 2025-06}, later: {completed_on: 2027}}
patents:
  family:
    priority_date: 2025-01-10
    members:
      - {office: JP, filed: 2025-01-10, status: pending}
      - {office: US, filed: 2026-01-09, status: pending}
      - {office: EP, filed: 2026-01-09, status: pending}
publications: {talk: {on: 2026-03-01, venue: talk}}
standards:
  draft:
    stages: [{stage: "10.00", actual: 2025-01-06}, {stage: "20.00", actual: 2025-03-03}, {stage: "60.60", target: 2029}]
  referred-to: {published: 1994}
products: {machine: {launched: 2026-04-01, revenue_until: 2038}}
agreements: {contract: {from: 2024-04-01, until: 2029-03-31}}
actions: {past: {due: 2026-01-31, status: open}, ahead: {due: 2027-01-31, status: open}}
"""


def lanes(timeline: Timeline) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for lane in timeline.lanes:
        name = lane.id or lane.label.of("en")
        found.setdefault(lane.group.of("en"), {})[name] = [s.label.of("en") for s in lane.spans]
    return found


def test_each_date_stands_in_its_group() -> None:
    shown = lanes(roadmap_view(told(DATED)))
    assert shown["Research and development"] == {"p": ["Project"], "o": ["Completed"], "later": ["To be completed"]}
    assert shown["Filing and rights"] == {"family": ["First filing", "filed EP, US"]}
    assert shown["Stages of standards"] == {"draft": ["Reached 10.00 to 20.00", "Target 60.60"]}
    assert shown["Business and licences"] == {"machine": ["Sales and revenue"]}
    assert list(shown["Agreements"]) == ["contract"]
    assert shown["Deadlines"]["Action due"] == ["past", "ahead"]


def test_a_date_known_to_the_year_stays_that_wide() -> None:
    (lane,) = (lane for lane in roadmap_view(told(DATED)).lanes if lane.id == "later")
    (span,) = lane.spans
    assert span.start == span.end
    assert (span.start.first.isoformat(), span.start.last.isoformat()) == ("2027-01-01", "2027-12-31")


def test_what_is_past_and_still_open_stands_out() -> None:
    (lane,) = (lane for lane in roadmap_view(told(DATED)).lanes if lane.label.of("en") == "Action due")
    assert [span.look for span in lane.spans] == ["gap", "plain"]


def test_the_qr_code_climbs_from_industry_to_the_world() -> None:
    shown = lanes(roadmap_view(example("qr-code")))
    assert list(shown["Stages of standards"]) == ["aim-iss", "jeida-55", "jis-x-0510", "iso-18004"]
    assert shown["Stages of standards"]["iso-18004"] == ["published"]


def test_too_many_rows_are_summed_up_and_counted() -> None:
    outputs = "".join(f"  o{n}: {{completed_on: {2000 + n % 40}}}\n" for n in range(300))
    timeline = roadmap_view(told(f"id: p\noutputs:\n{outputs}publications: {{talk: {{on: 2026}}}}"))
    assert len(timeline.lanes) <= LIMIT
    kept = [lane for lane in timeline.lanes if lane.id and lane.id.startswith("o")]
    (rest,) = (lane for lane in timeline.lanes if lane.id is None)
    assert rest.label.of("ja") == f"ほか {300 - len(kept)}件（基準日から遠いもの）"
    assert any(lane.id == "talk" for lane in timeline.lanes)


def test_without_dates_it_says_so() -> None:
    timeline = roadmap_view(told("id: p\noutputs: {o: {}}"))
    assert timeline.lanes == ()
    assert timeline.empty is not None
    assert "dated" in timeline.empty.of("en")


def test_of_each_kind_of_deadline_the_first_are_named_and_the_others_counted() -> None:
    due = "".join(f"  a{n}: {{due: 2027-01-{n + 1:02d}, status: open}}\n" for n in range(9))
    shown = lanes(roadmap_view(told(f"id: p\nactions:\n{due}")))
    assert shown["Deadlines"]["Action due"] == ["a0", "a1", "a2", "6 others"]


def test_the_page_stays_short_where_rows_hold_many_dates() -> None:
    stages = ", ".join(f'{{stage: "{n}0.00", target: {2026 + n}}}' for n in range(1, 7))
    text = "".join(f"  s{n}: {{stages: [{stages}]}}\n" for n in range(40))
    timeline = roadmap_view(told(f"id: p\nstandards:\n{text}"))
    kept = [lane for lane in timeline.lanes if lane.id]
    assert sum((len(lane.spans) + 1) // 2 for lane in kept) < LIMIT
    assert timeline.lanes[-1].label.of("ja") == f"ほか {40 - len(kept)}件（基準日から遠いもの）"


def test_marks_agreements_and_laws_have_looks_of_their_own() -> None:
    timeline = roadmap_view(example("agv"))
    assert {"mark", "agreement", "regulation"} <= {span.look for lane in timeline.lanes for span in lane.spans}
    assert timeline.title.of("ja").endswith("工程表")

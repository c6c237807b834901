"""Time axes: everything stands in its place, no label on another, whatever the dates."""

import re
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from oc_strategy.exporters.diagrams import dot_source, found_renderer, pictures
from oc_strategy.exporters.diagrams.axis import CHART, axis_of
from oc_strategy.exporters.diagrams.lanes import LANE, placed
from oc_strategy.model.dates import Date
from oc_strategy.model.text import Text
from oc_strategy.views.view import Span, TimeLane, Timeline

needs_graphviz = pytest.mark.skipif(found_renderer() is None, reason="no Graphviz is installed to draw with")
TODAY = date(2026, 11, 1)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(Date.day)
spans = st.builds(
    Span, days, days, st.text("ab 標準試験", max_size=80).map(Text.plain), st.sampled_from(["open", "patent"])
)


def timeline(*all_spans: Span) -> Timeline:
    return Timeline(
        "t", Text(ja="工程表", en="Roadmap"), (TimeLane(Text.plain("G"), Text.plain("L"), all_spans),), TODAY
    )


def span(start: str, end: str, label: str) -> Span:
    return Span(Date.parse(start), Date.parse(end), Text.plain(label))


@settings(deadline=None)
@given(st.lists(spans, max_size=12))
def test_no_bar_or_label_stands_on_another(some: list[Span]) -> None:
    axis = axis_of(timeline(*some), 200)
    lane = placed(TimeLane(Text.plain("G"), Text.plain("L"), tuple(some)), axis, 200 + CHART, "ja")
    assert len(lane.marks) == len(some)
    for one, other in combinations(lane.marks, 2):
        apart = one.extent[1] <= other.extent[0] or other.extent[1] <= one.extent[0]
        assert one.row != other.row or apart
    assert all((mark.row + 1) * LANE <= lane.height for mark in lane.marks)
    assert all(mark.extent[1] <= 200 + CHART + 8 and mark.extent[0] >= 0 for mark in lane.marks)


def test_phases_that_follow_each_other_share_a_row() -> None:
    phases = (span("2024", "2025", "a"), span("2026-01", "2027", "b"))
    axis = axis_of(timeline(*phases), 200)
    lane = placed(TimeLane(Text.plain("G"), Text.plain("L"), phases), axis, 200 + CHART, "en")
    assert [mark.row for mark in lane.marks] == [0, 0]


@pytest.mark.parametrize(
    ("first", "last"), [("2025", "2027"), ("1990", "2035"), ("0001", "9999"), ("2026-01", "2026-02")]
)
def test_year_labels_have_room_and_the_axis_holds_everything(first: str, last: str) -> None:
    axis = axis_of(timeline(span(first, last, "x")), 200)
    places = [axis.at(day) for day in axis.years]
    assert places
    assert all(right - left >= 30 for left, right in pairwise(places))
    assert 200 <= axis.at(Date.parse(first).first) <= axis.at(Date.parse(last).last) <= 200 + CHART + 0.01


def test_a_few_distant_dates_leave_the_width_to_the_years_that_hold_most() -> None:
    far = [span(year, year, "far") for year in ("1951", "2089")]
    near = [span(f"2026-{month:02d}", "2027", "near") for month in range(1, 13)]
    axis = axis_of(timeline(*far, *near), 200)
    assert not axis.is_even
    assert axis.at(date(2027, 12, 31)) - axis.at(date(2026, 1, 1)) > CHART / 2
    places = [axis.at(date(year, 6, 1)) for year in range(1951, 2090)]
    assert places == sorted(places)
    assert "drawn wider" in dot_source(timeline(*far, *near), "en")
    assert "drawn wider" not in dot_source(timeline(*near), "en")


def test_a_lane_shows_a_sign_where_the_look_changes() -> None:
    looks = ("patent", "patent", "open")
    days = ("2024", "2025", "2026")
    some = [
        Span(Date.parse(day), Date.parse(day), Text.plain(day), look) for day, look in zip(days, looks, strict=True)
    ]
    lane = placed(TimeLane(Text.plain("G"), Text.plain("L"), tuple(some)), axis_of(timeline(*some), 200), 2000, "en")
    assert sorted(mark.label for mark in lane.marks) == ["2025", "[OPEN]\u00a02026", "[PATENT]\u00a02024"]


def test_lanes_groups_today_and_legend_are_named() -> None:
    some = (
        span("2026-04", "2027-03", "実証試験"),
        Span(Date.parse("2026"), Date.parse("2026"), Text.plain("期限"), "patent"),
    )
    source = dot_source(timeline(*some), "ja")
    for words in (
        "工程表  【社外秘】",
        "実証試験",
        "【特】\u00a0期限",
        "本日 2026-11-01",
        "凡例",
        "2027",
        "【特】\u00a0特許・意匠",
    ):
        assert words in source
    assert "shape=diamond" in source


def test_a_timeline_without_spans_says_why() -> None:
    empty = Timeline("t", Text.plain("t"), (), TODAY, empty=Text(ja="日付がまだない", en="No dates yet"))
    assert "日付がまだない" in dot_source(empty, "ja")
    assert "No dates yet" in dot_source(empty, "en")
    assert "Nothing to show" in dot_source(Timeline("t", Text.plain("t"), (), TODAY), "en")


@needs_graphviz
def test_what_is_drawn_stands_where_it_was_put() -> None:
    some = (span("2026-04", "2026-04", "期限"), span("2024", "2026-06", "実証試験の準備と実施"))
    file = pictures({"t": timeline(*some)}, "ja", "svg")["t"]
    assert isinstance(file, bytes), file
    root = etree.fromstring(file)
    texts = {"".join(text.itertext()): text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"期限", "実証試験の準備と実施", "本日 2026-11-01", "2025"} <= set(texts)
    width = float(re.sub("[a-z]", "", root.get("width", "")))
    assert 1100 < width < 1300

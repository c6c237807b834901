"""Boards: a landscape page, every box in its frame, nothing on another, and words that can be read on paper."""

import re
import subprocess
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oc_strategy.exporters.diagrams import NotDrawn, dot_source, drawings, found_renderer, pictures
from oc_strategy.exporters.diagrams.board import arrows_of, bands
from oc_strategy.exporters.diagrams.board_dot import board
from oc_strategy.exporters.diagrams.board_places import placed
from oc_strategy.exporters.diagrams.ways import with_ways
from oc_strategy.model.text import Text
from oc_strategy.views.view import Arrow, Box, Group, Look, View

needs_graphviz = pytest.mark.skipif(found_renderer() is None, reason="no Graphviz is installed to draw with")
PLACE = re.compile(r'^(\w+) \[id="\w+", pos="(\S+),(\S+)!", width=(\S+), height=([\d.]+)', re.MULTILINE)
FRAME = re.compile(r'bb="([^,"]+),([^,"]+),([^,"]+),([^,"]+)"')
GROUPS = (
    Group("open", Text.plain("Open: spread, to make the market"), "open", "row"),
    Group("gated", Text.plain("Licensed: used on terms"), "gated", "row"),
    Group("closed", Text.plain("Closed: kept, to earn"), "closed", "row"),
    Group("products", Text.plain("Products"), "product"),
    Group("markets", Text.plain("Markets"), "market"),
)
LOOKS: dict[str | None, Look] = {
    "open": "open", "gated": "gated", "closed": "closed", "products": "product", "markets": "market", None: "patent",
}  # fmt: skip


@st.composite
def boards(draw: st.DrawFn, largest: int = 60) -> View:
    shape = draw(st.randoms(use_true_random=False))
    count = draw(st.integers(1, largest))
    words = (
        "短い",
        "読取装置・読取方法の特許群",
        "Localisation interface",
        "自己位置推定インタフェースの権利不行使宣言",
    )
    homes = [shape.choice([*LOOKS]) for _ in range(count)]
    boxes = tuple(
        Box(f"b{n}", Text.plain(shape.choice(words)), LOOKS[home], Text.plain(shape.choice(words)), group=home)
        for n, home in enumerate(homes)
    )
    ends = [(shape.randrange(count), shape.randrange(count)) for _ in range(count)]
    arrows = tuple(Arrow(f"b{s}", f"b{t}") for s, t in dict.fromkeys(ends) if s != t)
    return View("v", Text.plain("v"), boxes, arrows, GROUPS, subtitle=Text.plain("As of today"), is_board=True)


def rectangles(source: str) -> dict[str, tuple[float, float, float, float]]:
    """Left, bottom, right and top of everything that has a place, in points."""
    found = {}
    for name, *numbers in PLACE.findall(source):
        x, y, width, height = (float(number) for number in numbers)
        found[name] = (x - width * 36, y - height * 36, x + width * 36, y + height * 36)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(boards(), st.sampled_from(["ja", "en"]))
def test_nothing_stands_on_another_nor_so_near_that_no_arrow_gets_through(view: View, language: str) -> None:
    places = rectangles(dot_source(view, language))
    assert len(view.boxes) == sum(bool(re.fullmatch(r"n\d+", name)) for name in places)
    for (one, a), (other, b) in combinations(places.items(), 2):
        apart = max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3])
        assert apart > 6, (one, other)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(boards())
def test_every_box_of_a_group_stands_in_its_frame(view: View) -> None:
    source = dot_source(view, "ja")
    places = rectangles(source)
    frames = [tuple(float(number) for number in frame) for frame in FRAME.findall(source)]
    for number, box in enumerate(view.boxes):
        left, bottom, right, top = places[f"n{number}"]
        around = [f for f in frames if f[0] < left and f[1] < bottom and right < f[2] and top < f[3]]
        assert len(around) == 1 or (not around and box.group is None)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(boards())
def test_each_box_has_one_place_and_frames_follow_the_order_of_the_groups(view: View) -> None:
    found = placed(bands(view, [50.0] * len(view.boxes)), arrows_of(view))
    frames = [frame for band in found for frame in band]
    assert sorted(box for frame in frames for row in frame.rows for box in row) == list(range(len(view.boxes)))
    assert all(0 < place < frame.columns for frame in frames for place in frame.at.values())
    named = [frame.group.id for frame in frames if frame.group]
    assert named == [group.id for group in GROUPS if group.id in named]


def test_a_guard_stands_in_the_frame_of_what_it_guards_and_above_it() -> None:
    boxes = (Box("right", Text.plain("r"), "patent"), Box("o", Text.plain("o"), "open", group="open"))
    view = View("v", Text.plain("v"), boxes, (Arrow("right", "o"),), GROUPS, is_board=True)
    ((frame,),) = bands(view, [50.0, 50.0])
    assert frame.rows == ((0,), (1,))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(boards(largest=25), st.sampled_from(["ja", "en"]))
def test_up_to_25_boxes_the_page_is_so_narrow_that_words_have_seven_points(view: View, language: str) -> None:
    places = rectangles(dot_source(view, language)).values()
    width = max(place[2] for place in places) - min(place[0] for place in places)
    assert 12 * (25 / 2.54 * 72) / width >= 7


@needs_graphviz
def test_arrows_find_their_way_round_boxes_and_the_picture_is_the_same_twice() -> None:
    names = ("one", "two", "three", "four", "five", "six", "seven")
    boxes = tuple(Box(name, Text.plain(name), "open", group="open") for name in names)
    view = View("v", Text.plain("v"), boxes, (Arrow("one", "three"), Arrow("one", "seven")), GROUPS, is_board=True)
    first, second = (pictures({"v": view}, "en", picture) for picture in ("svg", "svg"))
    assert first == second
    renderer = found_renderer()
    assert renderer is not None
    if renderer.kind == "dot":
        run = subprocess.run(
            [renderer.program, "-Knop1", "-Tsvg"],
            input=dot_source(view, "en").encode(),
            capture_output=True,
            check=True,
        )
        assert b"straight" not in run.stderr


@needs_graphviz
def test_a_picture_is_the_same_alone_and_in_company() -> None:
    names = ("one", "two", "three", "four", "five", "six", "seven", "eight")
    wanted = {}
    for count in range(2, len(names) + 1):
        boxes = tuple(Box(name, Text.plain(name), "market", group="markets") for name in names[:count])
        arrows = tuple(Arrow(*ends) for ends in combinations(names[:count], 2))
        wanted[names[count - 1]] = View("v", Text.plain("v"), boxes, arrows, GROUPS, is_board=True), "en"
    together = drawings({**wanted, "again": wanted["two"]}, ["svg", "png"])
    assert together["again"] == together["two"]
    for name, pair in wanted.items():
        alone, drawn = drawings({"": pair}, ["svg"])[""], together[name]
        assert not isinstance(alone, NotDrawn)
        assert not isinstance(drawn, NotDrawn)
        assert alone["svg"] == drawn["svg"]


@needs_graphviz
def test_arrows_go_between_their_boxes_and_no_room_is_left_for_control_points() -> None:
    boxes = tuple(Box(f"b{n}", Text.plain("same"), "open", group="open") for n in range(24))
    arrows = tuple(Arrow(f"b{n}", f"b{23 - n}") for n in range(12))
    view = View("v", Text.plain("v"), boxes, arrows, GROUPS, is_board=True)
    source = with_ways({"": board(view, "en", {})}, 60, None)[""]
    assert isinstance(source, str)
    places = rectangles(source)
    ways = re.findall(r'^n(\d+) -> n(\d+) \[id="e\d+", pos="e,(\S+),(\S+) (\S+),(\S+) ([^"]*)"', source, re.MULTILINE)
    assert len(ways) == len(arrows)
    left, right = (pick(place[side] for place in places.values()) for pick, side in ((min, 0), (max, 2)))
    for start, end, *ends, curve in ways:
        to, at = (tuple(map(float, pair)) for pair in (ends[:2], ends[2:]))
        for box, (x, y) in ((start, at), (end, to)):
            near = places[f"n{box}"]
            assert near[0] - 4 <= x <= near[2] + 4
            assert near[1] - 4 <= y <= near[3] + 4
        assert all(left - 20 <= float(point.split(",")[0]) <= right + 20 for point in curve.split())

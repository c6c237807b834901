"""The overlay shows what was added, removed and changed, with the links between, and counts what it leaves out."""

from __future__ import annotations

from datetime import date

from oc_strategy.checking import Settings
from oc_strategy.comparing import State, changes
from oc_strategy.exporters.diagrams import dot_source
from oc_strategy.facts import Facts
from oc_strategy.model.text import Text
from oc_strategy.portfolio import project_of_text
from oc_strategy.views.changes import changes_view
from oc_strategy.views.view import View

SETTINGS = Settings(date(2026, 4, 1), Facts())
BEFORE = """
outputs:
  kept: {title: Kept}
  gone: {title: Gone, depends_on: kept}
  moved: {title: Moved, position: core, depends_on: kept}
  named: {title: Old name}
"""
AFTER = """
outputs:
  kept: {title: Kept}
  come: {title: Come, depends_on: kept}
  moved: {title: Moved, position: boundary, depends_on: kept}
  named: {title: New name}
"""


def view(*pairs: tuple[str, str]) -> View:
    """The picture of some projects, each given before and after."""
    states = []
    for at, name in enumerate(("A", "B")):
        loaded = [project_of_text(f"id: p{number}\n{pair[at]}") for number, pair in enumerate(pairs)]
        assert not [mistake for project in loaded for mistake in project.mistakes]
        states.append(State(Text.plain(name), tuple(loaded), SETTINGS))
    return changes_view(changes(states[0], states[1], "restricted"))


def test_each_node_looks_like_what_became_of_it() -> None:
    looks = {box.label.of("en"): box.look for box in view((BEFORE, AFTER)).boxes}
    assert looks == {"Come": "added", "Gone": "removed", "Moved": "changed", "Kept": "plain"}


def test_links_are_added_removed_or_as_they_were() -> None:
    lines = {(arrow.source, arrow.target): arrow.line for arrow in view((BEFORE, AFTER)).arrows}
    assert lines == {
        ("project:p0/come", "project:p0/kept"): "added",
        ("project:p0/gone", "project:p0/kept"): "removed",
        ("project:p0/moved", "project:p0/kept"): "plain",
    }


def test_signs_tell_what_colours_tell() -> None:
    drawn = dot_source(view((BEFORE, AFTER)), "en")
    for words in (
        "[+ ADDED]\u00a0Come",
        "[- REMOVED]\u00a0Gone",
        "[~ CHANGED]\u00a0Moved",
        "Core → Boundary",
        "+ Depends on",
    ):
        assert words in drawn.replace("\\n", " ")


def test_nodes_with_new_words_only_are_counted_not_drawn() -> None:
    drawn = view((BEFORE, AFTER))
    assert drawn.hidden_boxes == 1
    assert not [box for box in drawn.boxes if box.id.endswith("named")]


def test_several_projects_stand_in_frames_of_their_own() -> None:
    drawn = view((BEFORE, AFTER), (AFTER, BEFORE), (BEFORE, BEFORE))
    assert [group.id for group in drawn.groups] == ["project:p0", "project:p1"]
    assert {box.group for box in drawn.boxes} == {"project:p0", "project:p1"}
    assert not view((BEFORE, AFTER)).groups


def test_a_picture_has_no_more_than_a_page_bears() -> None:
    many = "outputs:\n" + "".join(f"  n{number}: {{}}\n" for number in range(80))
    drawn = view(("", many))
    assert (len(drawn.boxes), drawn.hidden_boxes) == (60, 20)


def test_an_output_that_moves_is_drawn_though_only_an_option_says_so() -> None:
    project = "option: plan\noutputs: {core: {title: Core}}\noptions: {plan: {title: Plan, treatments: {core: %s}}}\n"
    boxes = {box.label.of("en"): box for box in view((project % "keep-secret", project % "publish")).boxes}
    assert boxes["Core"].look == "changed"
    assert boxes["Core"].detail is not None
    assert "Closed → Open" in boxes["Core"].detail.of("en")
    assert "クローズ → オープン" in boxes["Core"].detail.of("ja")

"""What nobody wrote about the outputs and criteria go by is asked first, and no longer once it is written."""

from __future__ import annotations

import pytest

from oc_strategy.criteria import shipped_criteria
from oc_strategy.options.explaining import questions
from oc_strategy.options.ground import Ground, ground
from oc_strategy.options.unstated import unstated
from oc_strategy.portfolio import project_of_text
from tests.options.laying import SETTINGS


def _ground(outputs: str) -> Ground:
    return ground(project_of_text(f"id: demo\noutputs: {outputs}\n"), SETTINGS, shipped_criteria())


def test_a_bare_output_is_asked_for_kind_and_position_which_decide_more_than_most_ratings() -> None:
    bare = _ground("{a: {}}")
    found = unstated(bare)
    assert {(one.output, one.field) for one in found} == {("a", "kind"), ("a", "position")}
    asked = sorted(question.matters for question in questions(bare))
    assert min(one.matters for one in found) > asked[len(asked) // 2]


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("{kind: process}", {"position"}),
        ("{kind: service}", {"position"}),
        ("{position: core}", {"kind"}),
        ("{kind: process, position: core}", set()),
        ("{kind: {not_applicable: none of them}, position: core}", set()),
    ],
)
def test_what_is_written_or_stated_not_to_apply_is_asked_no_more(fields: str, left: set[str]) -> None:
    assert {one.field for one in unstated(_ground(f"{{a: {fields}}}"))} == left


def test_what_matters_most_comes_first_and_equals_stand_by_their_ids() -> None:
    found = unstated(_ground("{b: {}, a: {}}"))
    assert [one.matters for one in found] == sorted((one.matters for one in found), reverse=True)
    assert [one.output for one in found if one.field == "position"] == ["a", "b"]

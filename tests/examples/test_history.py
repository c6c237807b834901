"""History as a test suite: each case shows what it is known for, and nothing that it is not known for."""

from __future__ import annotations

import pytest
from cases import CASES, expected, scored

from oc_strategy.scoring import Judgement

JUDGED = [
    pytest.param(judgement, id=f"{name}-{judgement.kind}-{judgement.about}-{judgement.option}-{judgement.as_of}")
    for name in CASES
    for judgement in scored(name).judgements
]


@pytest.mark.parametrize("judgement", JUDGED)
def test_history_is_reproduced(judgement: Judgement) -> None:
    assert judgement.is_right, f"{judgement.place}: {judgement.expected.en!r}, but {judgement.found.en!r}"


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_judged_whole_and_on_a_day_of_its_own(name: str) -> None:
    whole = expected(name).expectation
    assert whole.nothing_else
    assert whole.as_of is not None
    assert whole.must_fire or whole.must_not_fire or whole.moments

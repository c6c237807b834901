"""Treatments: modes stand for pairs of axes, and a posture follows from both."""

from __future__ import annotations

from typing import get_args

import pytest

from oc_strategy.model.treatment import MODES, Treatment
from oc_strategy.model.vocabulary import Mode, Posture


@pytest.mark.parametrize(
    ("mode", "posture"),
    [
        ("keep-secret", "closed"),
        ("patent-exclusive", "closed"),
        ("patent-license", "gated"),
        ("patent-free", "open"),
        ("standard-frand", "open"),
        ("standard-free", "open"),
        ("publish", "open"),
        ("open-source", "open"),
    ],
)
def test_each_mode_has_its_posture(mode: Mode, posture: Posture) -> None:
    assert Treatment.model_validate(mode).posture == posture


@pytest.mark.parametrize("mode", get_args(Mode))
def test_a_mode_is_the_nearest_of_its_own_axes(mode: Mode) -> None:
    disclosure, access = MODES[mode]
    written = Treatment.model_validate({"disclosure": list(disclosure), "access": access})
    assert written.nearest_mode is not None
    assert Treatment(mode=written.nearest_mode).posture == Treatment(mode=mode).posture


def test_what_is_secret_stays_closed_although_a_partner_may_work_it() -> None:
    assert Treatment.model_validate({"disclosure": "secret", "access": "selected"}).posture == "closed"


def test_without_either_axis_nothing_is_claimed() -> None:
    assert Treatment.model_validate({"reason": "later"}).posture is None

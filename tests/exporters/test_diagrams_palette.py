"""Every look is told from every other without colour, by readers of colour, and by name in both languages."""

from itertools import combinations
from typing import get_args

import pytest

from oc_strategy.exporters.diagrams.palette import INK, LINES, STYLES, lightness
from oc_strategy.lang import text
from oc_strategy.views.view import Line, Look


def test_every_look_and_line_has_a_style_a_sign_and_a_name() -> None:
    assert set(STYLES) == set(get_args(Look))
    assert set(LINES) == set(get_args(Line))
    for look in STYLES:
        assert text(f"diagrams.looks.{look}").ja
        assert text(f"diagrams.signs.{look}").ja
    for line in LINES:
        assert text(f"diagrams.lines.{line}").ja


def test_no_two_looks_share_an_outline() -> None:
    for one, other in combinations(STYLES, 2):
        assert STYLES[one].outline != STYLES[other].outline, (one, other)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_two_looks_share_a_sign(language: str) -> None:
    signs = [getattr(text(f"diagrams.signs.{look}"), language) for look in STYLES]
    assert len(set(signs)) == len(signs)


@pytest.mark.parametrize("look", sorted(STYLES))
def test_text_is_readable_on_its_fill_and_the_border_stands_out_in_grey(look: Look) -> None:
    style = STYLES[look]
    assert (lightness(style.fill) + 0.05) / (lightness(INK) + 0.05) >= 7
    assert (lightness(style.fill) + 0.05) / (lightness(style.border) + 0.05) >= 2.5


def test_fills_of_open_gated_and_closed_differ_in_grey_or_by_outline() -> None:
    borders = sorted(lightness(STYLES[look].border) for look in ("open", "gated", "closed", "standard"))
    assert borders[0] > lightness(INK)
    assert all(STYLES[look].outline != STYLES["open"].outline for look in ("gated", "closed", "standard"))

"""From all that a question covers to what one page shows: focus, depth, size, and the count of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from oc_strategy.lang import text
from oc_strategy.report import Report
from oc_strategy.views.draft import Draft, within
from oc_strategy.views.overview import overview
from oc_strategy.views.view import Group, Line, View


def page(
    key: str, report: Report, whole: Draft, kept: Iterable[str], *, groups: tuple[Group, ...] = (),
    direction: Literal["TB", "LR"] = "TB", words: tuple[tuple[Line, str], ...] = (),
) -> View:  # fmt: skip
    """The view of the kept part of a draft; all else of the draft is counted as hidden.

    `words` says for each kind of line which key of `pictures.lines` tells its meaning.
    """
    part = within(whole, kept)
    shown = overview(part)
    used = {box.group for box in shown.boxes}
    return View(
        key=key,
        title=text(f"views.{key}.title"),
        boxes=shown.boxes,
        arrows=shown.arrows,
        groups=tuple(group for group in groups if group.id in used),
        direction=direction,
        audience=report.audience,
        hidden_boxes=len(whole.items) - len(part.items) + shown.summed_boxes,
        hidden_arrows=len(whole.arrows) - len(part.arrows) + shown.summed_arrows,
        empty=text(f"views.{key}.empty"),
        line_words=tuple((line, text(f"pictures.lines.{word}")) for line, word in words),
    )


def in_focus(whole: Draft, focus: str | None) -> Draft:
    """The draft with its focus marked; ValueError with the id where the question does not cover it."""
    if focus is None:
        return whole
    if all(item.id != focus for item in whole.items):
        raise ValueError(focus)
    items = [replace(i, box=replace(i.box, is_focus=True)) if i.id == focus else i for i in whole.items]
    return replace(whole, items=tuple(items))

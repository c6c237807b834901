"""From all that a question covers to what one page shows: focus, depth, size, and the count of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from oc_strategy.lang import text
from oc_strategy.model.text import Text
from oc_strategy.report import Report
from oc_strategy.views.draft import Draft, within
from oc_strategy.views.overview import overview
from oc_strategy.views.view import Group, Line, Look, View

_TREATED: Final[frozenset[Look]] = frozenset({"open", "gated", "closed", "undecided"})


def page(
    key: str, report: Report, whole: Draft, kept: Iterable[str], *, groups: tuple[Group, ...] = (),
    words: tuple[tuple[Line, str], ...] = (), is_board: bool = True,
) -> View:  # fmt: skip
    """The view of the kept part of a draft; all else of the draft is counted as hidden.

    `words` says for each kind of line which key of `pictures.lines` tells its meaning; on a board nothing else does.
    """
    whole = replace(whole, arrows=tuple(replace(a, label=None) for a in whole.arrows)) if is_board else whole
    part = within(whole, filter(report.is_selected, kept))
    shown = overview(part)
    used = {box.group for box in shown.boxes}
    return View(
        key=key,
        title=named(key, report),
        boxes=shown.boxes,
        arrows=shown.arrows,
        groups=tuple(group for group in groups if group.id in used),
        audience=report.audience,
        hidden_boxes=len(whole.items) - len(part.items) + shown.summed_boxes,
        hidden_arrows=len(whole.arrows) - len(part.arrows) + shown.summed_arrows,
        empty=text(f"views.{key}.empty"),
        is_board=is_board,
        subtitle=day_and_option(report, {box.look for box in shown.boxes}),
        line_words=tuple((line, text(f"pictures.lines.{word}")) for line, word in words),
    )


def named(key: str, report: Report) -> Text:
    """The title of a picture: the project, then what is drawn of it."""
    return text("pictures.title", project=report.project.name(), view=text(f"views.{key}.title"))


def day_and_option(report: Report, looks: Iterable[Look]) -> Text:
    """The day for which a picture holds, and the option where it shows how that treats outputs."""
    day = report.today.isoformat()
    if report.option is None or not _TREATED.intersection(looks):
        return text("pictures.as-of", day=day)
    return text("pictures.as-of-option", day=day, option=report.option.name())


def in_focus(whole: Draft, focus: str | None) -> Draft:
    """The draft with its focus marked; ValueError with the id where the question does not cover it."""
    if focus is None:
        return whole
    if all(item.id != focus for item in whole.items):
        raise ValueError(focus)
    items = [replace(i, box=replace(i.box, is_focus=True)) if i.id == focus else i for i in whole.items]
    return replace(whole, items=tuple(items))

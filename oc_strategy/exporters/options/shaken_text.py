"""What a shock does to the plans, as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from oc_strategy.exporters.options.pieces import heading
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text, word
from oc_strategy.model.text import Language
from oc_strategy.options.account import Account
from oc_strategy.options.shaking import Blow, Shaken

_LEAST: Final = 0.005


def shaken_lines(told: Account, shaken: Shaken, language: Language, paint: Paint) -> Iterator[str]:
    """What a shock is, then for each plan the aims that move, the gaps that open, and what cannot be done any more."""
    yield heading(text("options.shock", shock=text(f"options.shocks.{shaken.shock}")).of(language), paint)
    if not shaken.is_felt:
        yield "  " + text("options.shock-unfelt").of(language)
        return
    for blow in shaken.blows:
        state = text("options.breaks" if blow.is_broken else "options.holds").of(language)
        yield f"  {blow.name}  {paint(state, 'red' if blow.is_broken else 'green')}  {_moves(blow, language)}".rstrip()
        for output_id, mode, reasons in blow.lost if told.shows_reasons else ():
            yield f"    {clean(output_id)} ({word('Mode', mode).of(language)})"
            yield from (f"      | {clean(reason.message.of(language))}" for reason in reasons)
        for gap in blow.opened if told.shows_reasons else ():
            yield f"    {word('Severity', gap.severity).of(language)} [{gap.code}] {clean(gap.message.of(language))}"


def _moves(blow: Blow, language: Language) -> str:
    moved = [
        f"{text(f'options.aims.{span.aim}').of(language)} {100 * span.told:.0f} → {100 * after:.0f}"
        for span, after in zip(blow.before, blow.after, strict=True)
        if abs(span.told - after) > _LEAST
    ]
    return text("options.listed").of(language).join(moved)

"""Why a plan may not be offered, in words: the demands of `is_allowed`, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oc_strategy.lang import text, word
from oc_strategy.model.text import Text, listed
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.ground import POSTURES, Ground
from oc_strategy.options.plans import Plan


def refusals(ground: Ground, plan: Plan) -> Iterator[Text]:
    """What stands against a plan; nothing where it may be offered."""
    mode_of = dict(zip((output.id for output in ground.outputs), plan, strict=True))
    forbidden = [(output_id, mode) for output_id, mode in mode_of.items() if mode not in ground.possible(output_id)]
    if forbidden:
        yield text("options.forbidden", outputs=_treated(forbidden))
    opens = any(POSTURES[mode] == "open" for mode in plan)
    if opens and not any(POSTURES[mode_of[output_id]] == "closed" for output_id in ground.earners):
        yield text("options.no-earner")
    for opened, needed in ground.needs:
        if POSTURES[mode_of[opened]] == "open" and mode_of[needed] == "keep-secret":
            yield text("options.open-needs-secret", opened=opened, needed=needed)
    for together in ground.barred:
        if all(mode_of[output_id] == mode for output_id, mode in together):
            yield text("options.barred", outputs=_treated(sorted(together)))


def _treated(pairs: Iterable[tuple[str, Mode]]) -> Text:
    return listed(_pair(output_id, mode) for output_id, mode in pairs)


def _pair(output_id: str, mode: Mode) -> Text:
    label = word("Mode", mode)
    return Text.each(lambda lang: f"{output_id} ({label.of(lang)})")

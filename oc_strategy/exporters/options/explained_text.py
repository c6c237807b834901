"""One output explained as text: what speaks for and against each mode, from which facts, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from oc_strategy.exporters.options.pieces import COLOURS, fact_line, heading, mode_cell
from oc_strategy.exporters.terminal import Paint, clean
from oc_strategy.lang import text, word
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Language
from oc_strategy.model.vocabulary import Mode
from oc_strategy.options.account import Account
from oc_strategy.options.criteria_words import pole_words, said_of
from oc_strategy.options.explaining import Standing, is_torn, standings, turns
from oc_strategy.options.ground import POSTURES, QUARTERS, Voice
from oc_strategy.options.rating import Rating
from oc_strategy.wording import named, said

_IN_FULL: Final = 3


def explained_text(told: Account, output: Output, chosen: Mode | None, language: Language, paint: Paint) -> str:
    """Everything in one language: the modes from the best down; those that lead, and the `chosen` one, in full."""
    ground = told.layout.ground
    ranked = standings(ground, output.id, told.weights)
    possible = [standing for standing in ranked if standing.is_possible]
    full = {standing.mode for standing in possible[:_IN_FULL]} | {chosen}
    facts: set[str] = set()
    torn = text("options.torn", output=named(output)).of(language)
    parts = [
        [heading(clean(named(output).of(language)), paint), *_facets(output, language)],
        *(list(_standing(told, s, s.mode in full, s.mode == chosen, facts, language, paint)) for s in possible),
        *(list(_forbidden(told, s, s.mode == chosen, language, paint)) for s in ranked if not s.is_possible),
        list(_unknown(told, output, language, paint)),
        list(_turns(told, output, language, paint)),
        [paint(torn, "yellow")] if is_torn(ground, output.id) else [],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _facets(output: Output, language: Language) -> list[str]:
    fields = ("kind", "position", "reverse_engineering", "revenue_bottleneck")
    words = [clean(words.of(language)) for field in fields if (words := said(output, field))]
    return [f"  {text('options.listed').of(language).join(words)}"] if words else []


def _standing(
    told: Account, standing: Standing, in_full: bool, is_chosen: bool, seen: set[str], language: Language, paint: Paint
) -> Iterator[str]:
    """A mode with its voices; the facts of a criterion stand below its first voice only."""
    mode = paint(mode_cell(standing.mode).of(language), COLOURS[POSTURES[standing.mode]])
    mark = f"  {text('options.as-chosen').of(language)}" if is_chosen else ""
    yield f"{mode}  {text('options.value', value=f'{standing.value:+.1f}').of(language)}{mark}"
    if not in_full:
        return
    for key, voices in (("speaks-for", standing.speaks_for), ("speaks-against", standing.against)):
        if voices:
            yield f"  {text(f'options.{key}').of(language)}"
        yield from (line for voice in voices for line in _voice(told, voice, seen, language, paint))


def _voice(told: Account, voice: Voice, seen: set[str], language: Language, paint: Paint) -> Iterator[str]:
    criterion = told.layout.ground.criteria.criteria[voice.rating.criterion]
    aim = text(f"options.aims.{voice.aim}").of(language)
    what = clean(said_of(criterion, voice.rating).of(language))
    title = clean(criterion.title.of(language))
    yield f"    {voice.low / QUARTERS:+.1f} {aim}  {title}: {what}"
    if voice.rating.criterion not in seen:
        seen.add(voice.rating.criterion)
        yield from (paint(f"      | {line}", "dim") for line in _facts(told, voice.rating, language))


def _facts(told: Account, rating: Rating, language: Language) -> Iterator[str]:
    """What of the model a rating rests on, with its place; that a person gave it where one did."""
    if rating.origin == "person":
        yield text("options.by-person").of(language)
    places = told.loaded.places if told.shows_reasons else None
    yield from (fact_line(step, places, language) for step in rating.facts)


def _forbidden(told: Account, standing: Standing, is_chosen: bool, language: Language, paint: Paint) -> Iterator[str]:
    mark = f"  {text('options.as-chosen').of(language)}" if is_chosen else ""
    yield f"{mode_cell(standing.mode).of(language)}  {paint(text('options.not-possible').of(language), 'red')}{mark}"
    for obstacle in standing.obstacles if told.shows_reasons else ():
        rule = f"[{obstacle.rule}] " if obstacle.rule else ""
        yield f"  | {rule}{clean(obstacle.message.of(language))}"


def _unknown(told: Account, output: Output, language: Language, paint: Paint) -> Iterator[str]:
    asked: Sequence[str] = [q.rating.criterion for q in told.layout.questions if q.output == output.id]
    if not asked:
        return
    yield heading(text("options.unknown").of(language), paint)
    for name in asked:
        criterion = told.layout.ground.criteria.criteria[name]
        yield f"  {name}: {clean(criterion.question.of(language))}"


def _turns(told: Account, output: Output, language: Language, paint: Paint) -> Iterator[str]:
    found = turns(told.layout.ground, output.id, told.weights)
    if not found:
        return
    yield heading(text("options.turns").of(language), paint)
    for turn in found:
        criterion = told.layout.ground.criteria.criteria[turn.rating.criterion]
        ends = pole_words(criterion)
        label = ends[1] if turn.at >= QUARTERS - 1 else ends[0]
        words = text(
            "options.turn", criterion=criterion.title, at=f"{turn.at:g}", label=label, mode=word("Mode", turn.mode)
        )
        yield f"  {clean(words.of(language))}"

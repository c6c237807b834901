"""`facts`: list the dated facts of law and policy that the checks rest on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from oc_strategy.cli.asking import AsOf, LangOption, day
from oc_strategy.cli.console import Misuse, complain, language_of, paint_for, say

if TYPE_CHECKING:
    from oc_strategy.facts import Fact, Facts


def facts(
    topic: Annotated[str | None, typer.Argument(help="Only this topic; all topics are named if none is given.")] = None,
    place: Annotated[str | None, typer.Option("--for", metavar="PLACE", help="Office or body: JP, EP, iso ...")] = None,
    confidence: Annotated[
        Literal["V1", "V1d", "V2", "M", "X"] | None, typer.Option("--confidence", help="Only facts of this confidence.")
    ] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only facts not looked at for --months.")] = False,
    months: Annotated[int, typer.Option("--months", min=1, help="How old is stale.")] = 24,
    folder: Annotated[Path | None, typer.Option("--folder", help="Facts of your own that replace or add.")] = None,
    as_of: AsOf = None,
    output_format: Annotated[Literal["text", "json"], typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
) -> None:
    """List facts with source, date and confidence. This is no legal advice: look before you rely on one."""
    from oc_strategy.facts import Facts

    store = Facts(folder)
    for mistake in store.mistakes():
        complain(f"{mistake.file}: {mistake.row}: {mistake.what}")
    is_open = topic is None and place is None and confidence is None and not stale
    if is_open and output_format == "text":
        _topics(store)
        return
    today = day(as_of)
    found = [f for f in _chosen(store, topic, place, confidence) if not stale or f.is_stale(today, months)]
    if output_format == "json":
        say(json.dumps([_data(fact) for fact in found], ensure_ascii=False, indent=2))
        return
    for fact in found:
        _tell(fact, lang)


def _topics(store: Facts) -> None:
    for topic in store.topics():
        say(f"{topic}  {len(store.about(topic))}")


def _chosen(store: Facts, topic: str | None, place: str | None, confidence: str | None) -> list[Fact]:
    if topic is not None and topic not in store.topics():
        raise Misuse(f"there is no topic {topic}; the topics are {', '.join(store.topics())}")
    found = store.about(topic) if topic else store.all()
    return [f for f in found if place in {None, f.place} and confidence in {None, f.confidence}]


def _data(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id, "topic": fact.topic, "place": fact.place, "value": fact.value, "unit": fact.unit,
        "detail": dict(fact.detail), "valid_from": fact.valid_from, "valid_to": fact.valid_to, "as_of": fact.as_of,
        "confidence": fact.confidence, "source": list(fact.source), "reference": fact.reference,
        "statement": {"ja": fact.statement_ja, "en": fact.statement_en},
    }  # fmt: skip


def _tell(fact: Fact, lang: Literal["ja", "en"] | None) -> None:
    import sys

    from oc_strategy.lang import text

    language, paint = language_of(lang), paint_for(sys.stdout)
    as_of = f"{text('cli.fact-as-of').of(language)} {fact.as_of}"
    valid = f", {fact.valid_from or ''}..{fact.valid_to or ''}" if fact.valid_from or fact.valid_to else ""
    confidence = text(f"cli.confidence-{fact.confidence}").of(language)
    say(f"{paint(fact.id, 'bold')} [{fact.place}] {fact.statement_ja if language == 'ja' else fact.statement_en}")
    say(f"  {fact.confidence} ({confidence}), {as_of}{valid}, {fact.reference}")
    for source in fact.source:
        say(f"  {source}")

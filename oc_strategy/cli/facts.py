"""`facts`: list the dated facts of law and policy that the checks rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from oc_strategy.cli.asking import AsOf, LangOption, Shape, day, faults_in
from oc_strategy.cli.console import Misuse, complain, language_of, paint_for, say, say_json

if TYPE_CHECKING:
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.facts import Fact, Facts
    from oc_strategy.model.text import Language


def _topics(incomplete: str) -> list[str]:
    from oc_strategy.facts import Facts

    return [topic for topic in Facts().topics() if topic.startswith(incomplete)]


def facts(
    topic: Annotated[
        str | None,
        typer.Argument(help="Only this topic; all topics are named if none is given.", autocompletion=_topics),
    ] = None,
    place: Annotated[str | None, typer.Option("--for", metavar="PLACE", help="Office or body: JP, EP, iso ...")] = None,
    confidence: Annotated[
        Literal["V1", "V1d", "V2", "M", "X"] | None, typer.Option("--confidence", help="Only facts of this confidence.")
    ] = None,
    stale: Annotated[bool, typer.Option("--stale", help="Only facts not looked at for --months.")] = False,
    months: Annotated[int, typer.Option("--months", min=1, help="How old is stale.")] = 24,
    folder: Annotated[Path | None, typer.Option("--folder", help="Facts of your own that replace or add.")] = None,
    as_of: AsOf = None,
    output_format: Annotated[Shape, typer.Option("--format", help="Shape of the list.")] = "text",
    lang: LangOption = None,
) -> None:
    """List facts with source, date and confidence. This is no legal advice: look before you rely on one.

    Exit status: 0 listed, 1 mistakes in facts of your own, 2 it could not be done.
    """
    import sys

    from oc_strategy.facts import Facts
    from oc_strategy.lang import text

    if folder is not None and not folder.is_dir():
        raise Misuse(text("cli.misuse.folder", path=folder))
    store, language = Facts(folder), language_of(lang)
    faults = faults_in(store)
    for fault in faults:
        complain(fault.of(language))
    today = day(as_of)
    found = [f for f in _chosen(store, topic, place, confidence) if not stale or f.is_stale(today, months)]
    is_open = topic is None and place is None and confidence is None and not stale
    if output_format == "json":
        say_json([_data(fact) for fact in found])
    elif is_open:
        say("\n".join(_topic_lines(store, language)))
    else:
        lines = [line for fact in found for line in _lines(fact, language, paint_for(sys.stdout))]
        say("\n".join(lines) if found else text("cli.facts-none").of(language))
    raise typer.Exit(int(bool(faults)))


def _topic_lines(store: Facts, language: Language) -> Iterator[str]:
    from oc_strategy.exporters.reference.topics import topic_label
    from oc_strategy.lang import text

    topics, shipped = store.topics(), _topics("")
    width = max(map(len, topics))
    for topic in topics:
        label = topic_label(topic).of(language) if topic in shipped else ""
        yield f"{topic.ljust(width)}  {len(store.about(topic)):>3}  {label}".rstrip()
    yield text("cli.facts-head", count=len(store.all())).of(language)


def _chosen(store: Facts, topic: str | None, place: str | None, confidence: str | None) -> list[Fact]:
    from oc_strategy.cli.trouble import hint
    from oc_strategy.lang import text

    topics, places = store.topics(), {fact.place.lower(): fact.place for fact in store.all()}
    if topic is not None and topic not in topics:
        raise Misuse(text("cli.misuse.topic", id=topic, hint=hint(topic, topics)))
    if place is not None and place.lower() not in places:
        known = sorted(places.values())
        raise Misuse(text("cli.misuse.place", id=place, hint=hint(place, known)))
    found = store.about(topic) if topic else store.all()
    wanted = {None} if place is None else {places[place.lower()]}
    return [f for f in found if wanted & {None, f.place} and confidence in {None, f.confidence}]


def _data(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id, "topic": fact.topic, "place": fact.place, "value": fact.value, "unit": fact.unit,
        "detail": dict(fact.detail), "valid_from": fact.valid_from, "valid_to": fact.valid_to, "as_of": fact.as_of,
        "confidence": fact.confidence, "source": list(fact.source), "reference": fact.reference,
        "statement": {"ja": fact.statement_ja, "en": fact.statement_en},
    }  # fmt: skip


def _lines(fact: Fact, language: Language, paint: Paint) -> Iterator[str]:
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    def word(key: str) -> str:
        return text(f"cli.{key}").of(language)

    statement = fact.statement_ja if language == "ja" else fact.statement_en
    valid = f", {word('fact-valid')} {fact.valid_from or ''}..{fact.valid_to or ''}"
    is_bounded = fact.valid_from or fact.valid_to
    yield f"{paint(clean(fact.id), 'bold')} [{clean(fact.place)}] {clean(statement)}"
    confidence, as_of = word(f"confidence-{fact.confidence}"), f"{word('fact-as-of')} {fact.as_of}"
    yield f"  {fact.confidence} ({confidence}), {as_of}{valid if is_bounded else ''}, {clean(fact.reference)}"
    yield from (f"  {clean(source)}" for source in fact.source)

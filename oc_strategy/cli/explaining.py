"""What is told of one finding: its state, who answers for it, the facts it rests on, and what would clear it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oc_strategy.clearing import Clearing
    from oc_strategy.exporters.terminal import Paint
    from oc_strategy.facts import Fact, Facts
    from oc_strategy.model.diagnostic import Diagnostic
    from oc_strategy.model.text import Language, Text

_MOST = 8


def finding_lines(
    found: Diagnostic, edits: Sequence[Clearing] | None, facts: Facts, language: Language, paint: Paint
) -> Iterator[str]:
    """A finding as `check` shows it, then all that explains it; `edits` is None where none was looked for."""
    from oc_strategy.exporters.findings import blocks, line_reader
    from oc_strategy.lang import text

    yield from blocks([found], language, paint, line_reader())
    yield f"{text('cli.fingerprint').of(language)}: {found.fingerprint}"
    yield from state_lines(found, language)
    for fact_id in found.facts:
        yield from fact_lines(facts.by_id(fact_id), language)
    if edits is not None:
        yield from edit_lines(edits, language)


def state_lines(found: Diagnostic, language: Language) -> Iterator[str]:
    """In what state a finding is, and where the exception stands that answers for it or did so."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text, word

    state = word("State", found.state).of(language)
    more = text("cli.baseline-known").of(language) if found.state == "existing" else ""
    place = clean(str(found.excuse.place)) if found.excuse else ""
    yield "  ".join(part for part in (f"{text('cli.state').of(language)}: {state}", more, place) if part)


def fact_lines(fact: Fact, language: Language) -> Iterator[str]:
    """What a fact says, how far it may be trusted, and where it was read."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    confidence = text(f"cli.confidence-{fact.confidence}").of(language)
    yield f"{text('cli.facts').of(language)}: {clean(fact.statement_ja if language == 'ja' else fact.statement_en)}"
    yield f"  {clean(fact.id)}, {fact.confidence} ({confidence}), {fact.as_of}"
    yield from (f"  {clean(source)}" for source in fact.source)


def edit_lines(edits: Sequence[Clearing], language: Language) -> Iterator[str]:
    """The edits that clear a finding, those of one place in one line; which checks would speak up instead."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    if not edits:
        yield text("cli.edits-none").of(language)
        return
    yield text("cli.edits").of(language)
    alike = groupby(edits, key=lambda edit: (edit.place, edit.node, edit.path, edit.raises))
    for (place, node, path, raises), group in islice(alike, _MOST):
        values = " | ".join(_value(edit).of(language) for edit in group)
        key = ".".join(map(str, path))
        then = text("cli.edit-raises", rules=", ".join(raises)).of(language) if raises else ""
        yield f"  {clean(f'{place}  {node}: {key}: {values}')}" + (f"  ({then})" if then else "")


def _value(edit: Clearing) -> Text:
    from oc_strategy.lang import text
    from oc_strategy.model.text import Text

    if edit.is_today:
        return text("cli.edit-day", day=edit.value)
    return Text.plain(yaml_value(edit.value))


def yaml_value(value: Any) -> str:
    """A value as it is written in YAML, on one line."""
    import yaml

    words: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return words.removesuffix("\n").removesuffix("\n...")


def explanation_data(found: Diagnostic, edits: Sequence[Clearing] | None, facts: Facts) -> dict[str, Any]:
    """What `explain` adds to a finding as JSON: the facts with their sources, and the edits."""
    rows = [facts.by_id(fact_id) for fact_id in found.facts]
    return {
        "fingerprint": found.fingerprint,
        "facts": [
            {
                "id": fact.id,
                "statement": {"ja": fact.statement_ja, "en": fact.statement_en},
                "confidence": fact.confidence,
                "as_of": fact.as_of,
                "source": list(fact.source),
            }
            for fact in rows
        ],
        "edits": [
            {"node": e.node, "path": list(e.path), "value": e.value, "place": str(e.place), "raises": list(e.raises)}
            for e in edits or ()
        ],
    }

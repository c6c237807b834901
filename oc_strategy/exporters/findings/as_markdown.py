"""Findings as Markdown for a pull request or the summary of a job: what is new first, the rest folded away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Final

from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.markdown import code, escaped
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.tally import tally
from oc_strategy.model.text import Language

MOST: Final = 60_000
"""Letters: a comment on GitHub takes 65,536."""
_FOLDED: Final[tuple[tuple[str, Callable[[Diagnostic], bool]], ...]] = (
    ("states.existing", lambda found: found.is_gap and found.state == "existing"),
    ("states.accepted", lambda found: found.state == "accepted"),
    ("states.unanswered", lambda found: found.is_unanswered),
    ("words.Severity.good", lambda found: found.severity == "good" and not found.is_unanswered),
)


def markdown_text(findings: Findings, language: Language) -> str:
    """A title with the counts, the open findings, then what is known, accepted, unanswered and well guarded."""
    page = _Page(MOST)
    page.add("\n".join(_head(findings, language)))
    page.add_all("", [_item(found, language) for found in findings.every if found.is_open], "", language)
    for key, belongs in _FOLDED:
        items = [_item(found, language) for found in findings.every if belongs(found)]
        title = text("findings.folded", title=text(key), count=len(items)).of(language)
        page.add_all(f"<details><summary>{title}</summary>\n", items, "\n</details>", language)
    page.add(f"<sub>{escaped(text('advice.disclaimer').of(language))}</sub>")
    return "\n\n".join(page.parts) + "\n"


class _Page:
    """Parts that are added as long as there is room."""

    def __init__(self, room: int) -> None:
        self._room = room
        self.parts: list[str] = []

    def add(self, part: str) -> None:
        self.parts.append(part)
        self._room -= len(part) + 2

    def add_all(self, before: str, items: Sequence[str], after: str, language: Language) -> None:
        """Items between two ends, as many as there is room for, with how many more there are."""
        kept: list[str] = []
        room = self._room - len(before) - len(after) - 400
        for item in items:
            room -= len(item) + 1
            if room < 0:
                kept.append(f"- {text('findings.more', count=len(items) - len(kept)).of(language)}")
                break
            kept.append(item)
        if kept:
            self.add("\n".join(part for part in (before, *kept, after) if part))


def _head(findings: Findings, language: Language) -> Iterator[str]:
    counts = asdict(tally(findings.every))
    is_failing = any(findings.fails(found) for found in findings.every)
    verdict = text(f"findings.{'failed' if is_failing else 'passed'}").of(language)
    yield f"### oc-strategy: {verdict}\n"
    labels = {
        name: text(f"words.Severity.{name}" if name in {"error", "warning", "question", "good"} else f"states.{name}")
        for name in counts
    }
    yield "| " + " | ".join(label.of(language) for label in labels.values()) + " |"
    yield "|" + " ---: |" * len(labels)
    yield "| " + " | ".join(str(count) for count in counts.values()) + " |\n"
    yield text("findings.looked-from", day=findings.as_of.isoformat()).of(language)


def _item(found: Diagnostic, language: Language) -> str:
    head = f"- **{escaped(heading(found).of(language))}** {code(found.code)} {escaped(found.message.of(language))}"
    return "\n".join([f"{head} — {code(str(found.place))}", *(f"  - {line}" for line in _below(found, language))])


def _below(found: Diagnostic, language: Language) -> Iterator[str]:
    for evidence in found.chain:
        place = f" ({code(str(evidence.place))})" if evidence.place else ""
        yield f"{escaped(evidence.what.of(language))}{place}"
    if found.excuse:
        yield escaped(excuse_words(found.excuse).of(language))
    if found.severity != "good":
        yield f"➜ {escaped(found.remedy.of(language))}"
    yield code(f"oc-strategy explain {found.fingerprint}")

"""Findings as Markdown for a pull request or the summary of a job: what is new first, the rest folded away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import accumulate
from typing import Final

from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.exporters.findings.words import excuse_words, heading
from oc_strategy.exporters.markdown import code, escaped
from oc_strategy.lang import text
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.text import Language

MOST: Final = 60_000
"""Letters: a comment on GitHub takes 65,536."""
_MOST_ITEMS: Final = 500
"""Of a part: each takes more than 120 letters."""
_FOLDED: Final[tuple[tuple[str, str, Callable[[Diagnostic], bool]], ...]] = (
    ("existing", "states.existing", lambda found: found.is_gap and found.state == "existing"),
    ("accepted", "states.accepted", lambda found: found.state == "accepted"),
    ("unanswered", "states.unanswered", lambda found: found.is_unanswered),
    ("good", "words.Severity.good", lambda found: found.severity == "good" and not found.is_unanswered),
)


def markdown_pieces(findings: Findings, language: Language) -> Iterator[str]:
    """A title with the counts, the open findings, then what is known, accepted, unanswered and well guarded."""
    counts = asdict(findings.outcome.tally)
    page = _Page(MOST)
    page.add("\n".join(_head(findings, language)))
    open_ones = sum(counts[severity] for severity in ("error", "warning", "question"))
    page.add_all("", _items(findings, lambda found: found.is_open, language), open_ones, "", language)
    for kind, key, belongs in _FOLDED:
        title = text("findings.folded", title=text(key), count=counts[kind]).of(language)
        items = _items(findings, belongs, language)
        page.add_all(f"<details><summary>{title}</summary>\n", items, counts[kind], "\n</details>", language)
    page.add(f"<sub>{escaped(text('advice.disclaimer').of(language))}</sub>")
    yield "\n\n".join(page.parts) + "\n"


def _items(findings: Findings, belongs: Callable[[Diagnostic], bool], language: Language) -> list[str]:
    return [_item(found, language) for found in findings.gravest(belongs, _MOST_ITEMS)]


class _Page:
    """Parts that are added as long as there is room."""

    def __init__(self, room: int) -> None:
        self._room = room
        self.parts: list[str] = []

    def add(self, part: str) -> None:
        self.parts.append(part)
        self._room -= len(part) + 2

    def add_all(self, before: str, items: Sequence[str], count: int, after: str, language: Language) -> None:
        """The first of `count` items between two ends, as many as there is room for, with how many more there are."""
        room = self._room - len(before) - len(after) - 400
        ends = accumulate(len(item) + 1 for item in items)
        kept = [item for item, end in zip(items, ends, strict=True) if end <= room]
        if left := count - len(kept):
            kept.append(f"- {text('findings.more', count=left).of(language)}")
        if kept:
            self.add("\n".join(part for part in (before, *kept, after) if part))


def _head(findings: Findings, language: Language) -> Iterator[str]:
    counts = asdict(findings.outcome.tally)
    verdict = text(f"findings.{'failed' if findings.is_failing else 'passed'}").of(language)
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

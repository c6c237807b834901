"""Small patent families as text, and an answer in one word, for tests of days that decide."""

from __future__ import annotations

from oc_strategy.model.diagnostic import Diagnostic

FIRST = "{office: JP, filed: 2011-05-02, status: pending}"
COVERS = "    covers: coder\n"
OPTION = "options:\n  plan:\n    treatments:\n      coder: {mode}\n"


def answer(found: list[Diagnostic]) -> str:
    """The gravest answer in one word: a severity, `unanswered`, or `silent`."""
    spoken = [d for d in found if not d.is_unanswered]
    assert not any(d.code == "rule-crashed" for d in found), [d.message.en for d in found]
    if spoken:
        return spoken[0].severity
    return "unanswered" if found else "silent"


def family(*members: str, priority: str | None = "2011-05-02", more: str = "", rest: str = "") -> str:
    start = f"    priority_date: {priority}\n" if priority else ""
    rows = "".join(f"      - {member}\n" for member in members)
    return f"id: demo\n{rest}patents:\n  family:\n{start}{more}    members:\n{rows}"

"""What every format says of a finding in the same words: how grave and in what state it is, and who answers for it."""

from __future__ import annotations

from oc_strategy.lang import text, word
from oc_strategy.model.diagnostic import Diagnostic, Excuse
from oc_strategy.model.text import Text


def heading(found: Diagnostic) -> Text:
    """How grave a finding is, with its state where it is not simply new: `Warning (Excepted)`."""
    grave = text("states.unanswered") if found.is_unanswered else word("Severity", found.severity)
    return grave if found.state == "new" else text("findings.heading", grave=grave, state=word("State", found.state))


def excuse_words(excuse: Excuse) -> Text:
    """How, why, by whom and until when a finding is accepted."""
    said = text(
        "findings.excuse", status=word("ExceptionStatus", excuse.status), reason=excuse.reason, owner=excuse.owner,
        until=excuse.until,
    )  # fmt: skip
    return text("findings.with-ticket", said=said, ticket=excuse.ticket) if excuse.ticket else said

"""What differs between two states as text, JSON or Markdown."""

from oc_strategy.exporters.changes.as_json import changes_json
from oc_strategy.exporters.changes.as_markdown import changes_markdown
from oc_strategy.exporters.changes.as_text import changes_text

__all__ = ["changes_json", "changes_markdown", "changes_text"]

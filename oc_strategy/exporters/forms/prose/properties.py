"""What a filled document says of itself."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from oc_strategy.exporters.forms.filling import Brought
from oc_strategy.exporters.xlsx.cleaning import clean


def settle(properties: Any, brought: Brought) -> None:
    """Title and day of the filling; nothing of who made the template and when."""
    day = datetime.combine(brought.content.subject.report.today, time())
    properties.title = clean(brought.title)[:255]
    properties.author = properties.last_modified_by = "oc-strategy"
    properties.created = properties.modified = properties.last_printed = day
    properties.revision = 1
    for name in ("comments", "keywords", "subject", "category"):
        setattr(properties, name, "")

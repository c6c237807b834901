"""Dates to keep as a table, as JSON, or as a calendar."""

from oc_strategy.exporters.agenda.as_calendar import calendar_bytes
from oc_strategy.exporters.agenda.as_json import agenda_json
from oc_strategy.exporters.agenda.as_text import agenda_text

__all__ = ["agenda_json", "agenda_text", "calendar_bytes"]

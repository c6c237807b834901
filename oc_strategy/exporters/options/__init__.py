"""Options laid out, compared and explained, as text for a terminal or as JSON."""

from oc_strategy.exporters.options.as_json import account_json
from oc_strategy.exporters.options.as_text import account_text
from oc_strategy.exporters.options.compared_text import compared_text
from oc_strategy.exporters.options.explained_text import explained_text

__all__ = ["account_json", "account_text", "compared_text", "explained_text"]

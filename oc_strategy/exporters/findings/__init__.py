"""Findings as text or JSON; a format reads diagnostics and knows no rule."""

from oc_strategy.exporters.findings.as_json import json_text
from oc_strategy.exporters.findings.as_text import blocks, plain_text
from oc_strategy.exporters.findings.tally import Tally, tally

__all__ = ["Tally", "blocks", "json_text", "plain_text", "tally"]

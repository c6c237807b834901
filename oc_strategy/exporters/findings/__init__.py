"""Findings in every format; a format reads diagnostics and decides nothing about them."""

from oc_strategy.exporters.findings.as_json import json_text
from oc_strategy.exporters.findings.as_text import Look, blocks, plain_text, text_pieces, told
from oc_strategy.exporters.findings.excerpt import line_reader
from oc_strategy.exporters.findings.findings import Findings
from oc_strategy.model.tally import Tally, tally

__all__ = [
    "Findings", "Look", "Tally", "blocks", "json_text", "line_reader", "plain_text", "tally", "text_pieces", "told",
]  # fmt: skip

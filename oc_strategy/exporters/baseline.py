"""A baseline as a file that is easy to merge: one finding a line, sorted, nothing in it but ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import yaml

from oc_strategy.model.debt import KnownFinding

HEAD: Final = """\
# 既知の指摘（負債）。`oc-strategy baseline` が書き、以後は減るだけである。手で足さない。
# Known findings (debt). Written by `oc-strategy baseline`, and only shrinks from then on; not to be added to by hand.
findings:
"""


def baseline_text(findings: Iterable[KnownFinding]) -> str:
    """The text of a baseline; equal for equal findings in any order."""
    unique = {finding.key: finding for finding in findings}
    rows = [unique[key] for key in sorted(unique, key=lambda key: tuple(map(str, (key[1], key[0], *key[2:]))))]
    return HEAD.replace("findings:", "findings: []") if not rows else HEAD + "".join(map(_line, rows))


def _line(finding: KnownFinding) -> str:
    kept: dict[str, Any] = {"rule": finding.rule, "project": finding.project}
    if finding.option:
        kept["option"] = finding.option
    kept["severity"] = finding.severity
    kept["subjects"] = [
        {"node": subject.node, "field": list(subject.field)} if subject.field else {"node": subject.node}
        for subject in finding.subjects
    ]
    flow = yaml.safe_dump(kept, default_flow_style=True, sort_keys=False, width=float("inf"), allow_unicode=True)
    return f"  - {flow}"

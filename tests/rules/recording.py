"""A plug-in of pytest that writes down, at the end, what was asked of each rule."""

from __future__ import annotations

import json
import os
from dataclasses import astuple
from pathlib import Path

import asking


def pytest_sessionfinish() -> None:
    """Write every question and its answers to the file that the environment names."""
    rows = [astuple(question) for question in asking.ASKED]
    Path(os.environ["ASKED_FILE"]).write_text(json.dumps(rows), encoding="utf-8")

"""Gives a command as a person would, and keeps what it said and how it ended."""

from __future__ import annotations

import io
import os
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from oc_strategy.cli.app import outcome

EXAMPLES = Path(__file__).parents[2] / "examples"
_SILENT = ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "OC_STRATEGY_DEBUG", "GITHUB_ACTIONS")


@dataclass(frozen=True)
class Answer:
    """What a command put on standard output and standard error, and its exit status."""

    status: int
    out: str
    err: str


def call(*arguments: object, lang: str = "en", folder: Path | None = None, **environment: str) -> Answer:
    """Run one command in this process; `folder` is where it runs."""
    out, err = io.StringIO(), io.StringIO()
    silent = dict.fromkeys(_SILENT, "")
    with (
        mock.patch.dict(os.environ, {**silent, "OC_STRATEGY_LANG": lang, **environment}),
        redirect_stdout(out),
        redirect_stderr(err),
        chdir(folder or Path.cwd()),
    ):
        status = outcome([str(argument) for argument in arguments])
    return Answer(status, out.getvalue(), err.getvalue())


def project(folder: Path, text: str = "", name: str = "demo") -> Path:
    """A folder with a small project whose text has no mistakes, followed by more text."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "project.yaml").write_text(f"id: {name}\ntitle: {{ja: 見本, en: Sample}}\n{text}", encoding="utf-8")
    return folder

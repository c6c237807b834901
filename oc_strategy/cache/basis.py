"""All that an answer depends on besides the project's own files: the tool, the day, how to check, what is shared."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pydantic
import yaml

import oc_strategy

if TYPE_CHECKING:
    from oc_strategy.checking import Settings

_PARTS: Final = (".py", ".yaml", ".json")


def tool_digest() -> str | None:
    """The digest of this tool as it is installed, edits of its files included, and of what it stands on.

    None where it is not installed as plain files.
    """
    whole = hashlib.sha256()
    versions = (sys.version, pydantic.VERSION, yaml.__version__, str(yaml.__with_libyaml__), oc_strategy.__version__)
    whole.update("\n".join(versions).encode())
    try:
        for path in _files(str(Path(oc_strategy.__file__).parent)):
            whole.update(os.fsencode(path) + b"\n" + Path(path).read_bytes())
    except OSError:
        return None
    return whole.hexdigest()


def _files(folder: str) -> list[str]:
    found: list[str] = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _files(entry.path)
        elif entry.name.endswith(_PARTS):
            found.append(entry.path)
    return found


def way_of(settings: Settings) -> str:
    """How to check, in words: every setting but the day and the facts, which are looked at by themselves."""
    asked = {field.name: getattr(settings, field.name) for field in fields(settings)}
    del asked["today"], asked["facts"]
    return json.dumps(asked, sort_keys=True, default=_in_words)


def _in_words(value: Any) -> Any:
    # What has no words of its own tells its address: it is another one in the next run, and nothing is found.
    return dict(value) if hasattr(value, "keys") else repr(value)


def joined(*parts: str | None) -> str | None:
    """One digest of some words in their order; None where one of them cannot be told."""
    words = "\0".join(part for part in parts if part is not None)
    return None if None in parts else hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()

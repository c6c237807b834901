"""What a sheet said the last time, noted beside the project, so that a person's own words are never overwritten.

`imports/NAME.json` below the project has for each row the id of its node and, for each value, a digest of what the
sheet said: no content, and one line a row, so that a change of it can be read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

FOLDER: Final = "imports"
MAX_BYTES: Final = 32 * 2**20
Said = Mapping[str, str | list[str]]
"""For a path the digest of its value, or those of the items of its list."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A row that was brought in: the id of its node, and what it said."""

    id: str
    said: Said


@dataclass(frozen=True, slots=True)
class State:
    """All that one map brought into a project: the file that was last read, its rows, and the nodes made for links."""

    file: str = ""
    sha256: str = ""
    on: str = ""
    rows: Mapping[str, Seen] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)


def path_of(folder: Path, name: str) -> Path:
    """Where the note of a map stands."""
    return folder / FOLDER / f"{name}.json"


def read_state(path: Path) -> State | None:
    """The note at a path, an empty one where nothing was brought in yet; None where it cannot be read."""
    if not path.is_file():
        return State()
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        told = json.loads(path.read_bytes())
        rows = {key: _seen(row) for key, row in told["rows"].items()}
        return State(str(told["file"]), str(told["sha256"]), str(told["on"]), rows, _words(told["made"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _seen(row: Any) -> Seen:
    said = {
        key: str(value) if isinstance(value, str) else [str(item) for item in value]
        for key, value in row["said"].items()
    }
    return Seen(str(row["id"]), said)


def _words(told: Any) -> dict[str, str]:
    return {str(key): str(value) for key, value in told.items()}


def written(state: State) -> bytes:
    """The note as it is kept: the same bytes for the same state."""
    head = {"file": state.file, "sha256": state.sha256, "on": state.on}
    rows = {key: {"id": row.id, "said": row.said} for key, row in state.rows.items()}
    parts = [f" {_json(key)}: {_json(value)}" for key, value in head.items()]
    parts += [_lines("made", state.made), _lines("rows", rows)]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _lines(name: str, entries: Mapping[str, Any]) -> str:
    lines = [f"  {_json(key)}: {_json(entries[key])}" for key in sorted(entries)]
    return f" {_json(name)}: {{" + ("\n" + ",\n".join(lines) + "\n }" if lines else "}")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)

"""What `from-sheet` opens and tells: the map, the sheet, and what would become of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from oc_strategy.cli.console import Misuse, note, say_data
from oc_strategy.cli.reporting import told_mistakes

if TYPE_CHECKING:
    from oc_strategy.cli.console import Lang
    from oc_strategy.importers.opening import Opened
    from oc_strategy.importers.seeding import Headed, Line, Plan, ReadMap, Seeding
    from oc_strategy.importers.seeding.sheetmap import SheetMap
    from oc_strategy.model.text import Language

_LONGEST = 60


def map_of(given: str | None, lang: Lang | None) -> tuple[ReadMap, str]:
    """The map of a file or a ready one, with its name; status 1 after telling what is wrong in it."""
    from oc_strategy.cli.trouble import hint
    from oc_strategy.importers.seeding import read_map, shipped_map, shipped_maps
    from oc_strategy.lang import text

    ready = shipped_maps()
    if given is None:
        raise Misuse(text("seeding.no-map", known=", ".join(ready)))
    if given in ready:
        read, mistakes = shipped_map(given)
    elif Path(given).is_file():
        read, mistakes = read_map(Path(given))
    else:
        raise Misuse(text("seeding.no-such-map", given=given, hint=hint(given, ready, most=20)))
    if told_mistakes(mistakes, lang) or read is None:
        raise typer.Exit(1)
    return read, read.map.name or _name(given)


def _name(given: str) -> str:
    """What the note of a map is called that has no name of its own."""
    from oc_strategy.importers.seeding.naming import id_from

    return id_from(Path(given).stem)


def opened_sheet(file: Path, encoding: str | None = None, separator: str | None = None) -> Opened:
    """The sheets of a file; Misuse where it is not there or cannot be read."""
    from oc_strategy.importers.opening import opened
    from oc_strategy.importers.xlsx import Unreadable
    from oc_strategy.lang import text

    if not file.exists():
        raise Misuse(text("cli.misuse.path", path=file))
    found = opened(file, encoding, separator)
    if isinstance(found, Unreadable):
        raise Misuse(text("seeding.unread", file=file.name, why=found.said))
    return found


def columns_of(opened: Opened, wanted: SheetMap | None, sheet: str | None) -> Headed:
    """The sheet that is asked for, with its headings; Misuse where there is none."""
    from oc_strategy.importers.seeding import headed, headings_needed, sheet_of
    from oc_strategy.lang import text

    name = sheet or (wanted.sheet if wanted else None)
    found = sheet_of(opened.book, name)
    if found is None or not found.rows:
        known = ", ".join(each.name for each in opened.book.sheets)
        empty = name is None or found is not None
        raise Misuse(text("seeding.empty" if empty else "seeding.no-sheet", file=opened.name, name=name, known=known))
    if wanted is None:
        from oc_strategy.importers.seeding.dictionary import known_headings

        return headed(found, known_headings())
    return headed(found, headings_needed(wanted), wanted.header)


def told_plan(seeding: Seeding, plan: Plan, language: Language, *, quiet: bool) -> None:
    """Tell what would be written on standard output, and what is left out or stays on standard error."""
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.lang import text

    lines = [
        f"{place}: " + text("seeding.added", section=section, id=i).of(language) for place, section, i in plan.added
    ]
    lines += [_line("changed", line, language) for line in plan.changed]
    if lines:
        say_data("\n".join(clean(line) for line in lines))
    where = {"file": seeding.opened.name, "sheet": seeding.headed.sheet.name}
    for kept in plan.kept:
        note(clean(_line("kept", kept, language)))
    for trouble in plan.troubles:
        said = text("seeding.trouble", **where, cell=trouble.cell, said=trouble.said)
        note(clean(said.of(language)))
    for words in _remarks(seeding, plan, language):
        note(clean(words), quiet=quiet)


def _line(key: str, line: Line, language: Language) -> str:
    from oc_strategy.lang import text

    path = ".".join(map(str, line.edit.path))
    values = {"node": line.node, "path": path, "old": _short(line.edit.old), "new": _short(line.edit.new)}
    return f"{line.place}: " + text(f"seeding.{key}", **values, cell=line.cell or "-").of(language)


def _short(value: Any) -> str:
    from oc_strategy.yamlediting.changes import plain

    words = "-" if value is None else str(plain(value))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _remarks(seeding: Seeding, plan: Plan, language: Language) -> list[str]:
    from oc_strategy.importers.seeding import unused_headings
    from oc_strategy.lang import text

    opened = seeding.opened
    said = []
    if opened.encoding and not opened.encoding.startswith("utf-8"):
        said.append(text("seeding.encoding", encoding=opened.encoding))
    if unused := unused_headings(seeding.map, seeding.headed):
        said.append(text("seeding.unused", headings=", ".join(unused)))
    if plan.gone:
        said.append(text("seeding.gone", keys=", ".join(plan.gone)))
    if plan.missing:
        said.append(text("seeding.missing", ids=", ".join(plan.missing)))
    counts = {"added": len(plan.added), "changed": len(plan.changed), "kept": len(plan.kept)}
    left = len(plan.troubles)
    said.append(
        text("seeding.counts", file=opened.name, sheet=seeding.headed.sheet.name, rows=plan.taken, left=left, **counts)
    )
    if not plan.files:
        said.append(text("seeding.nothing", file=opened.name))
    return [each.of(language) for each in said]

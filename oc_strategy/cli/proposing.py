"""`from-sheet --propose`: a map for a sheet, from its headings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from oc_strategy.cli.console import Misuse, note, say_data
from oc_strategy.cli.seeding import columns_of, opened_sheet

if TYPE_CHECKING:
    from oc_strategy.importers.seeding import Headed
    from oc_strategy.model.text import Language


def propose_map(file: Path, sheet: str | None, output: Path | None, language: Language, *, quiet: bool) -> None:
    """Put a proposed map on the screen or into a new file; Misuse where the file is there already."""
    from oc_strategy.exporters.files import write_atomically
    from oc_strategy.exporters.terminal import clean
    from oc_strategy.importers.seeding.proposal_text import proposal_text
    from oc_strategy.importers.seeding.proposing import proposal_for
    from oc_strategy.lang import text
    from oc_strategy.loading import is_project_folder

    if output is not None and output.exists():
        raise Misuse(text("seeding.exists", path=output))
    if output is not None and is_project_folder(output.parent):
        raise Misuse(text("seeding.beside", path=output))
    headed = columns_of(opened_sheet(file), None, sheet)
    words = proposal_text(proposal_for(headed), headed, file.name, language)
    for name in _fitting(headed):
        note(clean(text("seeding.ready-map", name=name, file=file).of(language)), quiet=quiet)
    if output is None:
        say_data(words)
        return
    write_atomically(output, words.encode())
    note(text("cli.written", path=clean(str(output))).of(language), quiet=quiet)


def _fitting(headed: Headed) -> list[str]:
    """The ready maps that know this sheet: it has all the headings that they need."""
    from oc_strategy.importers.seeding import shipped_map, shipped_maps, wrong_headings

    found = ((name, shipped_map(name)[0]) for name in shipped_maps())
    return [name for name, read in found if read is not None and not wrong_headings(read, headed)]

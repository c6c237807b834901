"""Real exports as users have them on disk; they lie beside the checkout and are passed over where they are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from oc_strategy.importers.opening import Opened, opened
from oc_strategy.importers.seeding import (
    Plan,
    Seeding,
    headed,
    headings_needed,
    planned,
    read_state,
    sheet_of,
    shipped_map,
    wrong_headings,
)
from oc_strategy.importers.seeding.state import State
from oc_strategy.portfolio import find

DATA = Path(__file__).parents[4] / "shared" / "data"
EXPORTS: Mapping[str, tuple[str, str, int, int]] = {
    "agv": ("j-platpat", "jplatpat/agv_無人搬送車/特実_国内文献.csv", 731, 0),
    "b60w": ("j-platpat", "jplatpat/b60w_adas/①特実_国内文献.csv", 490, 0),
    "lens": ("lens", "lens/lens-export.csv", 3779, 0),
    "google": ("google-patents", "google_patents_csv/gp-search-20251001-102842_first1500.csv", 1500, 0),
    "patentscope": ("patentscope", "patentscope/pizza_medium_first2000.csv", 1999, 1),
}
"""The ready map, the file, how many rows are taken, and how many are left out."""


def brought(place: Path, name: str, file: Path, state: State | None = None) -> Plan:
    (place / "project.yaml").write_text("id: demo\n", encoding="utf-8")
    read, _ = shipped_map(name)
    found, portfolio = opened(file), find(place)
    assert isinstance(found, Opened)
    assert read
    assert portfolio
    sheet = sheet_of(found.book, None)
    assert sheet
    columns = headed(sheet, headings_needed(read.map))
    assert not wrong_headings(read, columns)
    seeding = Seeding(portfolio, place, found, columns, read.map, name, state or State(), "2026-11-27")
    plan = planned(seeding)
    assert isinstance(plan, Plan)
    return plan


@pytest.mark.parametrize("name", EXPORTS)
def test_a_real_export_is_taken_and_the_same_again_changes_nothing(name: str, tmp_path: Path) -> None:
    ready, file, rows, left = EXPORTS[name]
    if not (DATA / file).is_file():
        pytest.skip(f"the sample {file} is not beside this checkout")
    plan = brought(tmp_path, ready, DATA / file)
    assert (plan.taken, len(plan.troubles)) == (rows, left)
    assert not plan.changed
    for path, data in plan.files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    loaded = find(tmp_path)
    assert loaded
    assert not loaded.load(tmp_path).mistakes
    state = read_state(tmp_path / "imports" / f"{ready}.json")
    assert state
    again = brought(tmp_path, ready, DATA / file, state)
    assert not again.files
    assert not again.kept


def test_overlapping_downloads_make_one_node_for_one_application(tmp_path: Path) -> None:
    files = [DATA / f"jplatpat/b60w_adas/{number}特実_国内文献.csv" for number in "⑦⑧"]
    if not all(file.is_file() for file in files):
        pytest.skip("the samples of J-PlatPat are not beside this checkout")
    for file in files:
        state = read_state(tmp_path / "imports" / "j-platpat.json")
        plan = brought(tmp_path, "j-platpat", file, state)
        for path, data in plan.files.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    assert not plan.added
    assert not plan.changed
    assert replace(plan, files={}).taken == 451

"""Cutting a shipped data file by its lines and parsing it whole give the same facts."""

from pathlib import Path

import pytest

from oc_strategy.facts import Facts
from oc_strategy.facts.cutting import cut
from oc_strategy.facts.reading import facts_in

DATA = sorted((Path(__file__).parents[2] / "oc_strategy" / "facts" / "data").glob("*.yaml"))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_rows_cut_out_are_the_rows_of_the_whole(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    whole, mistakes = facts_in(text, path.stem, path.name)
    pieces = cut(text)
    assert mistakes == ()
    assert whole
    for place in {fact.place for fact in whole}:
        assert facts_in(pieces.rows_at[place], path.stem, path.name)[0] == tuple(f for f in whole if f.place == place)
    assert set(pieces.rows_at) == {fact.place for fact in whole}


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_keys_of_details_are_all_known(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert cut(text).detail_keys == {key for fact in facts_in(text, path.stem, path.name)[0] for key in fact.detail}


def test_a_place_without_a_row_has_no_fact() -> None:
    assert Facts().every("grace-period", "QQ") == ()


def test_an_own_list_changes_what_a_place_is_told(tmp_path: Path) -> None:
    own = "facts:\n  - {id: grace-us, place: US, value: 6, unit: months, as_of: 2026, confidence: V1, statement: 6}\n"
    (tmp_path / "grace-period.yaml").write_text(own, encoding="utf-8")
    mixed, shipped = Facts(tmp_path), Facts()
    assert [fact.value for fact in mixed.every("grace-period", "US") if fact.id == "grace-us"] == ["6"]
    assert [fact.value for fact in shipped.every("grace-period", "US") if fact.id == "grace-us"] == ["12"]
    assert mixed.every("grace-period", "JP") == shipped.every("grace-period", "JP")

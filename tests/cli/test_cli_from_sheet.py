"""Anybody's list becomes nodes; the same again changes nothing; a later one never overwrites what a person wrote."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from calling import Answer, call
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from oc_strategy import yamlsource
from oc_strategy.importers.seeding import shipped_map, shipped_maps
from tests.importers import hostile
from tests.importers.seeding.sheets import MAP, PROJECT, ROWS, changed, folder_of, table

DAY = "2026-11-27"


def seed(folder: Path, *more: str, lang: str = "en", file: str = "list.csv") -> Answer:
    return call("from-sheet", file, "demo", "--map", "map.yaml", "--on", DAY, *more, folder=folder, lang=lang)


def nodes(folder: Path, section: str = "patents") -> dict[str, dict[str, object]]:
    tree, problems = yamlsource.read((folder / "demo" / f"{section}.yaml").read_bytes())
    assert not problems
    return tree[section]  # type: ignore[no-any-return]


def texts(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in (folder / "demo").rglob("*")
        if p.suffix in {".yaml", ".json"}
    }


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "demo" / "patents.yaml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


def test_rows_become_nodes_with_their_links(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    answer = seed(folder, "--yes")
    assert answer.status == 0, answer
    found = nodes(folder)
    assert list(found) == ["p-001", "p-002", "p-003"]
    first = found["p-001"]
    maker = next(iter(nodes(folder, "organizations")))
    assert first["title"] == {"ja": "位置検出パターン"}
    assert first["owners"] == {"us": "60", maker: "40"}
    assert first["members"] == [
        {"office": "JP", "filed": "2024-03-01", "status": "pending"},
        {"office": "US", "filed": "2024-03-01", "status": "pending"},
    ]
    assert (first["working"], first["covers"]) == ("in-use", ["core"])
    assert found["p-002"]["covers"] == ["core"]
    assert found["p-003"]["members"] == [{"office": "EP", "filed": "2024-04", "status": "granted"}]
    assert str(first["source"]).startswith(f"['list.csv, list, 2 ({DAY}, sha256:")
    assert (folder / "demo" / "project.yaml").read_text(encoding="utf-8") == PROJECT
    assert call("check", "demo", "--fail-on", "never", folder=folder).status == 0


def test_the_same_list_again_changes_no_byte(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    before = texts(folder)
    answer = call(
        "from-sheet", "list.csv", "demo", "--map", "map.yaml", "--on", "2030-01-01", "--no-input", folder=folder
    )
    assert (answer.status, answer.out) == (0, "")
    assert "nothing to change" in answer.err
    assert texts(folder) == before


def test_the_plan_names_every_line_and_writes_nothing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    answer = seed(folder, "--plan")
    assert answer.status == 0
    assert "demo/patents.yaml:2:3: + patents p-001" in answer.out.splitlines()
    assert not (folder / "demo" / "patents.yaml").exists()
    assert not (folder / "demo" / "imports").exists()


def test_without_a_terminal_nothing_is_written_unasked(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    answer = seed(folder)
    assert answer.status == 2
    assert "--yes" in answer.err
    assert not (folder / "demo" / "patents.yaml").exists()


@pytest.mark.parametrize(("reply", "is_written"), [("y\n", True), ("n\n", False)])
def test_on_a_terminal_it_asks(reply: str, is_written: bool, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with (
        mock.patch("oc_strategy.cli.from_sheet.is_asked", return_value=True),
        mock.patch("typer.confirm", return_value=reply == "y\n"),
    ):
        assert seed(folder).status == int(not is_written)
    assert (folder / "demo" / "patents.yaml").exists() is is_written


def test_a_bad_row_is_told_with_its_cell_and_the_good_ones_are_kept(tmp_path: Path) -> None:
    rows = changed(changed(ROWS, 1, 5, "2024/13/1"), 2, 8, "読取リコア")
    folder = folder_of(tmp_path, rows)
    answer = seed(folder, "--yes", lang="ja")
    assert answer.status == 1
    assert "list.csv、list!F2: 「2024/13/1」は日付として読めない。この行は取り込まない" in answer.err
    assert "list!I3: 「読取リコア」という項目がない。「読取りコア」のことか" in answer.err
    assert list(nodes(folder)) == ["p-003"]
    seeded = folder_of(tmp_path)
    assert seed(seeded, "--yes").status == 0
    assert set(nodes(folder)) == {"p-001", "p-002", "p-003"}


def test_a_row_that_the_model_refuses_is_left_out_alone(tmp_path: Path) -> None:
    head = (*ROWS[0], "登録日")
    rows = (head, *((*row, "2020/1/1" if row[0] == "P-002" else "") for row in ROWS[1:]))
    folder = folder_of(tmp_path, rows, MAP + '  登録日: "members[].granted"\n')
    answer = seed(folder, "--yes")
    assert answer.status == 1
    assert "list!A3: " in answer.err
    assert list(nodes(folder)) == ["p-001", "p-003"]


def test_a_later_list_changes_what_it_says_anew_and_keeps_comments(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    edit(folder, "    working: in-use\n", "    # we use it\n    working: in-use\n")
    rows = changed(changed(ROWS, 1, 6, "登録"), 1, 7, "×")
    answer = seed(folder_rows(folder, rows), "--yes")
    assert answer.status == 0, answer
    found = nodes(folder)["p-001"]
    assert found["working"] == "not-used"
    assert [member["status"] for member in found["members"]] == ["granted", "granted"]  # type: ignore[attr-defined]
    assert "# we use it" in (folder / "demo" / "patents.yaml").read_text(encoding="utf-8")
    assert "demo/patents.yaml:" in answer.out
    assert "p-001.working: in-use -> not-used  (cell H2)" in answer.out
    assert len(found["source"]) == 1  # type: ignore[arg-type]
    assert nodes(folder)["p-002"]["source"] != found["source"]


def folder_rows(folder: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    (folder / "list.csv").write_text(table(*rows), encoding="utf-8")
    return folder


def test_what_a_person_changed_since_is_never_overwritten(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    edit(folder, "working: in-use", "working: defensive")
    edit(folder, "title: {ja: 誤り訂正}", "title: {ja: 符号の誤り訂正, en: Correction}")
    assert seed(folder, "--yes").status == 0
    answer = seed(folder_rows(folder, changed(ROWS, 1, 7, "×")), "--yes")
    assert "p-001.working: defensive stays, the sheet says not-used  (cell H2)" in answer.err
    assert nodes(folder)["p-001"]["working"] == "defensive"
    assert nodes(folder)["p-002"]["title"] == {"ja": "符号の誤り訂正", "en": "Correction"}


def test_what_a_person_took_out_stays_out_and_what_is_renamed_is_found(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    assert call("rename", "p-001", "finder", "demo", folder=folder).status == 0
    words = (folder / "demo" / "patents.yaml").read_text(encoding="utf-8")
    (folder / "demo" / "patents.yaml").write_text(words[: words.index("  p-003:")], encoding="utf-8")
    edit(folder, "    covers: [core]\n", "")
    answer = seed(folder_rows(folder, changed(ROWS, 1, 1, "位置検出")), "--yes")
    assert answer.status == 0, answer
    assert "P-003" in answer.err
    assert list(nodes(folder)) == ["finder", "p-002"]
    assert nodes(folder)["finder"]["title"] == {"ja": "位置検出"}
    assert "covers" not in nodes(folder)["finder"]


def test_an_empty_cell_and_a_row_that_is_gone_take_nothing_away(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    answer = seed(folder_rows(folder, changed(ROWS, 1, 7, "")[:3]), "--yes")
    assert "no longer in the sheet: p-003" in answer.err
    assert set(nodes(folder)) == {"p-001", "p-002", "p-003"}
    assert nodes(folder)["p-001"]["working"] == "in-use"


def test_a_person_and_the_list_both_add_to_one_list(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    organizations = list(nodes(folder, "organizations"))
    edit(folder, "owners: [us]", "owners: [us, us]".replace("us, us", f"us, {organizations[0]}"))
    seed(folder_rows(folder, changed(ROWS, 2, 2, "Acme Ltd")), "--yes")
    assert nodes(folder)["p-002"]["owners"] == [organizations[0], "acme-ltd"]


WORKING = ("○", "×", "防衛", "")
MEANT = {"○": "in-use", "×": "not-used", "防衛": "defensive"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(WORKING), st.sampled_from([None, "planned", "defensive"])), max_size=5))
def test_three_ways_value_by_value(tmp_path: Path, steps: list[tuple[str, str | None]]) -> None:
    """After any history of lists and edits: a value is the list's only if nobody wrote another one."""
    import tempfile

    folder = folder_of(Path(tempfile.mkdtemp(dir=tmp_path)))
    said: str | None = None
    value: str | None = None
    for cell, written in [("○", None), *steps]:
        seed(folder_rows(folder, changed(ROWS, 1, 7, cell)), "--yes")
        now = MEANT.get(cell)
        if now is not None:
            value = now if value in (said, None) else value
            said = now
        assert nodes(folder)["p-001"].get("working") == value
        if written and value:
            edit(folder, f"working: {value}", f"working: {written}")
            value = written


def test_two_lists_that_say_the_same_of_one_node_by_title(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        (("製品", "備考"), ("読取りコア", "よく売れる")),
        "section: outputs\nid: 製品\ncolumns: {製品: title, 備考: note}\n",
    )
    answer = seed(folder, "--yes")
    assert answer.status == 0, answer
    words = (folder / "demo" / "project.yaml").read_text(encoding="utf-8")
    assert "note: よく売れる" in words
    assert "# the heart" in words
    assert not (folder / "demo" / "outputs.yaml").exists()


def test_a_workbook_reads_like_the_same_list_as_text(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2026年度 知財部"])
    for row in ROWS:
        sheet.append(list(row))
    book.save(folder / "list.xlsx")
    assert seed(folder, "--yes", file="list.xlsx").status == 0
    from_book = {i: {k: v for k, v in node.items() if k != "source"} for i, node in nodes(folder).items()}
    other = folder_of(tmp_path / "other")
    seed(other, "--yes")
    assert from_book == {i: {k: v for k, v in node.items() if k != "source"} for i, node in nodes(other).items()}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (MAP.replace("title\n", "titel\n"), ["map.yaml:5:10", "titel", "Did you mean “title”?"]),
        (MAP.replace("section: patents", "section: patent"), ["map.yaml:1:10", "patents"]),
        (MAP.replace("出願日:", "出願の日:"), ["map.yaml:8:3", "出願の日", "Did you mean “出願日”?"]),
        (MAP.replace("create: organizations", "create: people2"), ["map.yaml:6:29", "people2"]),
        (MAP.replace("id: 整理番号", "id: 番号"), ["map.yaml:2:5", "番号"]),
        (MAP + "  実施2: {to: title, unit: 億円}\n", ["map.yaml:12:26", "unit"]),
        (MAP + "into: ../x.yaml\n", ["map.yaml:12:7", "../x.yaml"]),
        (MAP + "constants: {members.office: JP}\n", ["map.yaml:12:13", "members[].office"]),
        (MAP + "colums: {}\n", ["map.yaml:12:1", "columns"]),
        ("columns: [\n", ["map.yaml:2:1"]),
        ("", ["map.yaml:1:1"]),
    ],
)
def test_a_mistake_in_the_map_is_told_at_its_place(words: str, told: list[str], tmp_path: Path) -> None:
    folder = folder_of(tmp_path, words=words)
    answer = seed(folder, "--yes")
    assert answer.status == 1, answer
    for part in told:
        assert part in answer.err
    assert sorted(path.name for path in (folder / "demo").iterdir()) == ["project.yaml"]


def test_a_heading_that_stands_twice_must_be_numbered(tmp_path: Path) -> None:
    rows = (("番号", "名", "名"), ("1", "甲", "乙"))
    words = "section: outputs\nid: 番号\ncolumns: {名: title}\n"
    folder = folder_of(tmp_path, rows, words)
    assert "“名#1”" in seed(folder, "--yes").err
    (folder / "map.yaml").write_text(words.replace("名: title", "名#2: title"), encoding="utf-8")
    assert seed(folder, "--yes").status == 0
    assert [node["title"] for node in nodes(folder, "outputs").values()] == ["乙"]


def test_odd_rows_are_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    rows = (("番号", "名"), ("1", "=1+1"), ("", "合計"), ("3", "c", "beyond"), ("1", "again"), ("5", "a\x01b"))
    folder = folder_of(tmp_path, rows, "section: outputs\nid: 番号\ncolumns: {名: title}\n")
    answer = seed(folder, "--yes")
    assert answer.status == 1
    for cell in ("A3", "C4", "A5", "B6"):
        assert f"list!{cell}: " in answer.err
    assert [node["title"] for node in nodes(folder, "outputs").values()] == ["=1+1"]


def test_a_file_that_cannot_be_read_and_a_broken_note_are_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "bad.csv").write_bytes(b"a\x00b")
    (folder / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    for name in ("bad.csv", "old.xls", "none.csv"):
        answer = seed(folder, "--yes", file=name)
        assert answer.status == 2
        assert name in answer.err
    seed(folder, "--yes")
    before = texts(folder)
    for broken in ("{", "[]", '{"rows": {"x": 1}}', "<<<<<<< ours"):
        (folder / "demo" / "imports" / "map.json").write_text(broken, encoding="utf-8")
        answer = seed(folder_rows(folder, changed(ROWS, 1, 7, "×")), "--yes")
        assert answer.status == 2
        assert "map.json" in answer.err
    assert {name: data for name, data in texts(folder).items() if name.endswith(".yaml")} == {
        name: data for name, data in before.items() if name.endswith(".yaml")
    }


@pytest.mark.parametrize("name", sorted(hostile.REFUSED)[::4])
def test_a_hostile_workbook_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    data, code = hostile.REFUSED[name]
    (folder / "list.xlsx").write_bytes(data)
    answer = seed(folder, "--yes", file="list.xlsx")
    assert (answer.status, answer.out) == (2, "")
    assert f"[{code}]" in answer.err
    assert [path.name for path in (folder / "demo").iterdir()] == ["project.yaml"]


def test_days_of_an_old_mac_and_of_a_number_without_a_form(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, words="section: products\nid: 名\ncolumns: {名: title, 発売: launched}\n")
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    for row in (["名", "発売"], ["甲", date(2024, 3, 1)], ["乙", 45000], ["丙", 2024], ["丁", "=1/0"]):
        sheet.append(row)
    book.save(folder / "list.xlsx")
    answer = seed(folder, "--yes", file="list.xlsx")
    assert answer.status == 1
    assert "Sheet!B3: “45000”" in answer.err
    assert "Sheet!B5: a formula" in answer.err
    assert sorted(str(node["launched"]) for node in nodes(folder, "products").values()) == ["2024", "2024-03-01"]


def test_the_note_holds_no_content(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    seed(folder, "--yes")
    note = json.loads((folder / "demo" / "imports" / "map.json").read_text(encoding="utf-8"))
    assert set(note["rows"]) == {"P-001", "P-002", "P-003"}
    assert "位置検出" not in json.dumps(note, ensure_ascii=False)


def test_a_proposed_map_brings_the_list_in(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    answer = call("from-sheet", "list.csv", "--propose", "-o", "made.yaml", folder=folder, lang="ja")
    assert answer.status == 0, answer
    assert "inventions" in answer.err
    made = call("from-sheet", "list.csv", "demo", "--map", "made.yaml", "--yes", "--on", DAY, folder=folder)
    assert made.status == 0, made
    mine = {i: {k: v for k, v in node.items() if k != "source"} for i, node in nodes(folder).items()}
    other = folder_of(tmp_path / "other")
    seed(other, "--yes")
    assert mine == {i: {k: v for k, v in node.items() if k != "source"} for i, node in nodes(other).items()}
    assert call("from-sheet", "list.csv", "--propose", "-o", "made.yaml", folder=folder).status == 2


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_proposal_says_what_it_is_not_sure_of(lang: str, tmp_path: Path) -> None:
    rows = (
        ("番号", "市場", "市場規模（億円）", "謎"),
        ("1", "搬送", "1,200", "2024/1/1"),
        ("2", "溶接", "many", "2024/2/1"),
    )
    folder = folder_of(tmp_path, rows)
    words = call("from-sheet", "list.csv", "--propose", folder=folder, lang=lang).out
    tree, problems = yamlsource.read(words.encode())
    assert not problems
    assert tree["section"] == "markets"
    assert tree["columns"]["市場規模（億円）"] == {"to": "size", "unit": "億円"}
    assert tree["columns"]["謎"] == "ignore"
    assert tree["constants"] == {"currency": "JPY"}
    comments = [line for line in words.splitlines() if line.lstrip().startswith("#")]
    assert any("many" in line for line in comments)
    assert any(("日付" if lang == "ja" else "dates") in line for line in comments)


@pytest.mark.parametrize("name", shipped_maps())
def test_every_ready_map_is_without_mistakes(name: str) -> None:
    read, mistakes = shipped_map(name)
    assert not mistakes
    assert read is not None
    assert read.map.title is not None
    assert read.map.title.ja != read.map.title.en

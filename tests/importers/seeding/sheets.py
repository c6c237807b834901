"""A small project, a list of inventions, and the map between the two."""

from __future__ import annotations

from pathlib import Path
from typing import Final

PROJECT: Final = (
    "id: demo\ntitle: 見本   # ours\noption: plan\norganizations:\n  us: {title: {ja: 当社, en: We}, own: true}\n"
    "outputs:\n  core: {title: {ja: 読取りコア, en: Reading core}}   # the heart\n"
    "options:\n  plan: {treatments: {core: keep-secret}}\n"
)
MAP: Final = """\
section: patents
id: 整理番号
language: ja
columns:
  発明の名称: title
  出願人: {to: owners, create: organizations, shares: 持分}
  出願国: "members[].office"
  出願日: "members[].filed"
  状態: "members[].status"
  実施: working
  関連成果: covers
"""
ROWS: Final = (
    ("整理番号", "発明の名称", "出願人", "持分", "出願国", "出願日", "状態", "実施", "関連成果"),
    ("P-001", "位置検出パターン", "当社、大学X", "60/40", "日本、米国", "令和6年3月1日", "出願中", "○", "読取りコア"),
    ("P-002", "誤り訂正", "当社", "", "JP", "2024/5/1", "出願中", "×", "core"),
    ("P-003", "外装", "ＴＤＫ株式会社", "", "欧州", "2024年4月", "登録", "", ""),
)


def table(*rows: tuple[str, ...]) -> str:
    """Rows as a CSV."""
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)


def folder_of(place: Path, rows: tuple[tuple[str, ...], ...] = ROWS, words: str = MAP) -> Path:
    """A folder with the project, the list and the map."""
    (place / "demo").mkdir(parents=True, exist_ok=True)
    (place / "demo" / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (place / "list.csv").write_text(table(*rows), encoding="utf-8")
    (place / "map.yaml").write_text(words, encoding="utf-8")
    return place


def changed(rows: tuple[tuple[str, ...], ...], row: int, column: int, words: str) -> tuple[tuple[str, ...], ...]:
    """The rows with other words in one cell."""
    line = rows[row]
    return (*rows[:row], (*line[:column], words, *line[column + 1 :]), *rows[row + 1 :])

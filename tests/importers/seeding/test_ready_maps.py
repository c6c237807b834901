"""The ready maps on small files of our own that have the headings of real exports, old and new."""

from __future__ import annotations

from pathlib import Path

import pytest

from oc_strategy.model.business import Market, Product
from oc_strategy.model.graph import Graph
from oc_strategy.model.rights import Patent
from oc_strategy.portfolio import find
from tests.importers.seeding.test_real_exports import brought

J_PLATPAT = (
    '"文献番号","出願番号","出願日","公知日","発明の名称","出願人/権利者","FI",{more}"公開番号","公告番号","登録番号",'
    '"審判番号","その他",{stage}"文献URL"\n'
    '"特開2024-000001","特願2022-000001","2022/09/26","2024/04/05","歯車","見本株式会社,架空大学","F16H1/00,390",{a}'
    '"特開2024-000001","","","","",{b}"https://example.com/1"\n'
    '"特許7000001","特願2022-000001","2022/09/26","2024/09/05","歯車","見本株式会社","F16H1/00",{a}"","","特許7000001","","",'
    '{c}"https://example.com/2"\n'
)
FILES = {
    "j-platpat-14": (
        "j-platpat",
        J_PLATPAT.format(more='"要約",', stage="", a='"【要約】\n速い<BR>歯車",', b="", c=""),
    ),
    "j-platpat-15": (
        "j-platpat",
        J_PLATPAT.format(more="", stage='"ステージ","イベント詳細",', a="", b='"審査中","",', c='"特許 有効","登録",'),
    ),
    "lens-old": (
        "lens",
        "#,Jurisdiction,Kind,Publication Number,Lens ID,Publication Date,Application Number,Application Date,"
        "Priority Numbers,Earliest Priority Date,Title,Applicants,Inventors,URL\n"
        "1,US,A1,US 2024/0000001 A1,000-1,2024-02-01,US 1 A,2022-09-26,JP 2022000001 A 20220926,2022-09-26,Gear,"
        "SAMPLE KK;;MADE-UP UNIV,X Y,https://example.com\n"
        "2,JP,A,JP 2024000001 A,000-2,2024-04-05,JP 2022000001 A,2022-09-26,JP 2022000001 A 20220926,2022-09-26,Gear,"
        "SAMPLE KK,X Y,https://example.com\n",
    ),
    "lens-new": (
        "lens",
        "#,Jurisdiction,Kind,Display Key,Lens ID,Publication Date,Application Number,Application Date,"
        "Priority Numbers,Earliest Priority Date,Title,Applicants,Inventors,URL,Legal Status\n"
        "1,US,B2,US 9000001 B2,000-1,2024-02-01,US 1 A,2022-09-26,JP 2022000001 A 20220926,2022-09-26,Gear,"
        "SAMPLE KK;;MADE-UP UNIV,X Y,https://example.com,Active\n",
    ),
    "google": (
        "google-patents",
        "search URL:,https://patents.google.com/?q=gear\n"
        "id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link,"
        "representative figure link\n"
        'US-9000001-B2,Gear ,"Sample Technologies, Inc.",X Y,2022-09-26,2023-09-20,2024-09-05,2024-09-05,https://e,\n',
    ),
    "google-excel": (
        "google-patents",
        "id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link,"
        "representative figure link\n"
        'US-9000001-B2,Gear ,"Sample Technologies, Inc.",X Y,9/26/2022,9/20/2023,9/5/2024,9/5/2024,https://e,\n',
    ),
    "patentscope": (
        "patentscope",
        "Publication Number,Publication Date,Title,Priority Data,IPC,Applicants,Inventors,FP Image\r"
        "WO2024000001,05.04.2024,GEAR,NA,F16H 1/00,SAMPLE KK;MADE-UP UNIV,X Y,NA\r",
    ),
}


def graph(place: Path, name: str, words: str) -> Graph:
    (place / "list.csv").write_bytes(words.encode("utf-8-sig"))
    for path, data in brought(place, name, place / "list.csv").files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    found = find(place)
    assert found
    return found.load(place).graph


@pytest.mark.parametrize("kind", FILES)
def test_an_export_makes_one_family_with_its_facts(kind: str, tmp_path: Path) -> None:
    name, words = FILES[kind]
    (patent,) = graph(tmp_path, name, words).of(Patent)
    members = patent.members
    assert patent.title
    assert patent.title.of("en" if name != "j-platpat" else "ja").casefold() in {"gear", "歯車"}
    assert {member.office for member in members} <= {"US", "JP", "WO"}
    assert all(member.publication for member in members)
    assert str(members[0].published or members[0].granted).startswith("2024-")
    assert not patent.inventors
    assert len(patent.owners) == (1 if name == "google-patents" else 2)


def test_the_two_documents_of_an_application_are_one_family_of_j_platpat(tmp_path: Path) -> None:
    (patent,) = graph(tmp_path, *FILES["j-platpat-15"]).of(Patent)
    assert patent.id == "jp-app-2022-000001"
    assert [(m.application, m.publication, m.status) for m in patent.members] == [
        ("特願2022-000001", "特開2024-000001", "pending"), ("特願2022-000001", "特許7000001", "granted"),
    ]  # fmt: skip


def test_products_and_markets_come_in_with_their_links(tmp_path: Path) -> None:
    products = "製品コード,製品名,発売日,生産国,技術,販売市場\nX1,搬送車,2024年度,日本、タイ,駆動,国内\n"
    found = graph(tmp_path, "products", products)
    (product,) = found.of(Product)
    assert (product.id, str(product.launched), product.made_in) == ("x1", "2024-04..2025-03", ("JP", "TH"))
    assert [market.title.ja for market in found.of(Market) if market.title] == ["国内"]
    assert len(product.embodies) == 1
    other = tmp_path / "other"
    other.mkdir()
    markets = '市場,国・地域,市場規模,年成長率\n搬送車,日本,"1,200億円",5.5%\n搬送車,米国,$3bn,-\n'
    first, second = sorted(graph(other, "markets", markets).of(Market), key=lambda market: market.currency or "")
    assert (first.size, first.currency, first.growth, first.countries) == (120_000_000_000, "JPY", 5.5, ("JP",))
    assert (second.size, second.currency, second.growth, second.countries) == (3_000_000_000, "USD", None, ("US",))

"""A small workbook with every kind of block, invented for the tests of the writer."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from oc_strategy.lang import word
from oc_strategy.model.dates import Date
from oc_strategy.model.text import Text
from oc_strategy.tables.sheet import (
    Cell,
    Chart,
    Column,
    Fields,
    Gantt,
    Picture,
    Row,
    Sheet,
    Table,
    Tiles,
    Workbook,
)
from oc_strategy.views.view import Span, TimeLane, Timeline, View

TODAY = date(2026, 11, 23)


def both(ja: str, en: str) -> Text:
    return Text(ja=ja, en=en)


def png(width: int = 1200, height: int = 500, dots: int = 192) -> bytes:
    """A plain picture with a frame, made here so that no binary is kept."""
    inner = b"\x00" + b"\x00\x72\xb2" * 6 + b"\xf4\xf8\xfc" * (width - 12) + b"\x00\x72\xb2" * 6
    edge = b"\x00" + b"\x00\x72\xb2" * width
    rows = edge * 6 + inner * (height - 12) + edge * 6
    metre = round(dots / 0.0254)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", metre, metre, 1)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def span(start: str, end: str, ja: str, en: str, look: str = "plain") -> Span:
    return Span(Date.parse(start), Date.parse(end), both(ja, en), look)  # type: ignore[arg-type]


COVER = Sheet(
    0,
    "cover",
    both("表紙・改訂", "Cover"),
    both("対象、版、責任者と、このブックの読み方を示す。", "What this book is about, its version and how to read it."),
    (
        Fields(
            (
                (both("プロジェクト", "Project"), Cell(both("自動搬送ロボット R&D", "Automated guided vehicles R&D"))),
                (both("機密区分", "Class"), Cell(both("社外秘", "Internal"), "heading")),
                (both("基準日", "As of"), Cell(TODAY)),
                (both("次回見直し", "Next review"), Cell(Date.parse("2027-03"))),
                (both("根拠", "Source"), Cell("https://example.org/agv", link="https://example.org/agv")),
                (
                    both("概要", "Summary"),
                    Cell(
                        both(
                            "工場内物流の自動搬送ロボットについて、通信インタフェースと試験方法を標準として開き、"
                            "経路計画と学習データを閉じることで、機器市場を広げながら制御ソフトウェアで収益を得る。",
                            "Open the communication interface and the test methods as standards, keep route planning "
                            "and training data closed, and earn from control software while the market grows.",
                        )
                    ),
                ),
            ),
        ),
        Table(
            (
                Column("version", both("版", "Version"), 10),
                Column("on", both("日付", "Date"), 14, "date"),
                Column("by", both("担当", "By"), 18),
                Column("what", both("内容", "What changed"), 60),
            ),
            (
                Row((Cell("1.0"), Cell(date(2025, 4, 1)), Cell("佐藤"), Cell(both("初版", "First version")))),
                Row(
                    (
                        Cell("1.1"),
                        Cell(TODAY),
                        Cell("佐藤"),
                        Cell(both("標準提案の段階を更新", "Stage of the proposal brought up to date")),
                    )
                ),
            ),
            both("改訂の記録はない。", "No revision is recorded."),
            title=both("改訂履歴", "Revisions"),
        ),
        Table(
            (
                Column("sign", both("色と記号", "Colour and sign"), 26),
                Column("meaning", both("意味", "Meaning"), 60),
            ),
            tuple(
                Row((Cell(both(ja, en), tone), Cell(both(f"{ja}を示す", f"Shows: {en}"))))  # type: ignore[arg-type]
                for tone, ja, en in (
                    ("open", "□ オープン", "□ Open"),
                    ("gated", "◇ ライセンス（許諾）", "◇ Licensed"),
                    ("closed", "■ クローズ", "■ Closed"),
                    ("undecided", "？ 未決定", "? Undecided"),
                    ("error", "✕ エラー", "✕ Error"),
                    ("warning", "△ 警告", "△ Warning"),
                    ("question", "？ 確認", "? Question"),
                    ("good", "○ 良好", "○ Good"),
                    ("differs", "≠ 差異", "≠ Differs"),
                    ("muted", "－ 該当なし", "- Not applicable"),
                )
            ),
            both("凡例はない。", "There is no legend."),
            title=both("凡例", "Legend"),
        ),
    ),
)

ONE_PAGE = Sheet(
    1,
    "one-page",
    both("一枚絵", "One page"),
    both("戦略を一枚で示す。", "The strategy on one page."),
    (
        Tiles(
            (
                (
                    both("□ オープン", "□ Open"),
                    "open",
                    (
                        Cell(
                            both("通信インタフェース（国際標準）", "Communication interface (international standard)")
                        ),
                        Cell(both("試験方法", "Test method")),
                    ),
                ),
                (
                    both("◇ ライセンス", "◇ Licensed"),
                    "gated",
                    (Cell(both("安全停止の特許（FRAND）", "Patent on safe stopping (FRAND)"), link="p-stop"),),
                ),
                (
                    both("■ クローズ", "■ Closed"),
                    "closed",
                    (
                        Cell(both("経路計画アルゴリズム", "Route planning"), link="o-route"),
                        Cell(both("走行学習データ", "Training data from driving")),
                        Cell(both("収益：制御ソフトウェア", "Revenue: control software")),
                    ),
                ),
            ),
            title=both("オープン・クローズの区分", "What is open and what is closed"),
        ),
        Picture(
            View("strategy", both("戦略図", "Strategy"), (), ()),
            both("オープン、ライセンス、クローズの三層。", "Three layers: open, licensed, closed."),
            title=both("戦略図", "Strategy map"),
        ),
        Tiles(
            (
                (
                    both("これまで", "Before"),
                    None,
                    (Cell(both("各社の独自仕様で市場が分断", "A market split by own designs")),),
                ),
                (
                    both("移行", "Transition"),
                    None,
                    (Cell(both("標準を提案し、認証を立ち上げる", "Propose the standard, set up certification")),),
                ),
                (
                    both("これから", "After"),
                    None,
                    (Cell(both("相互接続が前提の市場で制御を握る", "Hold the control layer of a connected market")),),
                ),
            ),
            title=both("変化", "The change"),
            joined_by="→",
        ),
        Table(
            (
                Column("severity", both("重大度", "Severity"), 12),
                Column("what", both("ギャップ", "Gap"), 70),
                Column("due", both("期限", "Due"), 14, "date"),
            ),
            (
                Row(
                    (
                        Cell(both("✕ エラー", "✕ Error"), "error"),
                        Cell(
                            both("学会発表が特許出願より先になっている。", "The talk comes before the patent filing.")
                        ),
                        Cell(date(2027, 1, 15)),
                    )
                ),
                Row(
                    (
                        Cell(both("△ 警告", "△ Warning"), "warning"),
                        Cell(both("委員会に誰も参加していない。", "Nobody takes part in the committee.")),
                        Cell(Date.parse("2027-04")),
                    )
                ),
            ),
            both("重大なギャップはない。", "There is no grave gap."),
            title=both("重大なギャップ", "Gravest gaps"),
        ),
    ),
    paper="A3",
)

OUTPUT_COLUMNS = (
    Column("id", both("ID", "ID"), 14, "id"),
    Column("name", both("名称", "Name"), 34, note=both("成果の名称。固有名を書く。", "The output's own name.")),
    Column("kind", both("種類", "Kind"), 16, choices="OutputKind"),
    Column("part_of", both("親", "Part of"), 16, choices="ids:outputs"),
    Column("treatment", both("扱い", "Treatment"), 20, choices="Posture"),
    Column("share", both("寄与率", "Share"), 10, "percent"),
    Column("trl", both("TRL", "TRL"), 8, "number"),
    Column("since", both("開始", "Since"), 13, "date"),
    Column("note", both("備考", "Note"), 40),
)


def output(node: str, depth: int, name: Text, kind: str, posture: str, *rest: object) -> Row:
    share, trl, since, note = rest
    return Row(
        (
            Cell(node),
            Cell(name, field="name"),
            Cell(word("OutputKind", kind), field="kind"),
            Cell("o-agv" if depth else None, link="o-agv"),
            Cell(word("Posture", posture) if posture != "undecided" else both("？ 未決定", "? Undecided"), posture),  # type: ignore[arg-type]
            Cell(share),  # type: ignore[arg-type]
            Cell(trl),  # type: ignore[arg-type]
            Cell(since),  # type: ignore[arg-type]
            Cell(note),  # type: ignore[arg-type]
        ),
        id=node,
        depth=depth,
    )


TECHNOLOGY = Sheet(
    3,
    "technology",
    both("技術要素", "Technology breakdown"),
    both("成果を木として示す。", "The outputs as a tree, each with how it is treated and how ready it is."),
    (
        Table(
            OUTPUT_COLUMNS,
            (
                output(
                    "o-agv",
                    0,
                    both("自動搬送ロボット", "Automated guided vehicle"),
                    "product",
                    "open",
                    1.0,
                    7,
                    Date.parse("2024-04-01"),
                    None,
                ),
                output(
                    "o-if",
                    1,
                    both("通信インタフェース", "Communication interface"),
                    "interface",
                    "open",
                    0.25,
                    6,
                    Date.parse("2024-06"),
                    both("=>結論：標準として開く", "=>conclusion: open it as a standard"),
                ),
                output(
                    "o-stop",
                    1,
                    both("安全停止", "Safe stopping"),
                    "process",
                    "gated",
                    0.125,
                    5,
                    Date.parse("2025"),
                    "@review",
                ),
                output(
                    "o-route",
                    1,
                    both("経路計画", "Route planning"),
                    "software",
                    "closed",
                    0.5,
                    8,
                    date(2023, 10, 5),
                    both(
                        "営業秘密として管理する。分析は困難で、実装はサーバ側に置き、取引先には結果だけを渡す。",
                        "Kept as a trade secret. Hard to analyse; it runs on our servers, partners see only results.",
                    ),
                ),
                output("o-map", 2, both("地図データ", "Map data"), "data", "undecided", 0.05, 4, None, "-1 は未測定"),
            ),
            both("成果はまだない。", "There is no output yet."),
            section="outputs",
        ),
    ),
)

COMPARISON = Sheet(
    5,
    "comparison",
    both("比較", "Comparison"),
    both("選択肢を目的ごとに比べる。", "Options against aims."),
    (
        Chart(
            both("目的ごとの評価", "Score by aim"),
            (both("市場の拡大", "Market growth"), both("利益の確保", "Profit"), both("実現しやすさ", "Feasibility")),
            (
                (both("案A 全て閉じる", "A: close all"), (1.5, 4.0, 4.5)),
                (both("案B 一部を開く", "B: open a part"), (4.5, 4.0, 3.0)),
                (both("案C 全て開く", "C: open all"), (5.0, 1.0, 4.0)),
            ),
        ),
        Table(
            (
                Column("aim", both("目的", "Aim"), 30),
                Column("a", both("案A", "A"), 30),
                Column("b", both("案B", "B"), 30),
            ),
            (
                Row(
                    (
                        Cell(both("利益の確保", "Profit")),
                        Cell(both("高いが市場が小さい", "High, in a small market")),
                        Cell(both("高い", "High"), "differs"),
                    )
                ),
            ),
            both("比べるものはない。", "Nothing to compare."),
            title=both("要点", "In words"),
        ),
    ),
)

EMPTY = Sheet(
    7,
    "secrets",
    both("営業秘密", "Secrets"),
    both("営業秘密の管理状況を示す。内容は決して書かない。", "How secrets are kept; never what they are."),
    (
        Table(
            (
                Column("id", both("ID", "ID"), 14, "id"),
                Column("name", both("名称", "Name"), 40),
                Column("kept", both("管理", "Care"), 40),
            ),
            (),
            both("ここに示す営業秘密はない。", "No trade secret is shown here."),
        ),
    ),
)

TIMELINE = Timeline(
    "roadmap",
    both("工程", "Roadmap"),
    (
        TimeLane(
            both("研究開発", "Research and development"),
            both("経路計画", "Route planning"),
            (
                span("2024-04", "2025-09", "要素開発", "Parts"),
                span("2025-10", "2026-12", "実証", "Field trial", "product"),
            ),
            id="o-route",
        ),
        TimeLane(
            both("研究開発", "Research and development"),
            both(
                "通信インタフェースの設計と相互接続の検証（3社合同）",
                "Design of the interface and joint interoperability tests",
            ),
            (span("2024-06-01", "2026-03-31", "設計", "Design", "open"),),
        ),
        TimeLane(
            both("知財", "Intellectual property"),
            both("安全停止の特許", "Patent on safe stopping"),
            (
                span("2025-02-10", "2025-02-10", "出願", "Filing", "patent"),
                span("2026-02-10", "2026-02-10", "優先期限", "Priority ends", "patent"),
                span("2026-08", "2026-08", "公開", "Publication", "patent"),
                span("2027-08-10", "2027-08-10", "国内移行期限", "National phase ends", "patent"),
            ),
            id="p-stop",
        ),
        TimeLane(
            both("標準化", "Standardisation"),
            both("ISO 提案", "ISO proposal"),
            (
                span("2025-06", "2026-01", "新業務項目の投票", "NP ballot", "standard"),
                span("2026-02", "2027-02", "委員会原案", "CD", "standard"),
                span("2027-03", "2027-09", "DIS", "DIS", "standard"),
            ),
        ),
        TimeLane(
            both("標準化", "Standardisation"),
            both("許諾の宣言", "Declaration"),
            (
                span("2026-11-01", "2027-06-30", "協議", "Talks", "gated"),
                span("2027-07-01", "2027-07-01", "宣言", "Declared", "license"),
            ),
        ),
        TimeLane(
            both("事業", "Business"),
            both("制御ソフトウェア", "Control software"),
            (span("2026-10", "2027-12", "販売", "Sales", "closed"),),
        ),
    ),
    TODAY,
)

ROADMAP = Sheet(
    15,
    "roadmap",
    both("工程", "Roadmap"),
    both("研究開発から事業までを一つの時間軸に示す。", "From research to business on one time axis."),
    (
        Gantt(TIMELINE, both("日付のある項目はない。", "Nothing has a date.")),
        Table(
            (
                Column("due", both("期限", "Due"), 14, "date"),
                Column("what", both("内容", "What"), 60),
                Column("who", both("担当", "Who"), 20),
            ),
            (
                Row(
                    (
                        Cell(date(2027, 8, 10)),
                        Cell(both("国内移行の期限", "National phase"), link="p-stop"),
                        Cell("鈴木"),
                    ),
                ),
            ),
            both("期限はない。", "No deadline."),
            title=both("期限", "Deadlines"),
        ),
    ),
    paper="A3",
)

BOOK = Workbook(
    "agv",
    both("自動搬送ロボット R&D 戦略", "Automated guided vehicles R&D strategy"),
    TODAY,
    "internal",
    (COVER, ONE_PAGE, TECHNOLOGY, COMPARISON, EMPTY, ROADMAP),
)
PICTURES = {"strategy": png()}

"""The follow-up report between two dates."""

from __future__ import annotations

from form_looks import say
from form_papers import Paper, indicators, own_design

from oc_strategy.model.text import Language


def follow_up(language: Language) -> bytes:
    """What changed between two dates, what that did to the gaps, and what comes next."""
    t, p = say(language), Paper(language, is_wide=True)
    p.title(t("フォローアップ報告", "Follow-up report"), "{{project.title}}")
    p.pairs([
        (t("比較の元", "From"), "since.before"), (t("比較の先", "To"), "since.after"),
        (t("基準日", "As of"), "report.date"),
        (t("責任者", "Owner"), "project.owner"), (t("次回の見直し", "Next review"), "project.next-review"),
    ])  # fmt: skip
    p.heading(t("1　要点", "1  In short"))
    p.text(t(
        "開閉の移動{{since.moves}}件、違いのある項目{{since.nodes}}件。"
        "指摘は、新規{{since.new}}件、解消{{since.gone}}件、悪化{{since.worse}}件、改善{{since.better}}件。",
        "Moves between open and closed: {{since.moves}}; entries that differ: {{since.nodes}}. "
        "Findings: {{since.new}} new, {{since.gone}} gone, {{since.worse}} worse, {{since.better}} better.",
    ))  # fmt: skip
    p.text(
        t(
            "現在の指摘：エラー{{count.error}}件、警告{{count.warning}}件、要確認{{count.question}}件。",
            "Findings now: {{count.error}} errors, {{count.warning}} warnings, {{count.question}} questions.",
        )
    )
    p.heading(t("2　開閉の移動", "2  Moves between open and closed"))
    p.table([
        (t("選択肢", "Option"), "since-moves.option", 44), (t("成果", "Output"), "since-moves.output", 40),
        (t("移動", "Moved"), "since-moves.moved", 40),
        (t("変更前", "Before"), "since-moves.before", 40), (t("変更後", "After"), "since-moves.after", 40),
        (t("元に戻せるか", "Taking it back"), "since-moves.undoing", 60),
    ])  # fmt: skip
    p.heading(t("3　指摘の変化", "3  Findings, then and now"))
    p.table([
        (t("変化", "Outcome"), "since-findings.outcome", 22), (t("重さ", "Severity"), "since-findings.severity", 24),
        (t("指摘", "Finding"), "since-findings.message", 110), (t("対応", "Remedy"), "since-findings.remedy", 90),
    ])  # fmt: skip
    p.heading(t("4　違いの図", "4  What differs, as a picture"))
    p.picture("changes")
    p.heading(t("5　違いのある項目", "5  Entries that differ"))
    p.table([
        (t("変化", "What happened"), "since-nodes.what-happened", 24),
        (t("項目", "Entry"), "since-nodes.subject", 90),
        (t("違い", "Difference"), "since-nodes.difference", 140),
    ])  # fmt: skip
    p.heading(t("6　会議と所見", "6  Meetings and remarks"))
    p.table([
        (t("日付", "Date"), "reviews.on", 34), (t("会議", "Meeting"), "reviews.meeting", 60),
        (t("所見", "Remarks"), "reviews.remarks", 150),
    ])  # fmt: skip
    p.heading(t("7　指標", "7  Indicators"))
    p.table(indicators(t))
    p.heading(t("8　次の期限と判断事項", "8  Next dates and decisions"))
    p.table([
        (t("期日", "Due"), "next-deadlines.on", 30), (t("残り", "Left"), "next-deadlines.left", 28),
        (t("内容", "What"), "next-deadlines.deadline", 70), (t("対象", "Subject"), "next-deadlines.subject", 100),
    ])  # fmt: skip
    p.table([
        (t("判断する事項", "What to decide"), "decisions-asked.what-to-decide", 110),
        (t("理由", "Reason"), "decisions-asked.reason", 110),
        (t("期限", "Decide by"), "decisions-asked.on", 34),
    ])  # fmt: skip
    p.text(own_design(t), quiet=True)
    return p.done()

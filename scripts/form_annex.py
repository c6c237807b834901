"""The annex of a proposal for a public R&D programme."""

from __future__ import annotations

from form_looks import Say, say
from form_papers import Columns, Paper, indicators, own_design

from oc_strategy.model.text import Language


def _measures(t: Say) -> Columns:
    return [
        (t("成果", "Output"), "measures.output", 30), (t("位置", "Position"), "measures.position", 22),
        (t("開閉", "Posture"), "measures.posture", 22), (t("扱い", "Treatment"), "measures.treatment", 26),
        (t("手段", "Carried by"), "measures.via", 34), (t("理由", "Reason"), "measures.reason", 44),
    ]  # fmt: skip


def programme_annex(language: Language) -> bytes:
    """The annex of a proposal: measures by year, structure of the standards work, care of intellectual property."""
    t, p = say(language), Paper(language)
    p.title(
        t("提案書別紙　オープン・クローズ戦略", "Annex to the proposal: open-and-close strategy"), "{{project.title}}"
    )
    p.pairs([
        (t("事業名", "Programme"), "project.programme"),
        (t("実施期間", "Period"), "{{project.period.from}} – {{project.period.until}}"),
        (t("代表機関", "Owner"), "project.owner"), (t("参加機関", "Partners"), "project.partners"),
        (t("責任者", "Manager"), "project.manager"),
        (t("事業側の責任者", "Business owner"), "project.business-owner"),
        (t("基準日", "As of"), "report.date"),
    ])  # fmt: skip
    p.heading(t("1　課題・提供価値・収益", "1  Problem, value, revenue"))
    p.pairs([
        (t("目的", "Purpose"), "project.purpose"), (t("課題", "Problem"), "project.problem"),
        (t("提供価値", "Value"), "project.value"), (t("収益", "Revenue"), "project.revenue"),
        (t("代替手段", "Alternatives"), "project.alternatives"),
    ])  # fmt: skip
    p.heading(t("2　開く領域と閉じる領域", "2  What is opened and what is closed"))
    p.text(t(
        "成果{{count.outputs}}件のうち、開く{{count.open}}件、許諾する{{count.gated}}件、閉じる{{count.closed}}件、未定{{count.undecided}}件。",
        "Of {{count.outputs}} outputs {{count.open}} are opened, {{count.gated}} licensed, {{count.closed}} closed; "
        "{{count.undecided}} are undecided.",
    ))  # fmt: skip
    p.picture("strategy")
    p.table(_measures(t))
    p.heading(t("3　年度ごとの措置", "3  Measures by year"))
    p.table([
        (t("年", "Year"), "years.year", 14),
        (t("開く（標準・公表・提案）", "Opened (standards, publications, proposals)"), "years.opening", 60),
        (t("閉じる（出願・権利）", "Closed (filings, rights)"), "years.closing", 60),
        (t("事業", "Business"), "years.earning", 40),
    ])  # fmt: skip
    _standards(p, t)
    _rights(p, t)
    p.heading(t("6　技術流出の防止", "6  Preventing leaks of technology"))
    p.pairs([
        (t("指定分野", "Listed fields"), "project.listed-fields"),
        (t("コア重要技術", "Core technologies"), "project.core-technologies"),
        (t("防止策", "Measures"), "project.leak-measures"),
    ])  # fmt: skip
    p.heading(t("7　指標", "7  Indicators"))
    p.table(indicators(t))
    p.text(own_design(t), quiet=True)
    return p.done()


def _standards(p: Paper, t: Say) -> None:
    p.heading(t("4　標準化の体制", "4  Structure of the standards work"))
    p.caption(t("標準と作業項目", "Standards and work items"))
    p.table([
        (t("名称", "Title"), "standards.title", 48), (t("番号", "Designation"), "standards.designation", 34),
        (t("委員会", "Committee"), "standards.committee", 36), (t("段階", "Stage"), "standards.stage", 16),
        (t("開く成果", "Reveals"), "standards.reveals", 40),
    ])  # fmt: skip
    p.caption(t("委員会の席", "Seats in committees"))
    p.table([
        (t("委員会", "Committee"), "seats.committee", 50), (t("人", "Person"), "seats.person", 36),
        (t("所属", "Organization"), "seats.organization", 40), (t("役割", "Role"), "seats.role", 26),
        (t("任期", "Until"), "seats.until", 32),
    ])  # fmt: skip
    p.caption(t("人材", "People"))
    p.table([
        (t("氏名・役割名", "Name or role"), "people.title", 44), (t("役割", "Roles"), "people.roles", 44),
        (t("所属", "Works for"), "people.works-for", 44), (t("後任", "Successor"), "people.successor", 40),
    ])  # fmt: skip


def _rights(p: Paper, t: Say) -> None:
    p.heading(t("5　知的財産の管理", "5  Care of intellectual property"))
    p.caption(t("特許", "Patents"))
    p.table([
        (t("特許ファミリー", "Family"), "patents.title", 46), (t("対象", "Covers"), "patents.covers", 38),
        (t("出願国", "Offices"), "patents.offices", 22), (t("権利者", "Owners"), "patents.owners", 38),
        (t("実施", "Working"), "patents.working", 22),
    ])  # fmt: skip
    p.caption(t("秘匿する技術（中身は書かない）", "What is kept secret (never its content)"))
    p.table([
        (t("名称", "Name"), "secrets.title", 44), (t("守る成果", "Protects"), "secrets.protects", 44),
        (t("管理者", "Custodian"), "secrets.custodian", 36), (t("管理措置", "Measures"), "secrets.measures", 48),
    ])  # fmt: skip
    p.caption(t("契約", "Agreements"))
    p.table([
        (t("契約", "Agreement"), "agreements.title", 46), (t("種類", "Kind"), "agreements.kind", 28),
        (t("当事者", "Parties"), "agreements.parties", 50), (t("終期", "Until"), "agreements.until", 32),
    ])  # fmt: skip

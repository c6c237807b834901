"""The plan of standards work for one work item."""

from __future__ import annotations

from form_looks import say
from form_papers import Paper, own_design

from oc_strategy.model.text import Language


def work_item_plan(language: Language) -> bytes:
    """How one standard is brought about: stages, clauses and what they give away, people, papers, patents, dates."""
    t, p = say(language), Paper(language)
    p.title(t("標準化作業計画", "Plan of standards work"), "{{item.title}}")
    p.pairs([
        (t("プロジェクト", "Project"), "project.title"), (t("番号", "Designation"), "item.designation"),
        (t("標準化機関", "Body"), "item.body"), (t("委員会", "Committee"), "item.committee"),
        (t("種類・形式", "Kind and form"), "{{item.kind}} / {{item.form}}"), (t("目的", "Purpose"), "item.purpose"),
        (t("今の段階", "Stage now"), "item.stage"), (t("提案者", "Proposed by"), "item.proposed-by"),
        (t("編集者", "Editor"), "item.editor"), (t("賛同国", "Supporting countries"), "item.supporting-countries"),
        (t("基準日", "As of"), "report.date"),
    ])  # fmt: skip
    p.heading(t("1　位置付け", "1  Place in the strategy"))
    p.pairs([
        (t("事業の目的", "Purpose of the project"), "project.purpose"),
        (t("開く成果", "What it reveals"), "item.reveals"),
        (t("先行する出願", "Filed before"), "item.filed-before"),
        (t("適合する製品", "Products that conform"), "item.products"),
    ])  # fmt: skip
    p.picture("item")
    p.heading(t("2　段階と期日", "2  Stages and dates"))
    p.table([
        (t("段階", "Stage"), "item-stages.stage", 40), (t("実績", "Reached"), "item-stages.actual", 60),
        (t("目標", "Target"), "item-stages.target", 60),
    ])  # fmt: skip
    p.table([
        (t("期日", "Due"), "item-deadlines.on", 34), (t("残り", "Left"), "item-deadlines.left", 28),
        (t("内容", "What"), "item-deadlines.deadline", 50), (t("根拠", "Basis"), "item-deadlines.basis", 66),
    ])  # fmt: skip
    p.heading(t("3　条項と、それにより知られるもの", "3  Clauses, and what they give away"))
    p.table([
        (t("条項", "Clause"), "item-clauses.title", 70), (t("規定", "Normative"), "item-clauses.normative", 24),
        (t("知られる成果", "Reveals"), "item-clauses.reveals", 80),
    ])  # fmt: skip
    p.heading(t("4　体制", "4  People"))
    p.table([
        (t("人", "Person"), "item-seats.person", 50), (t("所属", "Organization"), "item-seats.organization", 50),
        (t("役割", "Role"), "item-seats.role", 34), (t("任期", "Until"), "item-seats.until", 36),
    ])  # fmt: skip
    p.heading(t("5　寄書", "5  Contributions"))
    p.table([
        (t("寄書", "Contribution"), "item-contributions.title", 56),
        (t("提出日", "Submitted"), "item-contributions.submitted", 34),
        (t("状態", "Status"), "item-contributions.status", 26),
        (t("知られる成果", "Reveals"), "item-contributions.reveals", 60),
    ])  # fmt: skip
    p.heading(t("6　特許と声明", "6  Patents and declarations"))
    p.table([
        (t("特許ファミリー", "Family"), "item-patents.title", 60), (t("対象", "Covers"), "item-patents.covers", 50),
        (t("出願国", "Offices"), "item-patents.offices", 30),
        (t("声明", "Declarations"), "item-patents.declarations", 40),
    ])  # fmt: skip
    p.table([
        (t("声明", "Declaration"), "item-declarations.title", 60), (t("声明日", "On"), "item-declarations.on", 36),
        (t("約束", "Commitment"), "item-declarations.commitment", 44),
        (t("声明者", "By"), "item-declarations.by", 44),
    ])  # fmt: skip
    p.text(own_design(t), quiet=True)
    return p.done()

"""The closed word lists of the model; `lang/` has a label in each language for every word."""

from __future__ import annotations

from typing import Literal

OutputKind = Literal[
    "material", "process", "apparatus", "component", "product", "interface", "protocol", "data",
    "software", "ai-model", "test-method", "service",
]  # fmt: skip
Position = Literal["core", "boundary", "periphery"]
ReverseEngineering = Literal["visible", "simple-analysis", "expert-effort", "infeasible"]
Detectability = Literal["easy", "with-effort", "undetectable"]
PatentRight = Literal["patent", "utility-model", "design"]
PatentStatus = Literal["planned", "pending", "granted", "refused", "withdrawn", "lapsed", "expired"]
Route = Literal["direct", "pct", "epc"]
Level = Literal["high", "medium", "low"]
Working = Literal["in-use", "planned", "defensive", "not-used"]
Measure = Literal[
    "access-control", "nda", "marking", "rules", "training", "separation", "encryption", "monitoring",
    "leaver-control",
]  # fmt: skip
EvidenceStage = Literal["research", "completion", "decision", "preparation", "start", "change"]
EvidenceKind = Literal["notebook", "certified-date", "notarial-deed", "timestamp", "document", "product", "video"]
Demand = Literal["royalty", "damages", "injunction"]
RightsSaid = Literal["reserved", "unmentioned", "free"]
Terms = Literal[
    "exclusive", "selective", "paid", "cross", "pool", "frand", "royalty-free", "non-assertion", "open-source"
]
StandardKind = Literal["terminology", "interface", "product", "performance", "test-method", "management", "safety"]
Form = Literal["de-jure", "forum", "de-facto", "consensus"]
Purpose = Literal["adoption", "differentiation", "safety", "regulation", "procurement", "common-language"]
SeatRole = Literal[
    "chair", "secretary", "convenor", "project-leader", "editor", "expert", "delegate", "observer", "member"
]
DocumentStatus = Literal["planned", "submitted", "adopted", "rejected", "withdrawn"]
Commitment = Literal["royalty-free", "frand", "refused", "no-known-rights", "non-assertion"]
DeclarationForm = Literal["specific", "blanket"]
Venue = Literal[
    "paper", "talk", "press-release", "exhibition", "sale", "web", "code-release", "dataset",
    "defensive-publication", "gazette", "specification", "standards-meeting",
]  # fmt: skip
RevenueRole = Literal["main", "supporting", "none"]
MarketStage = Literal["not-formed", "growing", "mature", "declining"]
RegulationKind = Literal["law", "technical-regulation", "procurement-rule", "international-rule", "guideline"]
OrganizationKind = Literal[
    "company", "university", "laboratory", "standards-body", "certifier", "regulator", "funder", "rival",
    "licensee", "consortium", "supplier", "customer",
]  # fmt: skip
PersonRole = Literal[
    "chief-standards-officer", "ip", "standards", "rd", "ura", "business", "legal", "expert", "convenor",
    "custodian", "manager",
]  # fmt: skip
AgreementKind = Literal[
    "joint-research", "funding", "nda", "consortium", "assignment", "ip-agreement", "data-agreement", "supply",
    "employment", "membership",
]  # fmt: skip
TrendKind = Literal["patents", "draft-standard", "regulation", "rival", "market", "technology"]
Frequency = Literal["weekly", "monthly", "quarterly", "half-yearly", "yearly"]
ActionState = Literal["open", "in-work", "done", "not-applicable"]
ObligationKind = Literal["report", "approval", "publication-review", "payment", "notice"]
Disclosure = Literal["secret", "patent", "publication", "standard", "open-source"]
Access = Literal["own", "selected", "paid", "cross", "pool", "frand", "royalty-free", "public-domain"]
Mode = Literal[
    "keep-secret", "patent-exclusive", "patent-license", "patent-free", "standard-frand", "standard-free",
    "publish", "open-source",
]  # fmt: skip
Verdict = Literal["workbook", "project"]
Posture = Literal["open", "gated", "closed"]
Severity = Literal["error", "warning", "question", "good"]
ExceptionStatus = Literal["accepted", "in-work", "false-positive", "mitigated", "not-applicable"]

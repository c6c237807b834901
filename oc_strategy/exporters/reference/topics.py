"""What each topic of the facts store is about, in a few words."""

from __future__ import annotations

from typing import Final

from oc_strategy.model.text import Text

_TOPICS: Final[dict[str, Text]] = {
    "co-ownership": Text(
        ja="共有特許の実施・許諾・持分の譲渡", en="Working, licensing and transferring a co-owned patent"
    ),
    "competition": Text(ja="許諾・プールと競争法", en="Licensing and pools under competition law"),
    "defensive-publication": Text(ja="防衛公開の媒体", en="Media for defensive publication"),
    "designated-fields": Text(
        ja="特許出願非公開制度の特定技術分野", en="Designated fields of Japan's patent non-disclosure system"
    ),
    "employee-invention": Text(ja="職務発明の帰属と利益", en="Employee inventions: ownership and benefit"),
    "examination-request": Text(ja="審査請求の期限", en="Time limits for requesting examination"),
    "export-control": Text(
        ja="輸出管理・みなし輸出と標準化活動", en="Export control, deemed export and standards work"
    ),
    "foreign-filing": Text(
        ja="外国出願の禁止・第一国出願義務", en="Bans on filing abroad and duties to file first at home"
    ),
    "grace-formalities": Text(ja="新規性喪失の例外の手続", en="Formalities of the grace period"),
    "grace-period": Text(
        ja="新規性喪失の例外の期間と起算日", en="Grace periods and the day from which they count back"
    ),
    "identifiers": Text(ja="番号・識別子の形と検査数字", en="Forms of identifiers and their check digits"),
    "national-phase": Text(ja="PCT国内移行の期限", en="Time limits for entering the PCT national phase"),
    "office-codes": Text(ja="国・官庁のコード", en="Codes of countries and offices"),
    "open-source-patent-clauses": Text(
        ja="オープンソースライセンスの特許条項", en="Patent clauses of open-source licences"
    ),
    "patent-policy": Text(
        ja="標準化機関のパテントポリシー（版ごと）", en="Patent policies of standards bodies, by version"
    ),
    "patent-term": Text(ja="権利の存続期間", en="Terms of protection"),
    "prior-use": Text(ja="先使用権", en="Prior user rights"),
    "priority-period": Text(ja="優先権の期間と回復", en="Priority periods and restoration"),
    "public-funding": Text(ja="公的資金による成果の義務", en="Duties on results of publicly funded research"),
    "publication": Text(ja="出願公開の時期", en="When applications are published"),
    "renewal-fees": Text(ja="維持年金の期限", en="Time limits for renewal fees"),
    "sep-practice": Text(ja="標準必須特許の交渉の作法", en="Conduct in negotiating standard-essential patents"),
    "stage-codes": Text(ja="標準の段階コード", en="Stage codes of standards"),
    "stage-rules": Text(
        ja="標準化の期間・投票・段階の決まり", en="Rules on time, ballots and stages in standards bodies"
    ),
    "standards-contribution-public": Text(
        ja="寄書・標準案が公知となる条件", en="When contributions and drafts of standards count as public"
    ),
    "technology-areas": Text(ja="国の計画に現れる技術領域", en="Technology areas named in national plans"),
    "trade-secret-requirements": Text(ja="営業秘密の要件", en="Requirements of a trade secret"),
}


def topic_label(topic: str) -> Text:
    """What a topic is about; KeyError for a topic that nobody described."""
    return _TOPICS[topic]

"""The page on the facts of law and policy: topics, how many facts each has, how sure they are, where they were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, get_args

from oc_strategy.exporters.reference.markdown import address, bullets, code, fenced, joint, page, table
from oc_strategy.exporters.reference.topics import topic_label
from oc_strategy.facts import Fact, Facts
from oc_strategy.facts.fact import Confidence
from oc_strategy.lang import text, word
from oc_strategy.model.text import Language, Text

TITLE: Final = Text(ja="法令・方針の事実", en="Facts of law and policy")
_INTRO: Final = Text(
    ja="検査が基づく事実は、法令・官庁の運用・標準化機関の方針を、日付・出典・確度とともに記録したデータであり、{count}件ある。"
    "文そのものは次のコマンドで読む。頼る前に必ず原典を確かめること。これは法的助言ではない。",
    en="The checks rest on {count} recorded facts: law, office practice and the policies of standards bodies, each "
    "with a date, a source and a confidence. Read the sentences with this command. Look at the source "
    "before you rely on one; this is no legal advice.",
)
_COMMAND: Final = "oc-strategy facts grace-period --for EP"
_MARKS: Final = Text(ja="確度の読み方", en="How to read the confidence marks")
_MARKS_NOTE: Final = Text(
    ja="検査は、基づく事実の確度を超えて強く言わない。",
    en="A check never speaks more strongly than the facts behind it allow.",
)
_MARK_HEADS: Final = (
    Text(ja="確度", en="Mark"),
    Text(ja="意味", en="Meaning"),
    Text(ja="許される最も重い指摘", en="Gravest finding allowed"),
    Text(ja="件数", en="Facts"),
)
_TOPICS: Final = Text(ja="主題", en="Topics")
_TOPIC_HEADS: Final = (
    Text(ja="主題", en="Topic"),
    Text(ja="内容", en="What it is about"),
    Text(ja="件数", en="Facts"),
)
_COUNTS: Final = Text(ja="確度別の件数：", en="Facts by confidence: ")
_PLACES: Final = Text(ja="国・官庁・機関など：", en="Places, bodies or licences: ")
_READ: Final = Text(ja="出典：", en="Sources:")


def facts_page(facts: Facts, language: Language) -> str:
    """The topics of the facts with their counts and sources in a language, as one page of Markdown."""
    every = facts.all()
    blocks = [
        _INTRO.format(count=len(every)).of(language),
        fenced(_COMMAND, "sh"),
        f"## {_MARKS.of(language)}",
        _MARKS_NOTE.of(language),
        _marks(every, language),
        f"## {_TOPICS.of(language)}",
        _overview(facts, language),
        *(block for topic in facts.topics() for block in _about(topic, facts.about(topic), language)),
    ]
    return page(TITLE, language, blocks)


def _marks(every: Sequence[Fact], language: Language) -> str:
    counts = Counter(fact.confidence for fact in every)
    strongest = {fact.confidence: fact.strongest for fact in every}
    rows = (
        [
            code(mark),
            text(f"cli.confidence-{mark}").of(language),
            word("Severity", strongest[mark]).of(language),
            str(counts[mark]),
        ]
        for mark in get_args(Confidence)
        if mark in counts
    )
    return table([head.of(language) for head in _MARK_HEADS], rows)


def _overview(facts: Facts, language: Language) -> str:
    rows = (
        [f"[{code(topic)}](#{topic})", topic_label(topic).of(language), str(len(facts.about(topic)))]
        for topic in facts.topics()
    )
    return table([head.of(language) for head in _TOPIC_HEADS], rows)


def _about(topic: str, facts: Sequence[Fact], language: Language) -> Iterator[str]:
    yield f"### {topic}"
    yield topic_label(topic).of(language)
    counts = Counter(fact.confidence for fact in facts)
    by_mark = [f"{mark} {counts[mark]}" for mark in get_args(Confidence) if mark in counts]
    places = sorted({fact.place for fact in facts})
    yield bullets(
        [_COUNTS.of(language) + joint(by_mark, language), _PLACES.of(language) + joint(map(code, places), language)]
    )
    sources = sorted({source for fact in facts for source in fact.source})
    if sources:
        yield _READ.of(language)
        yield bullets(address(source) for source in sources)

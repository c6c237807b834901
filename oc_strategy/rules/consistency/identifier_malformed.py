"""An identifier does not have the form, or the check digits, that its kind has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from oc_strategy.facts import Fact
from oc_strategy.model.business import Market, Product
from oc_strategy.model.edges import Path
from oc_strategy.model.identifiers import (
    has_document_shape,
    is_corporate_number,
    is_lei,
    is_ror,
    kind_in,
    kinds_of_designation,
    office_in,
)
from oc_strategy.model.node import Node
from oc_strategy.model.parties import Organization
from oc_strategy.model.rights import Member, Patent, Secret
from oc_strategy.model.standardization import Standard
from oc_strategy.model.technology import Output
from oc_strategy.model.text import Text
from oc_strategy.model.vocabulary import Severity
from oc_strategy.rule import Answer, Basis, Case, Finding, Step, Value, Where, rule

_PARTS: Final = re.compile(r"[A-HY](?:\d\d[A-Z]?)?")
"""A class named coarsely, by section, class or subclass alone."""
_NAMES: Final = {
    "designation": Text(en="a designation of its body", ja="その団体の規格番号の形"),
    "class": Text(en="an IPC or CPC symbol", ja="IPC・CPC記号の形"),
    "document": Text(en="the number of a patent document", ja="特許文献の番号の形"),
    "kind": Text(en="a kind code", ja="文献種別コードの形"),
    "lei": Text(en="an LEI (form or check digits)", ja="LEIの形または検査数字"),
    "ror": Text(en="a ROR id (form or check digits)", ja="ROR IDの形または検査数字"),
    "corporate_number": Text(en="a corporate number (form or check digit)", ja="法人番号の形または検査用数字"),
}
_OTHER_OFFICE = Text(
    en='"{value}" of {node} begins with another office than {office}.',
    ja="{node} の「{value}」は、{office} でない庁の番号で始まっている。",
)
_OTHER_KIND = Text(
    en='"{value}" of {node} ends with another kind code than {kind}.',
    ja="{node} の「{value}」の末尾は、種別コード {kind} と異なる。",
)
_NO_COUNTRY = Text(
    en='"{value}" of {node} stands for an organization, where a country is asked for.',
    ja="{node} の「{value}」は機関のコードであり、国のコードではない。",
)


@rule(
    severity="error",
    question=Text(en="Does every identifier have the form of its kind?", ja="識別番号は、それぞれの形に合っているか"),
    message=Text(
        en='"{value}" of {node} is not {what}.',
        ja="{node} の「{value}」は、{what}に合っていない。",
    ),
    remedy=Text(
        en="Write it as the body that assigned it writes it, copied from its register.",
        ja="付番した機関の登録簿から写し、その機関の書き方で書く。",
    ),
    why=Text(
        en="A wrong number points to nothing or to somebody else's document, and a declaration or claim chart with it "
        "is void.",
        ja="誤った番号は何も指さないか、他人の文書を指す。それを書いた宣言や対比表は役に立たない。",
    ),
    basis=Basis(facts=("identifiers", "office-codes")),
    fires="""
id: demo
standards:
  symbol:
    designation: JISX0510  # <- identifier-malformed
outputs:
  reader:
    classes: G6K7/10  # <- identifier-malformed
patents:
  finder:
    members:
      - {office: US, publication: JP2938338}  # <- identifier-malformed
organizations:
  maker:
    corporate_number: "1000012050002"  # <- identifier-malformed
""",
    silent="""
id: demo
standards:
  symbol: {designation: JIS X 0510}
  forum: {designation: AIM International ISS - QR Code}
outputs:
  reader: {classes: [G06K7/10, G06K]}
patents:
  finder:
    members:
      - {office: JP, publication: JP2938338}
      - {office: US, application: "08/403,548", publication: US5726435, kind: A}
organizations:
  maker: {corporate_number: "7000012050002"}
""",
)
def identifier_malformed(case: Case) -> Iterator[Answer]:
    for standard in case.graph.of(Standard):
        yield from _designation(case, standard)
    patterns = [fact for kind in ("ipc", "cpc") if (fact := _pattern(case, kind))]
    for output in case.graph.of(Output):
        yield from _classes(patterns, output)
    for patent in case.graph.of(Patent):
        for index, member in enumerate(patent.members):
            yield from _member(case, patent, index, member)
    for organization in case.graph.of(Organization):
        yield from _party(organization)
    yield from _countries(case)


def _pattern(case: Case, kind: str) -> Fact | None:
    return next(iter(case.facts.every("identifiers", aspect="pattern", kind=kind)), None)


def _matches(fact: Fact, value: str) -> bool:
    return fact.value is not None and re.match(fact.value, value) is not None


def _designation(case: Case, standard: Standard) -> Iterator[Answer]:
    if standard.designation is None:
        return
    kinds = kinds_of_designation(standard.designation, standard.body)
    facts = [fact for kind in kinds if (fact := _pattern(case, kind))]
    if facts and not any(_matches(fact, standard.designation) for fact in facts):
        severity: Severity = "warning" if facts[0].detail.get("severity") == "warning" else "error"
        yield _wrong(standard, "designation", standard.designation, "designation", facts[:1], severity)


def _classes(known: list[Fact], output: Output) -> Iterator[Answer]:
    for index, symbol in enumerate(output.classes):
        if known and not _PARTS.fullmatch(symbol) and not any(_matches(fact, symbol) for fact in known):
            # Section Y and its groups are known of the CPC only.
            facts = known[-1:] if symbol.startswith("Y") else known[:1]
            yield _wrong(output, ("classes", index), symbol, "class", facts)


def _member(case: Case, patent: Patent, index: int, member: Member) -> Iterator[Answer]:
    shape = _pattern(case, "kind") if member.kind else None
    if member.kind and shape and not _matches(shape, member.kind):
        yield _wrong(patent, ("members", index, "kind"), member.kind, "kind", [shape])
    for field, number in (("application", member.application), ("publication", member.publication)):
        if number is not None:
            yield from _document(case, patent, ("members", index, field), number, member)


def _document(case: Case, patent: Patent, where: Path, number: str, member: Member) -> Iterator[Answer]:
    if not has_document_shape(number):
        yield _wrong(patent, where, number, "document", case.facts.every("identifiers", kind="patent-document"))
    elif (named := office_in(number)) and named not in _offices(member):
        # Two letters may also be a series of the office itself (BR PI, CN ZL): only a known office contradicts.
        yield from (_mismatch(patent, where, number, member, fact) for fact in case.facts.every("office-codes", named))
    elif (kind := kind_in(number)) and member.kind and kind != member.kind and where[-1] == "publication":
        values: dict[str, Value] = {"node": patent, "value": number, "kind": member.kind}
        yield Finding(patent, where, values, chain=(Step(patent, where),), message=_OTHER_KIND)


def _offices(member: Member) -> frozenset[str]:
    """The offices whose numbers a member may carry: its own, and the one its route passed through."""
    through = {"pct": "WO", "epc": "EP"}.get(member.route or "")
    return frozenset({member.office, *((through,) if through else ()), *(("WO",) if member.office == "IB" else ())})


def _mismatch(patent: Patent, where: Path, number: str, member: Member, fact: Fact) -> Finding:
    return Finding(
        patent, where, {"node": patent, "value": number, "office": member.office}, chain=(Step(patent, where),),
        facts=(fact,), message=_OTHER_OFFICE,
    )  # fmt: skip


def _party(party: Organization) -> Iterator[Answer]:
    checks = (("lei", is_lei), ("ror", is_ror), ("corporate_number", is_corporate_number))
    for field, is_right in checks:
        value: str | None = getattr(party, field)
        if value is not None and not is_right(value):
            yield _wrong(party, field, value, field, ())


def _countries(case: Case) -> Iterator[Answer]:
    # The same few codes are written again and again.
    organizations = cache(lambda code: case.facts.every("office-codes", code, kind="organization"))
    for node, where, code in _written_countries(case):
        for fact in organizations(code):
            yield Finding(
                node, where, {"node": node, "value": code}, chain=(Step(node, where),), facts=(fact,),
                severity="warning", message=_NO_COUNTRY,
            )  # fmt: skip


def _written_countries(case: Case) -> Iterator[tuple[Node, Where, str]]:
    """Where a country is meant: for a rule, a mark or a licence, the European Union would do as well."""
    for kind, field in ((Organization, "country"), (Output, "completed_in"), (Secret, "storage_country")):
        yield from ((node, field, code) for node in case.graph.of(kind) if (code := getattr(node, field)))
    for several, field in ((Market, "countries"), (Product, "made_in")):
        for node in case.graph.of(several):
            yield from ((node, (field, index), code) for index, code in enumerate(getattr(node, field)))


def _wrong(
    node: Node, where: Where, value: str, name: str, facts: list[Fact] | tuple[Fact, ...], severity: Severity = "error"
) -> Finding:
    return Finding(
        node, where, {"node": node, "value": value, "what": _NAMES[name]}, chain=(Step(node, where),),
        facts=tuple(facts), severity=severity,
    )  # fmt: skip

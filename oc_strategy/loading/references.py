"""Links that lead nowhere or to the wrong kind of node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from oc_strategy.lang import section_label, text
from oc_strategy.loading.mistakes import closest, mistake
from oc_strategy.loading.places import Places
from oc_strategy.model.diagnostic import Diagnostic
from oc_strategy.model.graph import Link
from oc_strategy.model.node import Node
from oc_strategy.model.text import Text
from oc_strategy.yamlsource import Spot


def wrong_references(loose: Iterable[Link], known: Mapping[str, Node], places: Places) -> Iterator[Diagnostic]:
    """A mistake for each link whose far end is missing among the known nodes, or of a kind the edge does not take."""
    for link in loose:
        place = places.of(link.source.id, link.path)
        spot = Spot(place.line, place.column)
        target = known.get(link.target_id)
        if target is None:
            guess = closest(link.target_id, _possible(link, known))
            yield mistake(_missing_code(link, known), place.file, spot, guess, id=link.target_id)
        else:
            yield _wrong_end(link, target, place.file, spot)


def _missing_code(link: Link, known: Mapping[str, Node]) -> str:
    is_foreign = "/" in link.target_id
    return "no-such-project" if is_foreign and not _has_project(link.target_id, known) else "unknown-reference"


def _has_project(reference: str, known: Mapping[str, Node]) -> bool:
    prefix = reference.split("/", maxsplit=1)[0] + "/"
    return any(node_id.startswith(prefix) for node_id in known)


def _possible(link: Link, known: Mapping[str, Node]) -> Iterator[str]:
    return (node_id for node_id, node in known.items() if isinstance(node, link.edge.targets))


def _wrong_end(link: Link, target: Node, file: str, spot: Spot) -> Diagnostic:
    return mistake(
        "wrong-end", file, spot, id=link.target_id, edge=str(link.path[0]),
        kind=section_label(target.section), expected=_either([t.section for t in link.edge.targets]),
    )  # fmt: skip


def _either(sections: list[str]) -> Text:
    if len(sections) > 4:
        return text("problems.any-node")
    return Text.each(lambda lg: " / ".join(section_label(s).of(lg) for s in sections))

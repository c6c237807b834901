"""The words around a picture: title with its class, signs, notes of what is left out, and a description."""

from __future__ import annotations

from functools import cache

from oc_strategy.exporters.diagrams.labels import NO_BREAK, cleaned
from oc_strategy.lang import text, word
from oc_strategy.model.text import Confidentiality, Language
from oc_strategy.views.view import Box, Diagram, Look, Timeline, View


def heading(diagram: Diagram, language: Language) -> str:
    """The title on one line, followed by the audience's class, such as `戦略図　【社外秘】`."""
    title = " ".join(cleaned(diagram.title.of(language)).split())
    return f"{title}  {class_label(diagram.audience, language)}"


def subtitle(diagram: Diagram, language: Language) -> str:
    """The smaller line below the title, or an empty string where there is none."""
    return " ".join(cleaned(diagram.subtitle.of(language)).split()) if diagram.subtitle else ""


def class_label(audience: Confidentiality, language: Language) -> str:
    """The class in its brackets."""
    return text("diagrams.class_label", label=word("Confidentiality", audience)).of(language)


def signed(label: str, look: Look, language: Language) -> str:
    """The label behind the short sign of its look, unless it is plain or begins with that sign already."""
    sign = _sign(look, language)
    return label if look == "plain" or label.startswith(sign) else f"{sign}{NO_BREAK}{label}"


@cache
def _sign(look: Look, language: Language) -> str:
    return text("diagrams.class_label", label=text(f"diagrams.signs.{look}")).of(language)


def box_words(box: Box, language: Language) -> str:
    """Sign, label and detail, each part on its own line or lines."""
    detail = box.detail.of(language) if box.detail else ""
    return "\n".join(part for part in (signed(box.label.of(language), box.look, language), detail) if part)


def hidden_note(view: View, language: Language) -> str:
    """How many links and boxes are not shown, or an empty string where all are."""
    boxes, arrows = view.hidden_boxes, view.hidden_arrows + len(view.arrows) - len(drawn_arrows(view))
    return text("diagrams.hidden", arrows=arrows, boxes=boxes).of(language) if boxes or arrows else ""


def drawn_arrows(view: View) -> list[tuple[int, int, int]]:
    """For each arrow whose two boxes are drawn: the places of source, target and the arrow itself."""
    place = {box.id: number for number, box in enumerate(view.boxes)}
    return [
        (place[arrow.source], place[arrow.target], number)
        for number, arrow in enumerate(view.arrows)
        if arrow.source in place and arrow.target in place
    ]


def empty_note(diagram: Diagram, language: Language) -> str:
    """What stands in a picture that has nothing to show."""
    return (diagram.empty or text("diagrams.nothing")).of(language)


def description(diagram: Diagram, language: Language) -> str:
    """One sentence for readers who cannot see the picture."""
    if isinstance(diagram, Timeline):
        spans = sum(len(lane.spans) for lane in diagram.lanes)
        counts = {"lanes": len(diagram.lanes), "spans": spans, "day": diagram.today.isoformat()}
        return text("diagrams.description_timeline", **counts).of(language)
    arrows = len(drawn_arrows(diagram))
    hidden = {
        "hidden_boxes": diagram.hidden_boxes,
        "hidden_arrows": diagram.hidden_arrows + len(diagram.arrows) - arrows,
    }
    return text("diagrams.description_view", boxes=len(diagram.boxes), arrows=arrows, **hidden).of(language)

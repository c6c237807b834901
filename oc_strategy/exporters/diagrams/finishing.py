"""What a renderer wrote, made safe, readable by screen readers, and the same at every run."""

from __future__ import annotations

import re

from lxml import etree

from oc_strategy.exporters.diagrams.links import is_safe_link
from oc_strategy.model.text import Language

_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_HOVER = "{http://www.w3.org/1999/xlink}title"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SCALE = re.compile(r"scale\([^)]*\)")
_PDF_TIMES = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:([0-9]{14}[^)]*)\)")


def finished_svg(data: bytes, dots_per_inch: int = 72) -> bytes:
    """The picture without comments, generator, scripts and unsafe links; names of boxes and arrows instead of ids.

    `dots_per_inch` is the fineness for which it was laid out.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    for element in list(root.iter(f"{{{_SVG}}}script", f"{{{_SVG}}}image", f"{{{_SVG}}}foreignObject")):
        _remove(element)
    for link in list(root.iter(f"{{{_SVG}}}a")):
        _tame(link)
    for element in root.iter(f"{{{_SVG}}}*"):
        _make_plain(element)
    _settle(root, dots_per_inch)
    _order_frames(root)
    _name_parts(root)
    root.set("role", "img")
    return _written(root)


def described(data: bytes, title: str, description: str, language: Language) -> bytes:
    """The finished picture with its title, its description and its language at the root."""
    root = etree.fromstring(data)
    root.set(_LANG, language)
    for place, (tag, words) in enumerate([("title", title), ("desc", description)]):
        element = etree.Element(f"{{{_SVG}}}{tag}")
        element.text = words
        root.insert(place, element)
    return _written(root)


def finished_pdf(data: bytes) -> bytes:
    """The document with its times set to the first second of 1970, byte for byte as long as before."""
    return _PDF_TIMES.sub(lambda match: match[0].replace(match[1], _zero(match[1])), data)


def _zero(time: bytes) -> bytes:
    return b"19700101000000" + re.sub(rb"[0-9]", b"0", time[14:])


def _written(root: etree._Element) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _tame(link: etree._Element) -> None:
    """Keep a safe address, drop any other; the words shown on hovering go into the part's own title."""
    if not is_safe_link(link.get(_HREF) or ""):
        link.attrib.pop(_HREF, "")
    hover = link.attrib.pop(_HOVER, "")
    part = next(link.iterancestors(f"{{{_SVG}}}g"), None)
    while part is not None and part.find(f"{{{_SVG}}}title") is None:
        part = next(part.iterancestors(f"{{{_SVG}}}g"), None)
    title = part.find(f"{{{_SVG}}}title") if part is not None else None
    if hover and title is not None:
        title.set("data-hover", hover)


def _make_plain(element: etree._Element) -> None:
    """`transparent` is a colour that many viewers of SVG 1.1 draw in black; `none` says the same to all."""
    for attribute in ("fill", "stroke"):
        if element.get(attribute) == "transparent":
            element.set(attribute, "none")


def _settle(root: etree._Element, dots_per_inch: int) -> None:
    """As large as its points say, however fine the dots of a PNG drawn with it, and named alike in any company."""
    graph = root.find(f"{{{_SVG}}}g[@class='graph']")
    if graph is None:
        return
    graph.set("id", "graph0")
    graph.set("transform", _SCALE.sub("scale(1 1)", graph.get("transform", "")))
    sides = [float(root.get(side, "0").removesuffix("pt")) * 72 / dots_per_inch for side in ("width", "height")]
    for side, length in zip(("width", "height"), sides, strict=True):
        root.set(side, f"{round(length)}pt")
    root.set("viewBox", "0.00 0.00 {:.2f} {:.2f}".format(*sides))


def _order_frames(root: etree._Element) -> None:
    """Frames of groups by their names in the source: Graphviz numbers and writes them in an order that changes."""
    for graph in root.iter(f"{{{_SVG}}}g"):
        frames = [child for child in graph if child.get("class") == "cluster"]
        if not frames:
            continue
        first = graph.index(frames[0])
        for frame in frames:
            graph.remove(frame)
        for offset, frame in enumerate(sorted(frames, key=_source_name)):
            frame.set("id", f"group{offset}")
            frame.tail = "\n"
            graph.insert(first + offset, frame)


def _source_name(frame: etree._Element) -> str:
    title = frame.find(f"{{{_SVG}}}title")
    return (title.text or "") if title is not None else ""


def _name_parts(root: etree._Element) -> None:
    """Each box is titled by its words, each arrow by those of its two ends, and the rest has no title."""
    parts = [
        (part, title) for part in root.iter(f"{{{_SVG}}}g") if (title := part.find(f"{{{_SVG}}}title")) is not None
    ]
    words = {title.text or "": _words(part) for part, title in parts}
    for part, title in parts:
        hover = str(title.attrib.pop("data-hover", ""))
        name = hover or _name(part.get("class", ""), title.text or "", words)
        if name:
            title.text = name
        else:
            part.remove(title)


def _name(kind: str, key: str, words: dict[str, str]) -> str:
    if kind == "edge":
        ends = [words.get(end, "") for end in key.split("->")]
        return " → ".join(ends) if all(ends) else ""
    return words.get(key, "") if kind == "node" else ""


def _words(part: etree._Element) -> str:
    return " ".join(" ".join((line.text or "").split()) for line in part.iter(f"{{{_SVG}}}text"))

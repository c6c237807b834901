"""Some changes made in a text at once, and proved by reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import yaml

from oc_strategy import yamlsource
from oc_strategy.yamlediting.changes import Change, Put, Rekey, applied, plain
from oc_strategy.yamlediting.splices import Splice, differences
from oc_strategy.yamlediting.writing import entry_text, key_text
from oc_strategy.yamlsource import Refusal, Spot

_BOM: Final = "\ufeff".encode()
_NOTHING: Final[tuple[Any, ...]] = (None, {}, [])


def edited(data: bytes, changes: Sequence[Change]) -> bytes | Refusal:
    """The text with all changes made, or why they cannot be: it cannot be read, or its form does not allow them.

    The new text is read again before it is given out: it holds exactly the values that were asked for. KeyError or
    IndexError for a path that leads nowhere: whoever asks for a change has read the text.
    """
    tree, problems = yamlsource.read(data)
    if problems:
        return problems[0]
    before = tree if isinstance(tree, dict) else {}
    text = data.decode("utf-8-sig")
    made = _spliced(text, _splices(text, before, changes))
    result = (_BOM if data.startswith(_BOM) else b"") + made.encode()
    after, wrong = yamlsource.read(result)
    if wrong or not _same(after, plain(applied(before, changes))):
        return Refusal("not-editable", _first_spot(tree, changes))
    return result


def _splices(text: str, before: dict[str, Any], changes: Sequence[Change]) -> Iterator[Splice]:
    wanted = applied(before, [change for change in changes if not isinstance(change, Rekey)])
    # The reader took this text: it is of bounded depth and has neither aliases nor tags.
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if before else None
    if root is None or not any(key in wanted for key in before):
        yield _begun(text, wanted)
        return
    yield from differences(text, root, wanted)
    for change in changes:
        if isinstance(change, Rekey):
            yield _renamed(root, change)


def _begun(text: str, wanted: dict[str, Any]) -> Splice:
    """The first values behind a text that has none, comments at most; nothing of a text is kept that keeps none."""
    words = "".join(entry_text(key, value, flow=False) + "\n" for key, value in wanted.items())
    has_values = any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())
    start = 0 if has_values else len(text)
    return Splice(start, len(text), ("\n" if start and not text.endswith("\n") else "") + words)


def _renamed(node: Any, rekey: Rekey) -> Splice:
    key = None
    for step in rekey.path:
        if isinstance(node, yaml.MappingNode):
            key, node = next((k, v) for k, v in node.value if k.value == step)
        else:
            node = node.value[step]
    assert key is not None
    return Splice(key.start_mark.index, key.end_mark.index, key_text(rekey.key, key.style))


def _spliced(text: str, splices: Iterable[Splice]) -> str:
    ends = "\r\n" if "\r\n" in text else "\n"
    parts: list[str] = []
    here = 0
    for splice in sorted(splices, key=lambda s: s.start):
        parts += (text[here : splice.start], splice.text.replace("\n", ends))
        here = max(here, splice.end)
    return "".join((*parts, text[here:]))


def _same(after: Any, wanted: Any) -> bool:
    """Whether two trees hold the same; an empty mapping or list is as good as nothing."""
    if after in _NOTHING or wanted in _NOTHING:
        return after in _NOTHING and wanted in _NOTHING
    if isinstance(wanted, dict) and isinstance(after, dict):
        return after.keys() == wanted.keys() and all(_same(after[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list) and isinstance(after, list):
        return len(after) == len(wanted) and all(_same(*pair) for pair in zip(after, wanted, strict=True))
    return bool(after == wanted)


def _first_spot(tree: Any, changes: Sequence[Change]) -> Spot:
    if tree is None or not changes:
        return Spot(1, 1)
    first = changes[0]
    return yamlsource.spot_of(tree, first.path[:-1] if isinstance(first, Put) else first.path)

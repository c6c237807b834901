"""YAML text as mappings, lists and strings only: half the time of `yaml.load`, and nothing to be abused."""

from typing import Any

import yaml

from oc_strategy.lang import text
from oc_strategy.model.text import Text

# Scalars are taken as written, so NO stays Norway and 0123 keeps its zero, whichever parser is there.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class UnusableFactsError(ValueError):
    """A text that cannot be read as facts, and why."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.what = told(why, **values)


def told(why: str, **values: object) -> Text:
    """What is wrong with facts of somebody's own, in both languages."""
    return text(f"facts-mistakes.{why}", **values)


def plain_values(document: str) -> object:
    """The first document of a text; UnusableFactsError or yaml.YAMLError if it cannot be read that simply."""
    holders: list[list[Any]] = [[]]
    following = _LOADER(document).get_event
    while not isinstance(event := following(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent):
            holders[-1].append(event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            holders.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            holders[-2].append(_collected(event, holders.pop()))
        elif isinstance(event, yaml.AliasEvent):
            # A few aliases of aliases can stand for more rows than there is memory.
            raise UnusableFactsError("alias", line=_line(event))
    return holders[0][0] if holders[0] else None


def _collected(event: yaml.Event, items: list[Any]) -> object:
    if isinstance(event, yaml.SequenceEndEvent):
        return items
    keys = items[::2]
    if not all(isinstance(key, str) for key in keys):
        raise UnusableFactsError("key", line=_line(event))
    if len(set(keys)) < len(keys):
        raise UnusableFactsError("key-twice", line=_line(event))
    return dict(zip(keys, items[1::2], strict=True))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0

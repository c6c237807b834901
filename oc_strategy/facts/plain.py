"""YAML text as mappings, lists and strings only: half the time of `yaml.load`, and nothing to be abused."""

from typing import Any

import yaml

# Scalars are taken as written, so NO stays Norway and 0123 keeps its zero, whichever parser is there.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def plain_values(text: str) -> object:
    """The first document of a text; a ValueError or yaml.YAMLError if it cannot be read that simply."""
    holders: list[list[Any]] = [[]]
    following = _LOADER(text).get_event
    while not isinstance(event := following(), yaml.StreamEndEvent):
        if isinstance(event, yaml.ScalarEvent):
            holders[-1].append(event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            holders.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            holders[-2].append(_collected(event, holders.pop()))
        elif isinstance(event, yaml.AliasEvent):
            # A few aliases of aliases can stand for more rows than there is memory.
            raise ValueError(f"line {_line(event)}: an alias (*) cannot be used here")
    return holders[0][0] if holders[0] else None


def _collected(event: yaml.Event, items: list[Any]) -> object:
    if isinstance(event, yaml.SequenceEndEvent):
        return items
    keys = items[::2]
    if not all(isinstance(key, str) for key in keys):
        raise ValueError(f"line {_line(event)}: a key is one word")
    if len(set(keys)) < len(keys):
        raise ValueError(f"line {_line(event)}: a key stands twice in the mapping that ends here")
    return dict(zip(keys, items[1::2], strict=True))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0

"""The gap checks, one a file, found by walking this package: a file that is there is a rule that runs."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.resources import files

from oc_strategy.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id. A file's stem, its function's name and the rule's id are one name."""
    found = (_rule_of(name) for name in _rule_modules())
    return tuple(sorted(found, key=lambda rule: rule.id))


def _rule_modules() -> list[str]:
    themes = (entry for entry in files(__name__).iterdir() if entry.is_dir() and not entry.name.startswith("_"))
    found = ((theme.name, file.name) for theme in themes for file in theme.iterdir() if file.name.endswith(".py"))
    return [f"{__name__}.{theme}.{file[:-3]}" for theme, file in found if not file.startswith("_")]


def _rule_of(module_name: str) -> Rule:
    found: Rule = getattr(import_module(module_name), module_name.rsplit(".", maxsplit=1)[-1])
    return found


def rule_by_id(rule_id: str) -> Rule | None:
    """The rule of that id, if there is one."""
    return next((rule for rule in all_rules() if rule.id == rule_id), None)


def theme_of(rule_id: str) -> str | None:
    """The theme of a rule; None for what the engine itself finds."""
    rule = rule_by_id(rule_id)
    return rule.theme if rule else None

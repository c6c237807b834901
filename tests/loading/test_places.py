"""Every value knows its line and column."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from oc_strategy import yamlsource
from oc_strategy.portfolio import project_of_text

WORDS = st.text(alphabet="abcdefgh", min_size=1, max_size=6)
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=12
)


def _written(tree: object, indent: int = 0) -> str:
    pad = "  " * indent
    if isinstance(tree, dict) and tree:
        return "".join(f"{pad}{key}:\n{_written(value, indent + 1)}" for key, value in tree.items())
    if isinstance(tree, list) and tree:
        return "".join(f"{pad}-\n{_written(value, indent + 1)}" for value in tree)
    return f"{pad}{'{}' if tree == {} else '[]' if tree == [] else tree}\n"


def _leaves(tree: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in _leaves(value, (*path, key))]
    if isinstance(tree, list):
        return [leaf for index, value in enumerate(tree) for leaf in _leaves(value, (*path, index))]
    return [(path, str(tree))]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4))
def test_each_leaf_is_where_its_place_says(tree: dict[str, object]) -> None:
    text = _written(tree)
    value, problems = yamlsource.read(text.encode())
    assert not problems
    lines = text.splitlines()
    for path, leaf in _leaves(tree):
        spot = yamlsource.spot_of(value, path)
        assert lines[spot.line - 1][spot.column - 1 :].startswith(leaf)


def test_the_order_of_sections_and_keys_never_matters() -> None:
    lines = [
        "id: demo",
        "option: open",
        "options: {open: {treatments: {x: publish}}}",
        "outputs: {x: {trl: 3, kind: data}}",
    ]
    one = "\n".join(lines)
    other = "\n".join(reversed(lines)).replace("trl: 3, kind: data", "kind: data, trl: 3")
    assert project_of_text(one).graph.nodes == project_of_text(other).graph.nodes


def test_an_item_in_a_field_of_the_project_itself_has_its_place() -> None:
    places = project_of_text("id: demo\ntags:\n  - one\n  - two\n").places
    assert [str(places.of("demo", path)) for path in (("tags", 1), "tags", ("note", 1), None)] == [
        "project.yaml:4:5", "project.yaml:3:3", "project.yaml:1:1", "project.yaml:1:1",
    ]  # fmt: skip


def test_a_single_word_stands_for_a_list_of_one() -> None:
    people, secrets = "people: {lead: {roles: ip}}", "secrets: {s: {measures: nda, protects: o}}"
    loaded = project_of_text(f"id: demo\n{people}\n{secrets}\noutputs: {{o: {{tags: x}}}}\n")
    assert not loaded.mistakes
    assert loaded.graph.nodes["lead"].roles == ("ip",)  # type: ignore[attr-defined]
    assert loaded.graph.nodes["s"].measures == ("nda",)  # type: ignore[attr-defined]
    assert loaded.graph.nodes["o"].tags == ("x",)

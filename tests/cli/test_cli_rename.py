"""Another id everywhere it is written and nowhere else; all files or none; the text around stays."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from calling import EXAMPLES, call

from oc_strategy.portfolio import LoadedPortfolio, find
from oc_strategy.renaming import Plan, planned, targets
from oc_strategy.renaming.proving import first_mistake

FILES = {
    "portfolio.yaml": "title: P\nprojects: ['*']\n",
    "baseline.yaml": (
        "findings:\n"
        "  - {rule: core-unprotected, project: plug, option: plan, severity: error, subjects: [{node: contact}]}\n"
        "  - rule: nothing-closed\n    project: plug\n    severity: error\n"
        "    subjects: [{node: plan, field: [treatments, contact, mode]}]\n"
        "  - {rule: core-unprotected, project: cell, severity: error, "
        "subjects: [{node: contact}, {node: plug/contact}]}\n"
    ),
    "catalog/c.yaml": "organizations:\n  us: {title: We}\n",
    "plug/project.yaml": (
        "# The plug\nid: plug\nowner: us\noption: plan\noutputs:\n"
        "  contact:   # what touches\n    title: 'contact'\n  coat: {depends_on: [\"contact\"], tags: [contact]}\n"
        "patents:\n  fam: {covers: contact, owners: {us: 50}, describes: [contact, coat]}\n"
        "secrets:\n  know: {protects: contact, shared_with: us}\n"
        "standards:\n  std: {clauses: [{id: contact, reveals: contact}], proposed_by: us}\n"
        "actions:\n  act: {about: [contact, plug], closes: \"core-unprotected:contact\", owner: us}\n"
        "options:\n  plan:\n    treatments:\n      contact: {mode: patent-exclusive, via: [fam]}  # ours\n"
        "      coat: keep-secret\n"
        "exceptions:\n  - {rule: core-*, subjects: [contact, 'con*'], status: accepted, reason: contact, owner: us, "
        "until: 2099}\n"
    ),
    "plug/expected/findings.yaml": (
        "case: x\nmust_fire: [{rule: contact, subjects: [contact]}]\nposture: {open: [contact]}\n"
    ),
    "cell/project.yaml": (
        "id: cell\noutputs:\n  contact: {depends_on: plug/contact}\n  plug: {title: plug}\n"
        "agreements:\n  deal: {covers: [contact, plug/contact], parties: us}\n"
        "organizations:\n  us: {country: JP}\n"
    ),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in FILES}


def changed(folder: Path) -> dict[str, list[str]]:
    """The lines of each file that are not what they were, as they are now."""
    now = {name: text.splitlines() for name, text in texts(folder).items()}
    return {
        name: [line.strip() for line in lines if line not in FILES[name].splitlines()]
        for name, lines in now.items()
        if lines != FILES[name].splitlines()
    }


def test_a_node_is_renamed_everywhere_and_nothing_else_is(folder: Path) -> None:
    answer = call("rename", "plug/contact", "pin", folder=folder)
    assert answer.status == 0, answer
    assert changed(folder) == {
        "baseline.yaml": [
            "- {rule: core-unprotected, project: plug, option: plan, severity: error, subjects: [{node: pin}]}",
            "subjects: [{node: plan, field: [treatments, pin, mode]}]",
            "- {rule: core-unprotected, project: cell, severity: error, subjects: [{node: contact}, {node: plug/pin}]}",
        ],
        "plug/project.yaml": [
            "pin:   # what touches",
            "moved_from: [contact]",
            'coat: {depends_on: ["pin"], tags: [contact]}',
            "fam: {covers: pin, owners: {us: 50}, describes: [pin, coat]}",
            "know: {protects: pin, shared_with: us}",
            "std: {clauses: [{id: contact, reveals: pin}], proposed_by: us}",
            'act: {about: [pin, plug], closes: "core-unprotected:pin", owner: us}',
            "pin: {mode: patent-exclusive, via: [fam]}  # ours",
            "- {rule: core-*, subjects: [pin, 'con*'], status: accepted, reason: contact, owner: us, until: 2099}",
        ],
        "plug/expected/findings.yaml": [
            "must_fire: [{rule: contact, subjects: [pin]}]",
            "posture: {open: [pin]}",
        ],
        "cell/project.yaml": [
            "contact: {depends_on: plug/pin}",
            "deal: {covers: [contact, plug/pin], parties: us}",
        ],
    }


def test_a_project_is_renamed_and_keeps_its_folder(folder: Path) -> None:
    assert call("rename", "plug/plug", "socket", folder=folder).status == 0
    found = changed(folder)
    assert found["plug/project.yaml"] == [
        "id: socket",
        'act: {about: [contact, socket], closes: "core-unprotected:contact", owner: us}',
        "moved_from: [plug]",
    ]
    assert found["cell/project.yaml"][0] == "contact: {depends_on: socket/contact}"
    assert [line for line in found["baseline.yaml"] if "socket" in line][-1].endswith("{node: socket/contact}]}")
    assert "plug: {title: plug}" in texts(folder)["cell/project.yaml"]


def test_a_node_of_the_catalog_is_renamed_with_what_projects_say_about_it(folder: Path) -> None:
    assert call("rename", "us", "our-company", "cell", folder=folder).status == 0
    now = texts(folder)
    assert now["catalog/c.yaml"] == "organizations:\n  our-company: {title: We, moved_from: [us]}\n"
    assert "organizations:\n  our-company: {country: JP}" in now["cell/project.yaml"]
    for line in ("owner: our-company\n", "owners: {our-company: 50}", "shared_with: our-company", "owner: us, until"):
        assert line in now["plug/project.yaml"]


def test_there_and_back_leaves_only_the_history(folder: Path) -> None:
    call("rename", "plug/contact", "pin", folder=folder)
    call("rename", "plug/pin", "contact", folder=folder)
    assert changed(folder) == {"plug/project.yaml": ["moved_from: [pin]"]}


def test_a_plan_shows_every_line_and_writes_nothing(folder: Path) -> None:
    answer = call("rename", "plug/contact", "pin", "--plan", folder=folder)
    assert answer.status == 0
    assert texts(folder) == FILES
    shown = re.findall(r"^(\S+?):(\d+):\d+: (.*)$", answer.out, re.M)
    assert ("plug/project.yaml", "6", "contact -> pin:") in shown
    assert ("cell/project.yaml", "3", "plug/contact -> plug/pin") in shown
    assert ("plug/project.yaml", "7", "+ moved_from: [contact]") in shown
    assert f"{len(shown)} changes in 4 files" in answer.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("plug/contact", "coat", "coat is taken already (plug/project.yaml:8:3)"),
        ("plug/contact", "us", "us is taken already (catalog/c.yaml:2:3)"),
        ("us", "contact", "contact is taken already"),
        ("plug/plug", "cell", "cell is taken already"),
        ("contact", "pin", "contact may mean cell/contact, plug/contact"),
        ("plug/contact", "Pin", "an id is made of"),
        ("plug/contact", "-pin", "an id is made of"),
        ("plug/contact", "a/b", "an id is made of"),
        ("plug/contact", "../x", "an id is made of"),
        ("plug/contact", "", "an id is made of"),
        ("plug/contact", "con", "cannot be a file name"),
        ("plug/contakt", "pin", "there is no node plug/contakt"),
        ("nope/contact", "pin", "there is no node nope/contact"),
    ],
)
def test_what_cannot_be_is_refused_and_writes_nothing(folder: Path, old: str, new: str, said: str) -> None:
    answer = call("rename", old, new, folder=folder) if not new.startswith("-") else call(
        "rename", "--", old, new, folder=folder
    )  # fmt: skip
    assert (answer.status, answer.out) == (2, ""), answer
    assert said in answer.err
    assert texts(folder) == FILES


def test_texts_with_mistakes_are_left_alone(folder: Path) -> None:
    (folder / "cell" / "more.yaml").write_text("outputs: {x: {kind: oops}}\n", encoding="utf-8")
    answer = call("rename", "plug/contact", "pin", folder=folder)
    assert answer.status == 1
    assert "[not-in-list]" in answer.err
    assert texts(folder) == FILES


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write anything")
def test_a_file_that_cannot_be_written_leaves_all_as_they_were(folder: Path) -> None:
    (folder / "plug" / "project.yaml").chmod(0o444)
    answer = call("rename", "plug/contact", "pin", folder=folder)
    assert answer.status == 2
    assert texts(folder) == FILES


def test_when_the_disk_fails_half_way_all_is_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import oc_strategy.exporters.together as together

    part, count = together._part, iter(range(100))

    def failing(path: Path, data: bytes) -> Path:
        if next(count) == 2:
            raise OSError(28, "No space left on device", str(path))
        return part(path, data)

    monkeypatch.setattr(together, "_part", failing)
    assert call("rename", "plug/contact", "pin", folder=folder).status == 2
    assert texts(folder) == FILES
    assert not list(folder.rglob("*.part"))


def _example(name: str, tmp_path: Path) -> LoadedPortfolio:
    shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("cases"))
    found = find(tmp_path / "examples" / name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["agv", "qr-code"])
def test_any_id_of_an_example_can_be_changed_without_a_mistake(name: str, tmp_path: Path) -> None:
    portfolio = _example(name, tmp_path)
    contents = portfolio.contents(portfolio.folders[0])
    for node_id in sorted(contents.nodes)[::3]:
        (target,) = targets(f"{name}/{node_id}", portfolio.catalog, {portfolio.folders[0]: contents})
        plan = planned(portfolio, target, "quite-another-id")
        assert isinstance(plan, Plan), node_id
        assert first_mistake(portfolio, plan.files) is None, node_id
        left = b"\n".join(plan.files.values()).replace(f"moved_from: [{node_id}]".encode(), b"")
        assert not re.search(rb"^  %b:" % node_id.encode(), left, re.M), node_id


def test_a_project_that_stands_alone_is_changed_like_one_of_many(tmp_path: Path) -> None:
    words = "id: plug\noutputs:\n  contact: {kind: interface}\npatents:\n  fam: {covers: contact}\n"
    (tmp_path / "project.yaml").write_text(words, encoding="utf-8")
    for folder, path in ((tmp_path, "."), (tmp_path.parent, tmp_path.name)):
        (tmp_path / "project.yaml").write_text(words, encoding="utf-8")
        assert call("rename", "contact", "pin", path, folder=folder).status == 0
        changed_words = (tmp_path / "project.yaml").read_text(encoding="utf-8")
        assert "  pin: {kind: interface, moved_from: [contact]}" in changed_words
        assert "covers: pin" in changed_words

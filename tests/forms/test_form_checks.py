"""Mistakes in a template are told all at once, each with its place and what was probably meant."""

from __future__ import annotations

import pytest
from filling import bytes_of, deck_of, document_of, problems, sheet_of

PAYLOADS = (
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ 7*7 }}",
    "{{ range(99999) }}",
    "{{ config }}",
    "{{ self }}",
    "{{ project.title|upper }}",
    "{{ project['title'] }}",
    "{{project.title }",
    "{{",
    "{{}}",
    "{{ project.__class__ }}",
    "{{patents.title.__init__}}",
    "{{picture:../../etc/passwd}}",
    "{{#__import__}}",
)


def test_a_misspelt_name_is_told_with_its_cell_and_a_guess() -> None:
    (problem,) = problems(bytes_of(sheet_of([["x"], ["y", "by {{project.titel}}"]])), ".xlsx")
    assert problem.where.en == "sheet Sheet, cell B2"
    assert problem.message.en == "{{project.titel}} stands for nothing."
    assert problem.remedy.en == "Write {{project.title}}."


def test_a_misspelt_column_list_and_picture_are_guessed() -> None:
    words = ("{{patents.titel}}", "{{#patent}}", "{{picture:strateg}}")
    for given, guess in zip(words, ("{{patents.title}}", "{{patents}}", "{{picture:strategy}}"), strict=True):
        found = problems(bytes_of(document_of(given)), ".docx")
        assert found[0].remedy.en == f"Write {guess}."


def test_places_name_tables_and_slides() -> None:
    document = bytes_of(document_of("fine", table=[["a", "b"], ["c", "{{nothing}}"]]))
    assert problems(document, ".docx")[0].where.en == "table 1, row 2, column 2"
    deck = bytes_of(deck_of("fine", "{{nothing}}"))
    assert problems(deck, ".pptx")[0].where.en.startswith("slide 2, Title")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("{{#patents}}", "x"), "{{#patents}} is never closed."),
        (("x", "{{/patents}}"), "{{/patents}} closes what was not opened."),
        (("{{#patents}}", "{{#secrets}}", "{{/secrets}}"), "{{#secrets}} stands inside the repeating part of patents."),
        (
            ("{{patents.title}} {{secrets.title}}",),
            "Names of two lists, secrets and patents, stand in one repeating row.",
        ),
        (
            ("{{#patents}}x{{/patents}} {{#patents}}y{{/patents}}",),
            "Names of two lists, patents and patents, stand in one repeating row.",
        ),
    ],
)
def test_marks_need_their_other_half_and_rows_one_list(words: tuple[str, ...], said: str) -> None:
    assert said in [problem.message.en for problem in problems(bytes_of(document_of(*words)), ".docx")]


def test_all_mistakes_are_told_at_once() -> None:
    book = sheet_of([["{{a}}", "{{b}}"], ["{{project.title}}", "{{#patents}}"]])
    book.active.oddFooter.left.text = "{{c}}"
    assert len(problems(bytes_of(book), ".xlsx")) == 4


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_but_a_name_is_taken(payload: str) -> None:
    for data, suffix in (
        (bytes_of(sheet_of([[payload]])), ".xlsx"), (bytes_of(document_of(payload)), ".docx"),
        (bytes_of(deck_of(payload)), ".pptx"),
    ):  # fmt: skip
        assert problems(data, suffix)


def test_only_a_deck_has_slides_that_repeat() -> None:
    assert problems(bytes_of(document_of("{{slide:patents}}")), ".docx")
    assert not problems(bytes_of(deck_of("{{slide:patents}}{{patents.title}}")), ".pptx")


def test_capitals_and_underscores_make_no_difference() -> None:
    assert not problems(bytes_of(document_of("{{Project.Business_Owner}} {{ project.title }}")), ".docx")


def test_what_cannot_follow_repeating_rows_is_told() -> None:
    book = sheet_of([["a"], ["{{patents.title}}", "b"], ["c"]])
    book.active["A2"].value, book.active["A3"].value = "{{#patents}}", "{{/patents}}"
    book.active.merge_cells("C1:C2")
    (problem,) = problems(bytes_of(book), ".xlsx")
    assert (problem.where.en, "merged cell" in problem.message.en) == ("sheet Sheet, cell C1:C2", True)

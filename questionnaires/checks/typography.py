"""How texts are set: quotation marks, spaces, no markup, and a full stop where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questionnaires.checks.passages import Passage, passages
from questionnaires.edition import Draft
from questionnaires.problems import Problem

LABELS = {
    "label", "short_label", "title", "place", "value", "begin", "gap", "signal", "reason_label", "key",
    "x_low", "x_high", "y_low", "y_high", "unknown", "not_applicable",
}  # fmt: skip
"""Keys whose text is a name or a few words: no full stop at the end."""
EITHER = {"audience", "attribution", "reference", "contact"}
"""Keys whose text may be a sentence or not: a group of people, a reference, a sentence that an address follows."""
SENTENCE_END = re.compile(r"[.?!][’”)]?$")
WITH_MODEL = ("typering", "kenmerken")
"""The headlines that name the model (section 3.5)."""


def check_quotation_marks_are_typographic(draft: Draft) -> Iterator[Problem]:
    """‘ ’ “ ” and the apostrophe ’, never the straight marks of the keyboard."""
    for passage in passages(draft):
        yield from quotation_marks(passage)


def check_dashes_are_typographic(draft: Draft) -> Iterator[Problem]:
    """A dash between words is –, an ellipsis is …"""
    for passage in passages(draft):
        if re.search(r" - |--|\.\.\.", passage.text):
            yield _problem(passage, "gebruik – als gedachtestreepje en … als beletselteken")


def check_spaces_are_single(draft: Draft) -> Iterator[Problem]:
    """No space at the beginning or the end, no two in a row, no line breaks, tabs or invisible characters."""
    for passage in passages(draft):
        yield from spacing(passage)


def check_there_is_no_markup(draft: Draft) -> Iterator[Problem]:
    """No HTML and no template code; `{model}` stands only in the headlines that name the model, and always there."""
    for passage in passages(draft):
        yield from markup(passage, allowed="{model}" if passage.key == "headline" else "")
    for wording in draft.continuum.wordings:
        if (wording.id in WITH_MODEL) != ("{model}" in wording.headline):
            rule = "moet {model} bevatten" if wording.id in WITH_MODEL else "mag {model} niet bevatten"
            yield Problem("continuum.yaml", f"{wording.id}.headline", rule)


def check_sentences_end_and_labels_do_not(draft: Draft) -> Iterator[Problem]:
    """A sentence ends with a full stop, question mark or exclamation mark; a label of one sentence has no full stop."""
    for passage in passages(draft):
        kind = _kind(passage)
        if kind == "sentence" and not SENTENCE_END.search(passage.text):
            yield _problem(passage, "moet eindigen met een punt, vraagteken of uitroepteken")
        elif kind == "label" and re.fullmatch(r"[^.?!]*\.", passage.text):
            yield _problem(passage, "is een opschrift en eindigt niet met een punt")


def quotation_marks(passage: Passage) -> Iterator[Problem]:
    """What is wrong with the quotation marks of one text, in whatever language."""
    if set(passage.text) & set("\"'`"):
        yield _problem(passage, "gebruik ‘ ’ “ ” in plaats van rechte aanhalingstekens")


def spacing(passage: Passage) -> Iterator[Problem]:
    """What is wrong with the spaces of one text, in whatever language."""
    if passage.text != " ".join(passage.text.split(" ")).strip() or not passage.text.isprintable():
        yield _problem(passage, "heeft een regeleinde, tab, onzichtbaar teken of spatie aan het begin of einde")
    elif "  " in passage.text or re.search(r" [.,;:?!]( |$)", passage.text):
        yield _problem(passage, "heeft een dubbele spatie of een spatie voor een leesteken")


def markup(passage: Passage, allowed: str = "") -> Iterator[Problem]:
    """What one text holds that is for machines, beside what is allowed there."""
    text = passage.text.replace(allowed, "") if allowed else passage.text
    if re.search(r"</?[a-zA-Z!]|[{}]|&[a-zA-Z]+;", text):
        yield _problem(passage, "HTML en accolades mogen niet in een tekst")


def _kind(passage: Passage) -> str:
    if passage.key in EITHER:
        return "either"
    return "label" if passage.key in LABELS else "sentence"


def _problem(passage: Passage, message: str) -> Problem:
    return Problem(passage.file, passage.place, f"{message}: “{_start(passage.text)}”")


def _start(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"

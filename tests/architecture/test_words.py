"""What pages say to who answers is there in every language: nothing missing, unsure, left over, or with other parts."""

from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from app.web.language import LANGUAGES, LOCALE
from scripts.words import TEMPLATE, found, is_translated, updated, written

OTHERS = [code for code in LANGUAGES if code != "nl"]
PART = re.compile(r"\{\w*\}")


@cache
def template() -> Catalog:
    return found()


@cache
def catalog(code: str) -> Catalog:
    with (LOCALE / f"{code}.po").open("rb") as file:
        return read_po(file, code)


def forms(text: object) -> list[str]:
    return list(text) if isinstance(text, tuple | list) else [str(text)]


def messages(code: str) -> list[Message]:
    return [message for message in catalog(code) if message.id]


def test_every_language_has_a_catalog_and_every_catalog_its_language() -> None:
    assert {file.stem for file in LOCALE.glob("*.po")} == set(OTHERS)


def test_the_template_holds_what_the_pages_say() -> None:
    assert TEMPLATE.read_bytes() == written(template()), "run `make words`"


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalog_holds_the_same_messages_as_the_template(code: str) -> None:
    wanted = written(updated(code, template()))
    assert (LOCALE / f"{code}.po").read_bytes() == wanted, "run `make words`, and see what it leaves untranslated"


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_left_untranslated_or_unsure(code: str) -> None:
    assert [message.id for message in messages(code) if message.fuzzy or not is_translated(message)] == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_parts_of_its_message(code: str) -> None:
    """A form for one thing may leave the number out: it says so in a word."""
    wrong = []
    for message in messages(code):
        wanted = {part for text in forms(message.id) for part in PART.findall(text)}
        for text in forms(message.string):
            parts, counts = set(PART.findall(text)), {"{count}", "{minutes}"}
            may_lack = counts if isinstance(message.id, tuple | list) else set()
            if not parts <= wanted or not wanted - may_lack <= parts:
                wrong.append((message.id, text))
    assert wrong == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_is_bold_where_its_message_is(code: str) -> None:
    wrong = [
        (message.id, text)
        for message in messages(code)
        for text in forms(message.string)
        if text.count("**") != forms(message.id)[0].count("**")
    ]
    assert wrong == []


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_begins_and_ends_as_its_message_does(code: str) -> None:
    """No space is lost or added, and a sentence stays a sentence."""
    ends = {".": ".", "?": "?؟", ":": ":"}
    wrong = [
        (message.id, text)
        for message in messages(code)
        for text in forms(message.string)
        if text != text.strip() or text[-1:] not in ends.get(forms(message.id)[0][-1], text[-1:])
    ]
    assert wrong == []

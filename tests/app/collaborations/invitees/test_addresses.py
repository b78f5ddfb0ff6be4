"""Addresses as people paste them, and everything that is said about what is none."""

from __future__ import annotations

import pytest

from app.collaborations.invitees.addresses import MOST_AT_ONCE, read_addresses
from app.collaborations.wanted import NotAcceptedError


def faults(text: str) -> list[str]:
    with pytest.raises(NotAcceptedError) as refused:
        read_addresses(text)
    return [error.message for error in refused.value.errors]


@pytest.mark.parametrize(
    "text",
    [
        "anna@houten.nl\nbert@houten.nl",
        "anna@houten.nl, bert@houten.nl",
        "anna@houten.nl;bert@houten.nl;",
        "\n  anna@houten.nl \n\n bert@houten.nl ,\n",
        "Anna Bos <anna@houten.nl>; Bert Vis <bert@houten.nl>",
        "Bos, Anna <anna@houten.nl>; Vis, Bert <bert@houten.nl>",
        '"Bos, Anna" <anna@houten.nl>, "Vis; Bert" <bert@houten.nl>',
        "<anna@houten.nl>, <bert@houten.nl>",
        "mailto:anna@houten.nl\nbert@HOUTEN.nl",
        "Anna@Houten.nl\nanna@houten.nl\nbert@houten.nl",
    ],
)
def test_addresses_are_read_however_they_were_pasted_each_once(text: str) -> None:
    assert read_addresses(text) == ["anna@houten.nl", "bert@houten.nl"]


def test_everything_that_is_no_address_is_said_at_once_with_its_line() -> None:
    assert faults("anna@houten.nl\nbert@\n\ncas, dina@houten.nl\nemre@hou ten.nl") == [
        "Regel 2: ‘bert@’ is geen e-mailadres.",
        "Regel 4: ‘cas’ is geen e-mailadres.",
        "Regel 5: ‘emre@hou ten.nl’ is geen e-mailadres.",
    ]


def test_a_name_without_an_address_is_said_too() -> None:
    assert faults("Anna Bos, Vis, Bert <bert@houten.nl>") == ["Regel 1: ‘Anna Bos’ is geen e-mailadres."]


@pytest.mark.parametrize("text", ["", "  \n ;, \n"])
def test_nothing_is_asked_for_again(text: str) -> None:
    assert faults(text) == ["Plak of typ ten minste één e-mailadres."]


@pytest.mark.parametrize(
    "text", ["anna@houten.nl\tBcc: x@y.nl", "anna@houten", "anna@@houten.nl", "é@houten.nl", f"{'a' * 250}@houten.nl"]
)
def test_what_a_mail_server_would_not_take_is_no_address(text: str) -> None:
    assert len(faults(text)) == 1


def test_there_are_no_more_than_five_hundred_at_a_time() -> None:
    people = [f"persoon{number}@houten.nl" for number in range(MOST_AT_ONCE + 1)]
    assert len(read_addresses("\n".join(people[:-1]))) == MOST_AT_ONCE
    assert faults(",".join(people)) == ["Dit zijn 501 adressen. Voeg er hoogstens 500 tegelijk toe."]

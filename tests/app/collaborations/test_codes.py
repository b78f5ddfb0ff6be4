"""Codes that people read, print, say and type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.collaborations.codes import ALPHABET, grouped, new_code, new_ref, new_resume_code, normalised

LOOK_ALIKES = ("0O", "1IL", "5S", "8B", "2Z", "UV", "AEIOU")


def test_no_two_characters_look_alike_and_no_code_is_a_word() -> None:
    for group in LOOK_ALIKES:
        assert len(set(group) & set(ALPHABET)) <= 1, group
    assert not set("AEIOU") & set(ALPHABET)


def test_codes_have_the_length_that_their_use_asks_for() -> None:
    assert (len(new_code()), len(new_resume_code()), len(new_ref())) == (12, 16, 10)


def test_codes_do_not_repeat() -> None:
    assert len({new_code() for _ in range(2000)}) == 2000


@given(st.data())
def test_a_code_is_understood_however_it_is_typed(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([new_code(), new_resume_code()]))
    between = data.draw(st.sampled_from(["", " ", "-", " - ", "–", "\u00a0"]))
    typed = between.join(code[start : start + 4] for start in range(0, len(code), 4))
    assert normalised(data.draw(st.sampled_from([typed, typed.lower(), f" {typed} "]))) == code


def test_a_code_is_shown_in_groups_of_four() -> None:
    assert grouped("CDFGHJKMNPQR") == "CDFG-HJKM-NPQR"


@pytest.mark.parametrize("text", ["", "CDFG", "CDFGHJKMNPQRT", "CDFGHJKMNPQA", "../../etc/pwd", "CDFGHJKMNPQ\0"])
def test_what_is_no_code_is_none(text: str) -> None:
    assert normalised(text) is None

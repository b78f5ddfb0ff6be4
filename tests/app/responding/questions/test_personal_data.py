"""What is taken for a BSN, an e-mail address or a telephone number in a text, and what is not."""

from __future__ import annotations

import pytest

from app.responding.questions.personal_data import BSN, EMAIL, PHONE, personal_data


@pytest.mark.parametrize(
    "written",
    [
        "111222333",
        "1112.22.333",
        "111 222 333",
        "11122233-3",
        "111\u00a0222\u00a0333",
        "Mijn BSN is 123456782.",
        "Vraag 3: 123456782",
        "123456782 2024",
        "12.345.672",
        "١١١٢٢٢٣٣٣",
    ],
)
def test_eight_or_nine_figures_that_pass_the_eleven_test_look_like_a_bsn(written: str) -> None:
    assert BSN in personal_data(written)


@pytest.mark.parametrize(
    "written",
    [
        "123456783",
        "111222334",
        "1112223334",
        "11122",
        "10-02-2024",
        "1 2 3 4 5",
        "In 2019, 2020 en 2021",
        "€ 1.000.000",
    ],
)
def test_other_numbers_and_dates_do_not_look_like_a_bsn(written: str) -> None:
    assert BSN not in personal_data(written)


@pytest.mark.parametrize(
    "written",
    ["jan@voorbeeld.nl", "Mail J.de.Wit+1@mail.gemeente-x.nl!", "jan @ voorbeeld.nl", "jan (at) voorbeeld.nl"],
)
def test_an_email_address_is_seen(written: str) -> None:
    assert personal_data(written) == (EMAIL,)


@pytest.mark.parametrize("written", ["om 10.30 uur @ kantoor", "jan@", "@voorbeeld", "50% @ 3", "www.voorbeeld.nl"])
def test_an_at_sign_alone_is_no_email_address(written: str) -> None:
    assert personal_data(written) == ()


@pytest.mark.parametrize(
    "written",
    [
        "0612345678",
        "06-12345678",
        "06 - 12 34 56 78",
        "06.1234.5678",
        "06\u201112345678",
        "+31612345678",
        "+31 6 1234 5678",
        "+31 (0)6 12345678",
        "0031 6 12345678",
        "(030) 123 45 67",
        "030-1234567",
        "0348 123456",
        "Bel na 18 uur 06-12345678, 5 keer.",
        "٠٦١٢٣٤٥٦٧٨",
    ],
)
def test_a_dutch_telephone_number_is_seen_however_it_is_grouped(written: str) -> None:
    assert PHONE in personal_data(written)


@pytest.mark.parametrize(
    "written",
    [
        "1234567890",
        "06 123",
        "0800 1234",
        "NL91ABNA0417164300",
        "00 12345678",
        "tussen 09.00 en 10.30 uur",
        "2024-01-15",
        "20 30 40 50 60",
        "061234567890",
    ],
)
def test_other_numbers_are_no_telephone_number(written: str) -> None:
    assert PHONE not in personal_data(written)


def test_several_kinds_are_named_each_once() -> None:
    written = "Jan, 06-12345678 of 030-1234567, jan@voorbeeld.nl, BSN 111222333"
    assert personal_data(written) == (BSN, EMAIL, PHONE)


def test_an_ordinary_text_gives_no_warning() -> None:
    assert personal_data("Mijn consulent belde in 2024 drie keer terug. Dat was fijn! Ik geef een 8.") == ()

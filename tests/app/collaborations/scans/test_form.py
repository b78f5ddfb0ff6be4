"""The form of a scan: what it takes, and what it says about what it does not take."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.datastructures import FormData

from app.collaborations.scans.form import read_scan_form, understood
from app.collaborations.scans.page import MINIMUMS
from app.collaborations.wanted import WINDOWS, NotAcceptedError, WantedScan
from app.web.forms import FormFields
from scoring import MINIMUM_CHOICES
from tests.app.collaborations.setting_up import SCAN

TODAY = date(2026, 3, 10)
ALL_OFF = {f"{name}_part": "off" for name in WINDOWS}


def wanted(**changes: str) -> WantedScan:
    return understood(read_scan_form(FormFields(FormData(SCAN | changes)), {}), TODAY)


def refused(**changes: str) -> list[tuple[str, str]]:
    with pytest.raises(NotAcceptedError) as refusal:
        wanted(**changes)
    return [(error.field, error.message) for error in refusal.value.errors]


def test_a_form_as_most_fill_it_in_is_understood() -> None:
    scan = wanted()
    assert (scan.name, scan.purpose, scan.closes_on) == ("Nulmeting", "nulmeting", None)
    assert {name: (one.is_on, one.mode, one.minimum) for name, one in scan.windows.items()} == {
        "inwoner": (True, "individual", 5),
        "professional": (True, "individual", 5),
        "organisatie": (True, "individual", 1),
        "beleid": (True, "individual", 1),
    }


@pytest.mark.parametrize("typed", ["2026-03-10", "10-03-2026", "10-3-2026", "10/03/2026"])
def test_today_may_be_the_last_day(typed: str) -> None:
    assert wanted(closes_on=typed).closes_on == TODAY


def test_more_residents_than_five_may_be_asked_for() -> None:
    assert wanted(inwoner_minimum="12").windows["inwoner"].minimum == 12


def test_every_minimum_that_is_offered_is_allowed_and_none_is_missing() -> None:
    for name, choices in MINIMUM_CHOICES.items():
        assert sorted(int(value) for value, _ in MINIMUMS[name]) == sorted(choices or ())


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": ""}, "name", "Geef de scan een naam"),
        ({"name": "é" * 121}, "name", "hoogstens 120 tekens"),
        ({"purpose": ""}, "purpose", "Kies waarom u meet"),
        ({"purpose": "omdat het moet"}, "purpose", "Kies waarom u meet"),
        ({"purpose": "anders"}, "purpose_other", "Schrijf in een paar woorden"),
        ({"purpose": "anders", "purpose_other": "x" * 101}, "purpose_other", "hoogstens 100 tekens"),
        ({"period": ""}, "period", "over welke periode"),
        ({"period": "x" * 101}, "period", "hoogstens 100 tekens"),
        ({"closes_on": "2026-03-09"}, "closes_on", "al voorbij"),
        ({"closes_on": "31-02-2027"}, "closes_on", "Dit is geen datum"),
        ({"closes_on": "morgen"}, "closes_on", "Dit is geen datum"),
        ({"inwoner_minimum": "4"}, "inwoner_minimum", "Minder dan vijf inwoners mag nooit"),
        ({"inwoner_minimum": "5,5"}, "inwoner_minimum", "heel getal"),
        ({"inwoner_minimum": "99999999999999999999"}, "inwoner_minimum", "heel getal"),
        ({"inwoner_minimum": "-5"}, "inwoner_minimum", "heel getal"),
        ({"inwoner_minimum": ""}, "inwoner_minimum", "heel getal"),
        ({"professional_minimum": "1"}, "professional_minimum", "Kies in het venster professional 3 of 5"),
        ({"professional_minimum": "4"}, "professional_minimum", "Kies in het venster professional 3 of 5"),
        ({"organisatie_minimum": "2"}, "organisatie_minimum", "organisatie 1, 3 of 5"),
        ({"beleid_minimum": "0"}, "beleid_minimum", "beleid 1, 3 of 5"),
        ({"inwoner_part": "team"}, "inwoner_part", "Inwoners vullen altijd apart in"),
        ({"professional_part": ""}, "professional_part", "Kies hoe het venster professional meedoet"),
        ({"professional_part": "samen"}, "professional_part", "Kies hoe het venster professional meedoet"),
        ({"inwoner_contact": ""}, "inwoner_contact", "die niet bij de gemeente werkt"),
        ({"inwoner_contact": "x" * 501}, "inwoner_contact", "hoogstens 500 tekens"),
        ({"professional_contact": "", "organisatie_part": "off", "beleid_part": "off"}, "professional_contact", "Noem"),
    ],
)
def test_what_does_not_fit_is_named_at_its_field(changes: dict[str, str], field: str, message: str) -> None:
    ((where, what),) = refused(**changes)
    assert where == field
    assert message in what


def test_at_least_one_window_takes_part() -> None:
    assert refused(**ALL_OFF) == [("inwoner_part", "Laat ten minste één venster meedoen.")]


def test_whom_residents_ask_does_not_work_for_the_gemeente() -> None:
    without = {name: value for name, value in SCAN.items() if name != "inwoner_outside"}
    with pytest.raises(NotAcceptedError) as refusal:
        understood(read_scan_form(FormFields(FormData(without)), {}), TODAY)
    assert [error.field for error in refusal.value.errors] == ["inwoner_outside"]
    without["inwoner_part"] = "off"
    assert not understood(read_scan_form(FormFields(FormData(without)), {}), TODAY).windows["inwoner"].is_on


def test_staff_who_name_nobody_have_the_contact_of_other_staff() -> None:
    windows = wanted(beleid_contact="Eva Smit, 030 111 22 33").windows
    assert windows["organisatie"].contact == SCAN["professional_contact"]
    assert windows["beleid"].contact == "Eva Smit, 030 111 22 33"


def test_where_staff_name_nobody_at_all_a_contact_is_asked_for_once() -> None:
    assert [field for field, _ in refused(professional_contact="")] == ["professional_contact"]
    assert [field for field, _ in refused(professional_part="off", professional_contact="")] == ["organisatie_contact"]


def test_of_a_window_that_is_off_nothing_is_asked() -> None:
    off = wanted(inwoner_part="off", inwoner_minimum="twee", inwoner_contact="").windows["inwoner"]
    assert (off.is_on, off.minimum, off.contact) == (False, 5, "")

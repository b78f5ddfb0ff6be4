"""A coördinator joins a group by its code, others come, one withdraws: with keys, on a phone, without scripts."""

from __future__ import annotations

from typing import Any

import pytest

from app.accounts import cookies
from app.collaborations.codes import grouped
from app.models import Account, ComparisonGroup
from tests.app.comparison.groups.members import Member, add_group, add_members_to_be, join, put_in
from tests.app.people import add_person, token_for
from tests.journeys.conftest import PHONE, People
from tests.journeys.person import Person
from tests.journeys.service import Service
from tests.journeys.test_keyboard import Keyboard

pytestmark = pytest.mark.browser

Setting = tuple[ComparisonGroup, list[Member], Account, Account]


def set_up(service: Service, first: int) -> Setting:
    """A group of four, municipalities that may join, counted from the `first`, and two coördinatoren."""
    with service.writing() as session:
        members = add_members_to_be(session, 9, after=first)
        group = add_group(session, name="Regio Lekstroom")
        put_in(session, group, members[1:5])
        joins = add_person(session, "coordinator", municipality_code=members[0].code)
        leaves = add_person(session, "coordinator", municipality_code=members[1].code)
        session.expunge_all()
    return group, members, joins, leaves


def sign_in(person: Person, account: Account) -> None:
    service = person.service
    name, token = cookies.name(service.app.state.settings), token_for(service.app, account)
    person.page.context.add_cookies([{"name": name, "value": token, "url": service.address}])


@pytest.mark.parametrize(
    ("screen", "scripts", "first"),
    [(None, True, 100), (PHONE, True, 120), (PHONE, False, 140)],
    ids=["desk", "390", "plain"],
)
def test_joining_by_code_seeing_how_many_are_needed_and_withdrawing(
    running: Service, people: People, screen: dict[str, Any] | None, scripts: bool, first: int
) -> None:
    group, members, joins, leaves = set_up(running, first)
    screens = {"screen": screen} if screen else {}
    coordinator = people.new(Person, **screens, scripts=scripts)
    sign_in(coordinator, joins)

    coordinator.goes_to("/samenwerkingen")
    coordinator.follows("Groepen")
    coordinator.sees_page("Groepen van gemeenten")
    coordinator.follows("Doe mee met een code")
    coordinator.types("CDFG-HJKM-NPQR", at="Code van de groep")
    coordinator.presses("Verder")
    coordinator.is_told("Bij deze code hoort geen groep. Kijk of u de code goed heeft overgenomen.")
    coordinator.types(grouped(group.code), at="Code van de groep")
    coordinator.presses("Verder")
    coordinator.sees_page("Regio Lekstroom")
    coordinator.reads("Wat u deelt, en met wie", members[1].name, "pas vanaf acht gemeenten")
    coordinator.presses("Doe mee")
    coordinator.is_told("Zet een vinkje als uw gemeente hiermee instemt. Anders doet zij niet mee.")
    coordinator.ticks("Namens mijn gemeente stem ik ermee in dat deze uitslag zo meetelt")
    coordinator.presses("Doe mee")
    coordinator.sees_state("Uw gemeente doet mee.")
    coordinator.reads("Er zijn nog 3 gemeenten nodig.")
    if scripts:
        coordinator.can_use_this_page()

    with running.writing() as session:
        for one in members[5:8]:
            join(session, session.merge(group), one)
    coordinator.reloads()
    coordinator.reads("Cijfers van 8 gemeenten", f"{members[0].name} ligt")
    coordinator.does_not_read("nodig")
    if scripts:
        coordinator.can_use_this_page()

    another = people.new(Person, **screens, scripts=scripts)
    sign_in(another, leaves)
    another.goes_to(f"/groepen/{group.id}")
    another.follows("Trek de toestemming in")
    another.sees_page("Toestemming intrekken")
    another.presses("Trek de toestemming in")
    another.sees_state("De toestemming is ingetrokken.")

    coordinator.reloads()
    coordinator.reads("Er is nog 1 gemeente nodig.", "Er waren cijfers.")
    coordinator.does_not_read("Cijfers van 8 gemeenten", "mediaan")


def test_withdrawing_needs_only_the_keyboard(running: Service, people: People) -> None:
    group, _, _, leaves = set_up(running, 160)
    person = people.new(Person)
    sign_in(person, leaves)
    person.goes_to(f"/groepen/{group.id}")
    keyboard = Keyboard(person)
    for page in ("Regio Lekstroom", "Toestemming intrekken"):
        person.sees_page(page)
        keyboard.goes_to("Trek de toestemming in")
        keyboard.presses("Enter")
    person.sees_state("De toestemming is ingetrokken.")
    person.goes_to(f"/groepen/{group.id}")
    person.sees_page("Deze pagina bestaat niet")

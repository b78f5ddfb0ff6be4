"""The states of the pages on which results are laid beside each other, and of groups of municipalities."""

from __future__ import annotations

from playwright.sync_api import expect

from app.accounts import cookies
from tests.app.comparison.groups.members import add_group, add_members_to_be, put_in, withdraw
from tests.app.people import add_person, token_for
from tests.journeys.furniture import Furniture
from tests.journeys.respondent import Respondent
from tests.journeys.states import State, at, filled, for_role, pressed


def _aliased(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{SIDES.format(*_numbers(furniture))}&alias=ja")
    expect(person.page.get_by_role("heading", name="Gemeente A").first).to_be_visible()


def _numbers(furniture: Furniture) -> tuple[int | None, ...]:
    return tuple(one.collaboration.id for one in (furniture.closed, furniture.gone, furniture.empty))


def beside(name: str, more: str = "") -> State:
    """Three results beside each other, of which one has no numbers."""
    return State(
        name,
        BESIDE,
        lambda person, furniture: person.goes_to(SIDES.format(*_numbers(furniture)) + more),
    )


BESIDE = "/vergelijken/naast-elkaar"


SIDES = f"{BESIDE}?s={{}}&s={{}}&s={{}}"


COMPARING = (
    *for_role(
        "coordinator",
        at("choosing what to compare", "/vergelijken"),
        at("nothing that fits the filters", "/vergelijken?zoek=bestaatniet&grootte=5"),
        beside("results beside each other"),
        beside("features beside each other", "&venster=kenmerken"),
        beside("a hidden window beside shown ones", "&venster=inwoner"),
        at("all results beside each other", f"{BESIDE}?alles=ja"),
        at("nothing chosen to compare", BESIDE),
        State("results beside each other under aliases", BESIDE, _aliased),
    ),
    at("no examples to compare", "/vergelijken/voorbeelden"),
)
"""Results beside each other."""


GROUP = "/groepen/{group_id}"


def of_group(name: str, address: str, members: int, *, withdrawn: bool = False, button: str = "") -> State:
    """A page of a group in which so many municipalities take part, for who coordinates the first and manages it."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        service = person.service
        with service.writing() as session:
            found = add_members_to_be(session, members + 1, each=[{"size_class": 2}, {"size_class": 3}])
            first = found[0].code
            maker = add_person(session, "coordinator", name="Coördinator van een groep", municipality_code=first)
            group = add_group(session, name="Regio met een lange naam en omstreken", maker_id=maker.id)
            put_in(session, group, found[:members])
            if withdrawn:
                withdraw(session, group, found[members - 1])
            names = {"group_id": str(group.id), "code": first}
            wanted, outsider = group.code, found[members].code
            joins = add_person(session, "coordinator", municipality_code=outsider)
            account = joins if address == "/groepen/meedoen" else maker
        token = token_for(service.app, account)
        name_of_cookie = cookies.name(service.app.state.settings)
        person.page.context.add_cookies([{"name": name_of_cookie, "value": token, "url": service.address}])
        query = f"?code={wanted}" if address == "/groepen/meedoen" else ""
        person.goes_to(filled(address, furniture.open, names) + query)
        if button:
            person.presses(button)
            expect(person.page.locator("#fouten")).to_be_visible()

    return State(name, address, reach)


IN_GROUPS = (
    *for_role(
        "coordinator",
        at("a new group", "/groepen/nieuw"),
        pressed("a new group refused", "/groepen/nieuw", "Maak de groep"),
        at("the code of a group", "/groepen/meedoen"),
        pressed("the code of a group refused", "/groepen/meedoen", "Verder"),
    ),
    of_group("the groups", "/groepen", 2),
    of_group("taking part in a group", "/groepen/meedoen", 2),
    of_group("taking part refused", "/groepen/meedoen", 2, button="Doe mee"),
    of_group("a group that needs more", GROUP, 5),
    of_group("a group with figures", GROUP, 16),
    of_group("a group with figures that are gone", GROUP, 9, withdrawn=True),
    of_group("withdrawing from a group", f"{GROUP}/gemeenten/{{code}}/intrekken", 2),
    of_group("ending a group", f"{GROUP}/beeindigen", 2),
)
"""Groups of municipalities."""

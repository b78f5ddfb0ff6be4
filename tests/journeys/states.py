"""A state of a page: how somebody comes to see it. Every page is looked at in each of its states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.sync_api import expect

from tests.app.scans import SetUp
from tests.journeys.furniture import Furniture
from tests.journeys.respondent import Respondent

Reach = Callable[[Respondent, Furniture], None]


@dataclass(frozen=True)
class State:
    """One look of one page: what it is called, the address that it has, and how somebody gets there."""

    name: str
    address: str
    reach: Reach
    role: str = ""
    """Who sees it, where somebody has to be signed in."""
    of_scan: str = ""
    """The scan that a role is bound to, as the name of a piece of furniture."""

    def where(self, furniture: Furniture) -> dict[str, str]:
        """Where the role holds."""
        return {"scan_id": getattr(furniture, self.of_scan).scan.id} if self.of_scan else {}


def at(name: str, address: str, scan: str = "open", **names: str) -> State:
    """A page that is there as soon as somebody opens its address."""
    return State(
        name, address, lambda person, furniture: person.goes_to(filled(address, getattr(furniture, scan), names))
    )


def pressed(name: str, address: str, button: str, scan: str = "open") -> State:
    """A page with a form that was sent as it stood, and refused."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        person.goes_to(filled(address, getattr(furniture, scan), {}))
        person.presses(button)
        expect(person.page.locator("#fouten")).to_be_visible()

    return State(name, address, reach)


def filled(address: str, set_up: SetUp, names: dict[str, str]) -> str:
    """An address with the scan and everything else that has a name in it."""
    known = {"scan_id": set_up.scan.id, "collaboration_id": str(set_up.collaboration.id)}
    return address.format(**known | names)


COLLABORATION, DESK, RESULT = "/samenwerkingen/{collaboration_id}", "/scans/{scan_id}/beheer", "/scans/{scan_id}"


def for_role(role: str, *states: State, of_scan: str = "") -> tuple[State, ...]:
    """Pages that are seen by somebody with a role; `of_scan` names the scan of one that is bound to a scan."""
    return tuple(replace(state, role=role, of_scan=of_scan) for state in states)

"""Who is asking, and what their roles let them do: the one place where a role becomes a right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.web.page import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.models import Account
    from app.store.accounts import GrantedRole
    from app.web.page import Section

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody, or a program, that is known to the service, with everything that they may do.

    `coordinates` and `reads` are codes of municipalities, `advises` are collaborations, `moderates` are scans.
    `everywhere` is a program that manages every municipality.
    """

    account_id: str
    name: str
    coordinates: frozenset[str] = NOTHING
    reads: frozenset[str] = NOTHING
    advises: frozenset[int] = field(default_factory=frozenset)
    moderates: frozenset[str] = NOTHING
    administers: bool = False
    everywhere: bool = False
    is_example: bool = False

    def may_manage(self, municipality_code: str) -> bool:
        """Whether they set up, close and read the scans of a municipality."""
        return self.everywhere or municipality_code in self.coordinates

    def may_read(self, municipality_code: str, collaboration_id: int) -> bool:
        """Whether they read the results of a collaboration in a municipality."""
        return self.may_manage(municipality_code) or municipality_code in self.reads or collaboration_id in self.advises

    def may_moderate(self, scan_id: str) -> bool:
        """Whether they see and judge the comments of a scan."""
        return scan_id in self.moderates

    @property
    def managed(self) -> frozenset[str] | None:
        """The municipalities that they manage; None is every municipality."""
        return None if self.everywhere else self.coordinates

    @property
    def is_coordinator(self) -> bool:
        """Whether they manage any municipality."""
        return self.everywhere or bool(self.coordinates)

    @property
    def reads_results(self) -> bool:
        """Whether they were given results to read that they do not manage."""
        return bool(self.reads or self.advises)

    @property
    def may_compare(self) -> bool:
        """Whether they may read more than one collaboration: a municipality can have many, advice is about one."""
        return self.is_coordinator or bool(self.reads) or len(self.advises) > 1

    def as_visitor(self) -> Visitor:
        """What every page shows of them: their name and where they may go."""
        return Visitor(name=self.name, sections=frozenset(self._sections()), is_example=self.is_example)

    def _sections(self) -> Iterable[Section]:
        if self.is_coordinator:
            yield "samenwerkingen"
        if self.reads_results:
            yield "uitslagen"
        if self.may_compare:
            yield "vergelijken"
        if self.moderates:
            yield "opmerkingen"
        if self.administers:
            yield "beheer"


def asker_of(account: Account, roles: Iterable[GrantedRole]) -> Asker:
    """Return an account with its roles as the one who is asking."""
    roles = list(roles)
    coordinating = [one.municipality_code for one in roles if one.role == "coordinator"]
    return Asker(
        account_id=account.id,
        name=account.name,
        coordinates=frozenset(code for code in coordinating if code is not None),
        reads=frozenset(one.municipality_code for one in roles if one.role == "meelezer" and one.municipality_code),
        advises=frozenset(one.collaboration_id for one in roles if one.collaboration_id is not None),
        moderates=frozenset(one.scan_id for one in roles if one.scan_id is not None),
        administers=any(one.role == "beheerder" for one in roles),
        everywhere=None in coordinating,
        is_example=account.is_example,
    )

"""A role and where it holds, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.config import Role
    from app.models import Collaboration, Grant, Municipality, Scan
    from app.store.grants import HeldRole

MAY: dict[Role, str] = {
    "beheerder": "U regelt wie coördinator van een gemeente is en houdt de installatie draaiend. "
    "Scans, uitslagen en opmerkingen ziet u niet.",
    "coordinator": "U zet scans op, leest de uitslagen en regelt wie er in uw gemeente toegang heeft.",
    "meelezer": "U leest de uitslagen van deze gemeente.",
    "adviseur": "U leest de uitslagen van deze samenwerking. De gemeente kan deze toegang weer intrekken.",
    "moderator": "Na het sluiten van de scan leest u de opmerkingen, en u beslist welke de gemeente mag lezen.",
}
"""What somebody may do, as a letter tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A role that somebody has or gets: in a municipality, a collaboration or a scan, or for the installation."""

    role: Role
    municipality: Municipality | None = None
    collaboration: Collaboration | None = None
    scan: Scan | None = None

    @property
    def code(self) -> str | None:
        """The municipality, or None for the installation."""
        return self.municipality.code if self.municipality else None

    @property
    def in_words(self) -> str:
        """The role and where it holds."""
        where = self.municipality.name if self.municipality else ""
        collaboration = f"‘{self.collaboration.name}’ in {where}" if self.collaboration else ""
        match self.role:
            case "coordinator":
                return f"coördinator van {where}"
            case "meelezer":
                return f"meelezer in {where}"
            case "adviseur":
                return f"adviseur bij {collaboration}"
            case "moderator":
                return f"moderator van de scan ‘{self.scan.name if self.scan else ''}’ van {collaboration}"
        return "beheerder van deze installatie"

    def is_where(self, grant: Grant) -> bool:
        """Whether a grant is this role at this place."""
        return (
            grant.role == self.role
            and (
                grant.municipality_code,
                grant.collaboration_id,
                grant.scan_id,
            )
            == self.columns
        )

    @property
    def columns(self) -> tuple[str | None, int | None, str | None]:
        """The municipality, the collaboration and the scan of the grant that stands for this place."""
        return (
            self.code if self.role in {"coordinator", "meelezer"} else None,
            self.collaboration.id if self.role == "adviseur" and self.collaboration else None,
            self.scan.id if self.role == "moderator" and self.scan else None,
        )


def place_of(held: HeldRole, municipality: Municipality | None) -> Place:
    """Return the place of a role that somebody has."""
    return Place(
        role=cast("Role", held.grant.role), municipality=municipality, collaboration=held.collaboration, scan=held.scan
    )

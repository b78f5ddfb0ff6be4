"""Who is asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import Account


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who is known to the service; `municipality` is the code of theirs, None is every municipality."""

    account_id: str
    name: str
    municipality: str | None

    def may_manage(self, municipality_code: str) -> bool:
        """Whether they set up, close and read the scans of a municipality."""
        return self.municipality is None or self.municipality == municipality_code


def asker_of(account: Account) -> Asker:
    """Return an account as the one who is asking."""
    return Asker(account.id, account.name, account.municipality_code)

"""The pages of two steps, which are seen while signing in and in the own account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from app.accounts import two_steps
from app.web.forms import FieldError, error_at
from app.web.page import Link, Page

if TYPE_CHECKING:
    from app.keys import Keys
    from app.models import Account

ACCOUNT = Link("Uw account", "/account")
WRONG_CODE = (
    FieldError("code", "Deze code klopt niet. Scan de QR-code opnieuw, of kijk of de klok van uw telefoon goed staat."),
)


@dataclass(frozen=True, kw_only=True)
class SetUpPage(Page):
    """Setting up an app: its secret as address, picture and letters, and sealed for the form that confirms it.

    `proof` is what somebody shows first who has an app already. `required` is when signing in asks for it.
    """

    title: str = "Inloggen in twee stappen instellen"
    action: str
    address: str
    picture: str
    secret: str
    offer: str
    afterwards: str = ""
    proof: str = ""
    required: bool = False
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


@dataclass(frozen=True, kw_only=True)
class RecoveryCodesPage(Page):
    """The recovery codes, this once."""

    title: str = "Bewaar uw herstelcodes"
    codes: tuple[str, ...]
    onwards: str

    @property
    def as_file(self) -> str:
        """The address of a file with the codes: the file itself, as data, so that nothing of it is kept here."""
        text = "Herstelcodes voor Vensterscan. Elke code werkt één keer.\r\n\r\n" + "\r\n".join(self.codes) + "\r\n"
        return f"data:text/plain;charset=utf-8,{quote(text)}"


def set_up_page(keys: Keys, account: Account, secret: str, **more: object) -> SetUpPage:
    """Return the page on which an account is offered a secret."""
    return SetUpPage(
        address=two_steps.address_of(account, secret),
        picture=two_steps.picture(account, secret),
        secret=two_steps.in_groups(secret),
        offer=two_steps.offer(keys, account, secret),
        **more,  # type: ignore[arg-type]
    )

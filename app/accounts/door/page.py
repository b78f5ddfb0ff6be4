"""The pages around signing in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.web.forms import error_at
from app.web.page import Page

if TYPE_CHECKING:
    from app.web.forms import FieldError


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Somebody as whom one signs in with one click, on the machine of a developer."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Form(Page):
    """A page with one form, and what is wrong with it."""

    action: str
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


@dataclass(frozen=True, kw_only=True)
class SignInPage(Form):
    """The ways to sign in. `afterwards` is where somebody wanted to go, `email` what they typed.

    `examples` are there only where nobody else can reach the service; `openid` is the name of a provider, or empty.
    """

    title: str = "Inloggen"
    action: str = "/inloggen"
    afterwards: str = ""
    email: str = ""
    examples: tuple[ExamplePerson, ...] = ()
    openid: str = ""
    mails: bool = False


@dataclass(frozen=True, kw_only=True)
class AddressPage(Form):
    """Asking for a link: one field for an address."""

    lead: str
    button: str
    email: str = ""
    more: str = ""

    def with_fault(self, email: str, errors: tuple[FieldError, ...]) -> AddressPage:
        """The same page with what was typed and what is wrong with it."""
        return replace(self, email=email, errors=errors)

    def also_saying(self, more: str) -> AddressPage:
        """The same page with another sentence."""
        return replace(self, more=more)


@dataclass(frozen=True, kw_only=True)
class SentPage(Page):
    """What happens now, whether or not the address is known."""

    text: tuple[str, ...]


def mailed(title: str, lasts: str) -> SentPage:
    """The page after asking for a link that is mailed."""
    return SentPage(
        title=title,
        text=(
            "Als dit adres bij ons bekend is, is er nu een e-mail met een link naar u onderweg.",
            f"De link werkt één keer, en {lasts} lang.",
            "Niets gekregen? Kijk ook bij ongewenste e-mail, en of u het adres goed typte.",
        ),
    )


@dataclass(frozen=True, kw_only=True)
class ButtonPage(Form):
    """One button, which a person presses and a scanner of mail does not."""


@dataclass(frozen=True, kw_only=True)
class PasswordPage(Form):
    """Choosing another password; `email` is for the password manager."""

    title: str = "Kies een nieuw wachtwoord"
    email: str
    rules: str


@dataclass(frozen=True, kw_only=True)
class WelcomePage(Form):
    """Beginning: a name, and a password, which is `optional` where there is another way in."""

    title: str = "Welkom bij Vensterscan"
    email: str
    name: str
    rules: str
    optional: bool
    openid: str = ""
    mails: bool = False


@dataclass(frozen=True, kw_only=True)
class CodePage(Form):
    """The second step: a code."""

    title: str = "Vul uw code in"
    afterwards: str = ""

"""The pages around signing in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.page import Page

if TYPE_CHECKING:
    from app.web.forms import FieldError


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Somebody as whom one signs in with one click, on the machine of a developer."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    """The ways to sign in. `afterwards` is where somebody wanted to go, `email` what they typed.

    `examples` are there only where nobody else can reach the service; `openid` is the name of a provider, or empty.
    """

    title: str = "Inloggen"
    afterwards: str = ""
    email: str = ""
    errors: tuple[FieldError, ...] = ()
    examples: tuple[ExamplePerson, ...] = ()
    openid: str = ""
    mails: bool = False

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return next((error.message for error in self.errors if error.field == field), "")

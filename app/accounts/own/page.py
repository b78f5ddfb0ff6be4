"""The pages of the own account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.own.proof import LABELS
from app.accounts.pages import ACCOUNT
from app.web.forms import error_at
from app.web.page import Link, Page, Section

if TYPE_CHECKING:
    from app.accounts.own.proof import Kind
    from app.web.forms import FieldError

TWO_STEPS = Link("Inloggen in twee stappen", "/account/twee-stappen")


@dataclass(frozen=True, slots=True)
class Place:
    """One browser in which somebody is signed in."""

    since: str
    used: str
    way: str
    is_here: bool


@dataclass(frozen=True, kw_only=True)
class AccountPage(Page):
    """Who somebody is here, what they may do, how they sign in, and where. `done` is what was just changed."""

    title: str = "Uw account"
    section: Section | None = "account"
    name: str
    email: str
    roles: tuple[str, ...]
    before: str
    places: tuple[Place, ...]
    has_password: bool
    has_two_steps: bool
    must_have_two_steps: bool
    may_change: bool
    done: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnForm(Page):
    """A page of the own account with a form."""

    section: Section | None = "account"
    breadcrumbs: tuple[Link, ...] = (ACCOUNT,)
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


@dataclass(frozen=True, kw_only=True)
class NamePage(OwnForm):
    """Another name."""

    title: str = "Uw naam wijzigen"
    name: str


@dataclass(frozen=True, kw_only=True)
class ChangePasswordPage(OwnForm):
    """Another password; the old one is asked where there is one."""

    title: str
    email: str
    rules: str
    has_password: bool


@dataclass(frozen=True, kw_only=True)
class TwoStepsPage(OwnForm):
    """Whether two steps are on, and what can be done about it. `asks` is what somebody shows first."""

    title: str = TWO_STEPS.label
    is_on: bool
    required: bool
    codes_left: int
    kind: Kind

    @property
    def asks(self) -> str:
        """What is asked of somebody to show who they are, in words."""
        return LABELS[self.kind]


@dataclass(frozen=True, kw_only=True)
class DeletePage(OwnForm):
    """Deleting the own account, or why that cannot be now."""

    title: str = "Uw account verwijderen"
    obstacles: tuple[str, ...]
    kind: Kind

    @property
    def asks(self) -> str:
        """What is asked of somebody to show who they are, in words."""
        return LABELS[self.kind]

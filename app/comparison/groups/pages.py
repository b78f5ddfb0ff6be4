"""The other pages of groups: the list, making one, taking part, and what is asked before something ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.codes import grouped
from app.collaborations.confirm import ConfirmPage
from app.collaborations.kinds import KIND_LABELS
from app.collaborations.page import FormPage, ManagementPage
from app.comparison.groups.access import may_make
from app.comparison.groups.page import kind_label
from app.comparison.groups.service import LIST, address_of
from app.comparison.groups.wanted import WantedGroup
from app.web.formatting import counted, enumeration
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.asker import Asker
    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.service import Joinable
    from app.models import ComparisonGroup
    from app.store.groups import MemberInContext
    from app.web.forms import FieldError
    from app.web.page import Section

JOIN = f"{LIST}/meedoen"
WHAT_DISAPPEARS = (
    "Zit uw uitslag in de groepscijfers van nu, dan verdwijnen die cijfers voor iedereen, tot nieuwe cijfers niets "
    "over één gemeente kunnen verraden. Wat iemand eerder heeft gezien of opgeslagen, halen wij niet terug."
)
SECTION: Section = "samenwerkingen"
WAY = (Link("Groepen", LIST),)
DONE = {
    "gemaakt": "De groep is gemaakt. Geef de code aan de coördinatoren van de gemeenten die u wilt laten meedoen.",
    "meegedaan": "Uw gemeente doet mee.",
    "ingetrokken": "De toestemming is ingetrokken. De uitslag van uw gemeente telt in deze groep niet meer mee.",
    "beeindigd": "De groep is beëindigd, en de cijfers zijn gewist.",
    "overgenomen": "U beheert deze groep.",
}
"""What a page can say was just done, by the word in its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group in the list: what it compares, how many take part, and the reader's part in it."""

    name: str
    href: str
    about: str
    part: str


@dataclass(frozen=True, kw_only=True)
class GroupList(ManagementPage):
    """The groups of somebody, and what they may do."""

    groups: tuple[GroupRow, ...]
    may_join: bool
    may_make: bool


@dataclass(frozen=True, kw_only=True)
class NewGroupPage(FormPage):
    """The form of a new group."""

    form: WantedGroup
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CodePage(FormPage):
    """Where somebody types the code of a group."""

    typed: str


@dataclass(frozen=True, kw_only=True)
class JoinPage(FormPage):
    """What a group is, what is shared with whom, and with which collaboration a municipality takes part.

    `choices` are collaborations by number; without any there is nothing to consent to.
    """

    kind: str
    description: str
    code: str
    members: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    agreed: bool = False


def list_page(asker: Asker, found: Sequence[OpenGroup]) -> GroupList:
    """The groups of somebody."""
    return GroupList(
        title="Groepen van gemeenten",
        section=SECTION,
        groups=tuple(_row(one) for one in found),
        may_join=asker.is_coordinator,
        may_make=may_make(asker),
    )


def _row(found: OpenGroup) -> GroupRow:
    parts = []
    if found.own:
        parts.append(f"{enumeration([one.municipality.name for one in found.own])} doet mee")
    if found.is_manager:
        parts.append("u beheert deze groep")
    return GroupRow(
        name=found.group.name,
        href=address_of(found.group),
        about=f"{kind_label(found.group)}, {counted(len(found.members), 'gemeente', 'gemeenten')}",
        part=", ".join(parts),
    )


def new_group_page(form: WantedGroup | None = None, errors: tuple[FieldError, ...] = ()) -> NewGroupPage:
    """The form of a new group."""
    return NewGroupPage(
        title="Nieuwe groep",
        section=SECTION,
        breadcrumbs=WAY,
        action=f"{LIST}/nieuw",
        back=LIST,
        errors=errors,
        form=form or WantedGroup(),
        kinds=tuple(KIND_LABELS.items()),
    )


def code_page(typed: str = "", errors: tuple[FieldError, ...] = ()) -> CodePage:
    """Where somebody types the code of a group."""
    return CodePage(
        title="Meedoen aan een groep",
        section=SECTION,
        breadcrumbs=WAY,
        action=JOIN,
        back=LIST,
        errors=errors,
        typed=typed,
    )


def join_page(
    group: ComparisonGroup,
    members: Sequence[MemberInContext],
    choices: Sequence[Joinable],
    chosen: str = "",
    errors: tuple[FieldError, ...] = (),
) -> JoinPage:
    """What somebody reads before they consent."""
    options = tuple((str(one.id), f"{one.name} ({where.name})") for one, where in choices)
    return JoinPage(
        title=group.name,
        section=SECTION,
        breadcrumbs=WAY,
        action=JOIN,
        back=LIST,
        errors=errors,
        kind=kind_label(group),
        description=group.description,
        code=grouped(group.code),
        members=enumeration([one.municipality.name for one in members]),
        choices=options,
        chosen=chosen or (options[0][0] if len(options) == 1 else ""),
    )


def withdraw_page(found: OpenGroup, member: MemberInContext) -> ConfirmPage:
    """What withdrawing consent means."""
    return ConfirmPage(
        title="Toestemming intrekken",
        section=SECTION,
        breadcrumbs=(*WAY, Link(found.group.name, address_of(found.group))),
        about=f"{member.municipality.name}, {found.group.name}",
        explanation=(
            f"De uitslag van {member.collaboration.name} telt vanaf de volgende klik niet meer mee in deze groep.",
            WHAT_DISAPPEARS,
            f"{member.municipality.name} ziet deze groep daarna niet meer. Met de code kan zij opnieuw meedoen.",
        ),
        button="Trek de toestemming in",
        action=f"{address_of(found.group)}/gemeenten/{member.municipality.code}/intrekken",
        back=address_of(found.group),
    )


def end_page(found: OpenGroup) -> ConfirmPage:
    """What ending a group means."""
    return ConfirmPage(
        title="Groep beëindigen",
        section=SECTION,
        breadcrumbs=(*WAY, Link(found.group.name, address_of(found.group))),
        about=found.group.name,
        explanation=(
            "De groep verdwijnt voor iedereen die meedoet. Aan hun samenwerkingen en uitslagen verandert niets.",
        ),
        lost=(
            "de groep met haar code",
            f"de toestemming van {counted(len(found.members), 'gemeente', 'gemeenten')}",
            "de groepscijfers",
        ),
        button="Beëindig de groep",
        action=f"{address_of(found.group)}/beeindigen",
        back=address_of(found.group),
    )

"""The page about the ambition: where the collaboration stands, the seven forms to choose from, and earlier choices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.closing.page import frame
from app.collaborations.page import FormPage, desk_of
from app.web.formatting import capitalised, counted, date_in_words, number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.models import Result
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError
    from questionnaires import Edition, Model

WITHDRAWN = "geen"
"""What the form sends for no ambition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the seven forms to choose from; `marks` say what it is for this collaboration."""

    value: str
    label: str
    summary: str
    when_it_fits: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPart:
    """One version of the result: since when, under which ambition, and why."""

    number: int
    made_on: str
    ambition: str
    reason: str
    href: str


@dataclass(frozen=True, kw_only=True)
class AmbitionPage(FormPage):
    """Where it stands, what can be chosen, what is chosen now with its reason, and what was chosen before."""

    about: str
    result: str
    headline: str
    position: str
    now: str
    proposal: str
    caveat: str
    guidance: tuple[str, ...]
    choices: tuple[Choice, ...]
    may_withdraw: bool
    chosen: str
    reason: str
    versions: tuple[VersionPart, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, with what is wrong with it."""

    ambition: str
    reason: str
    errors: tuple[FieldError, ...] = ()


def build_ambition(
    found: ScanInContext, edition: Edition, versions: Sequence[Result], typed: Typed | None = None
) -> AmbitionPage:
    """The page for a scan with these versions of its result, the first first; `typed` is what came back."""
    latest = versions[-1]
    chosen = "" if latest.ambition is None else str(latest.ambition)
    typed = typed or Typed(chosen, latest.ambition_reason if chosen else "")
    return AmbitionPage(
        **frame(found, "Ambitie"),
        action=f"/scans/{found.scan.id}/ambitie",
        back=desk_of(found.scan),
        result=f"/scans/{found.scan.id}",
        headline=_headline(edition, latest.record),
        position=_position(edition, latest.record),
        now=f"Uw ambitie is nu {_named(edition, latest.ambition)}." if chosen else "U heeft geen ambitie gekozen.",
        proposal=_proposal(edition, latest.record),
        caveat=edition.continuum.caveat,
        guidance=edition.continuum.ambition_guidance,
        choices=tuple(_choice(model, latest.record) for model in edition.continuum.models),
        may_withdraw=bool(chosen),
        chosen=typed.ambition,
        reason=typed.reason,
        versions=tuple(_version(found, edition, version) for version in reversed(versions)),
        errors=typed.errors,
    )


def _model(edition: Edition, model: int) -> Model:
    return next(one for one in edition.continuum.models if one.number == model)


def _named(edition: Edition, ambition: int | None) -> str:
    return "geen ambitie" if ambition is None else f"{_model(edition, ambition).label} ({ambition})"


def _headline(edition: Edition, record: dict[str, Any]) -> str:
    continuum = record["result"]["continuum"]
    wording = (continuum["wording"] or "onvoldoende").replace(" ", "_")
    text = next(one.headline for one in edition.continuum.wordings if one.id == wording)
    return text.replace("{model}", _model(edition, continuum["nearest"]).label) if continuum["nearest"] else text


def _position(edition: Edition, record: dict[str, Any]) -> str:
    position = record["result"]["continuum"]["position"]
    if position is None:
        return "U kunt wel een ambitie kiezen. Hoe ver u daarvan af bent, is zonder plek niet te zeggen."
    first, last = _named(edition, 1), _named(edition, 7)
    return f"Op de lijn van {first} tot {last} is uw plek {number(position, 1)}."


def _proposal(edition: Edition, record: dict[str, Any]) -> str:
    """What those of policy named, in the middle; empty where too few did."""
    proposal = record["insight"]["ambition_proposal"]
    if proposal is None:
        return ""
    answers, model = counted(proposal["n"], "antwoord", "antwoorden"), _named(edition, proposal["model"])
    return f"In het venster beleid is naar de ambitie gevraagd. Uit {answers} komt {model} als voorstel."


def _choice(model: Model, record: dict[str, Any]) -> Choice:
    continuum, proposal = record["result"]["continuum"], record["insight"]["ambition_proposal"]
    marks = {
        "lijkt nu het meest op uw samenwerking": continuum["nearest"] == model.number,
        "voorstel van beleid": proposal is not None and proposal["model"] == model.number,
        "uw ambitie nu": record["result"]["ambition"] == model.number,
    }
    return Choice(
        value=str(model.number),
        label=f"{model.number}. {capitalised(model.label)}",
        summary=model.summary,
        when_it_fits=model.when_it_fits,
        marks=tuple(mark for mark, holds in marks.items() if holds),
    )


def _version(found: ScanInContext, edition: Edition, version: Result) -> VersionPart:
    return VersionPart(
        number=version.version,
        made_on=_day(version.created_at),
        ambition=capitalised(_named(edition, version.ambition)),
        reason=version.ambition_reason,
        href=f"/scans/{found.scan.id}/versies/{version.version}",
    )


def _day(moment: datetime) -> str:
    """The day on which something was, where the municipalities are; SQLite gives it without its zone, which is UTC."""
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return date_in_words(known.astimezone(ZoneInfo("Europe/Amsterdam")).date())

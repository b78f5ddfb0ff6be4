"""The log as a page and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.log.words import in_words
from app.accounts.sign_ins import aware
from app.store.audit import all_entries, list_entries
from app.web.formatting import AMSTERDAM, moment_in_words
from app.web.page import Link, Page
from app.web.spreadsheet import csv_table, text_cell

if TYPE_CHECKING:
    from app.db import Session
    from app.models import AuditEntry, Municipality

AT_A_TIME = 100
HEADINGS = ("moment", "wie", "wat", "waarover", "gemeente")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line: when, by whom, what, about what; `municipality` is a code, or empty for the installation."""

    moment: str
    who: str
    act: str
    about: str
    municipality: str


@dataclass(frozen=True, kw_only=True)
class LogPage(Page):
    """A part of the log. `older` leads to what comes before it, empty at the end; `file` is all of it as a table."""

    explanation: str
    lines: tuple[LogLine, ...]
    of_everything: bool
    older: str
    newest: str
    file: str


def municipality_log(session: Session, municipality: Municipality, before: int | None) -> LogPage:
    """What was done in one municipality."""
    address = f"/gemeenten/{municipality.code}/logboek"
    part = _part(session, municipality.code, address, before)
    return LogPage(
        lines=part.lines,
        older=part.older,
        newest=part.newest,
        file=f"{address}.csv",
        of_everything=False,
        title=f"Logboek van {municipality.name}",
        explanation="Wie in deze gemeente wat deed met samenwerkingen, scans, uitslagen en toegang. "
        "Over mensen die vragen beantwoorden staat hier niets.",
        breadcrumbs=(Link("Samenwerkingen", "/samenwerkingen"),),
        section="samenwerkingen",
    )


def installation_log(session: Session, before: int | None) -> LogPage:
    """What was done in every municipality and in the installation."""
    address = "/beheer/logboek"
    part = _part(session, None, address, before)
    return LogPage(
        lines=part.lines,
        older=part.older,
        newest=part.newest,
        file=f"{address}.csv",
        of_everything=True,
        title="Logboek van de installatie",
        explanation="Wie in welke gemeente wat deed, en wat er aan toegang veranderde. "
        "Over mensen die vragen beantwoorden staat hier niets.",
        breadcrumbs=(Link("Beheer", "/beheer"),),
        section="beheer",
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What a page shows of the log: one line more than fits was asked for, to know whether there is more."""

    lines: tuple[LogLine, ...]
    older: str
    newest: str


def _part(session: Session, municipality_code: str | None, address: str, before: int | None) -> _Part:
    found = list_entries(session, municipality_code, before=before, most=AT_A_TIME + 1)
    shown = found[:AT_A_TIME]
    return _Part(
        lines=tuple(_line(entry) for entry in shown),
        older=f"{address}?voor={shown[-1].id}" if len(found) > AT_A_TIME else "",
        newest=address if before is not None else "",
    )


def _line(entry: AuditEntry) -> LogLine:
    return LogLine(
        moment=moment_in_words(entry.at),
        who=entry.who,
        act=in_words(entry.act),
        about=entry.about,
        municipality=entry.municipality_code or "",
    )


def log_csv(session: Session, municipality_code: str | None) -> bytes:
    """Return the whole log of a municipality, or with None of everything, as a table."""
    rows = (
        (
            aware(entry.at).astimezone(AMSTERDAM).isoformat(sep=" ", timespec="seconds"),
            text_cell(entry.who),
            in_words(entry.act),
            text_cell(entry.about),
            entry.municipality_code or "",
        )
        for entry in all_entries(session, municipality_code)
    )
    return csv_table(HEADINGS, rows)

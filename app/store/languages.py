"""Queries about the translations that municipalities offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import Session, col, delete, select

from app.models import LanguageDeclaration

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Checked(NamedTuple):
    """A translation that somebody read: of which edition, which language, exactly which text, and who stands for it."""

    edition: str
    language: str
    fingerprint: str
    checked_by: str


def list_checked(session: Session, municipality_code: str, editions: Collection[str]) -> list[Checked]:
    """Return what was said of the translations of these editions in a municipality."""
    told = LanguageDeclaration
    wanted = select(told.edition, told.language, told.fingerprint, told.checked_by).where(
        col(LanguageDeclaration.municipality_code) == municipality_code,
        col(LanguageDeclaration.edition).in_(editions),
    )
    return [Checked(*found) for found in session.exec(wanted)]


def list_declarations(session: Session, municipality_code: str) -> Sequence[LanguageDeclaration]:
    """Return everything that was said of translations in a municipality, of every edition."""
    return session.exec(
        select(LanguageDeclaration)
        .where(col(LanguageDeclaration.municipality_code) == municipality_code)
        .order_by(col(LanguageDeclaration.id))
    ).all()


def put_declaration(session: Session, new: LanguageDeclaration) -> LanguageDeclaration:
    """Add what is said of a translation, in the place of what was said of it before."""
    session.exec(
        delete(LanguageDeclaration).where(
            col(LanguageDeclaration.municipality_code) == new.municipality_code,
            col(LanguageDeclaration.edition) == new.edition,
            col(LanguageDeclaration.language) == new.language,
        )
    )
    session.add(new)
    session.flush()
    return new


def delete_declarations(session: Session, municipality_code: str, language: str) -> int:
    """Delete what was said of the translations into a language, of every edition, and return how many there were."""
    return session.exec(
        delete(LanguageDeclaration).where(
            col(LanguageDeclaration.municipality_code) == municipality_code,
            col(LanguageDeclaration.language) == language,
        )
    ).rowcount

"""Queries about the house style of a municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from app.models import Collaboration, HouseLogo, HouseStyle, Scan

if TYPE_CHECKING:
    from app.models import Municipality


def find_house_style(session: Session, municipality: Municipality) -> HouseStyle | None:
    """Return the house style of a municipality, or None where it has none of its own."""
    return session.get(HouseStyle, municipality.code)


def find_house_style_of_scan(session: Session, scan_id: str) -> HouseStyle | None:
    """Return the house style of the municipality of a scan, or None where it has none of its own.

    An example never has one: its municipality did not set it up.
    """
    wanted = (
        select(HouseStyle)
        .join(Collaboration, col(Collaboration.municipality_code) == col(HouseStyle.municipality_code))
        .join(Scan, col(Scan.collaboration_id) == col(Collaboration.id))
        .where(col(Scan.id) == scan_id, col(Scan.is_example).is_(False))
    )
    return session.exec(wanted).one_or_none()


def find_logo(session: Session, digest: str, kind: str) -> bytes | None:
    """Return the logo of this kind with this hash; the same picture may be of more municipalities."""
    wanted = (
        select(HouseLogo.content)
        .join(HouseStyle, col(HouseStyle.municipality_code) == col(HouseLogo.municipality_code))
        .where(col(HouseLogo.digest) == digest, col(HouseStyle.logo_kind) == kind)
        .limit(1)
    )
    return session.exec(wanted).one_or_none()


def find_logo_of(session: Session, municipality: Municipality) -> HouseLogo | None:
    """Return the logo of a municipality, or None."""
    return session.get(HouseLogo, municipality.code)


def keep_house_style(session: Session, style: HouseStyle, logo: HouseLogo | None) -> None:
    """Keep a house style in the place of what the municipality had, with this logo or with none."""
    session.merge(style)
    session.flush()
    if logo is not None:
        session.merge(logo)
    elif known := session.get(HouseLogo, style.municipality_code):
        session.delete(known)
    session.flush()


def delete_house_style(session: Session, style: HouseStyle) -> None:
    """Delete a house style with its logo."""
    session.delete(style)
    session.flush()

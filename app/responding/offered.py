"""Which languages are offered, until municipalities declare them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.web.language import LANGUAGES

if TYPE_CHECKING:
    from app.db import Session
    from questionnaires import Edition


@dataclass(frozen=True, slots=True)
class Offered:
    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    stands_for: str


def offered_languages(session: Session, edition: Edition, municipality_code: str) -> tuple[Offered, ...]:  # noqa: ARG001
    return tuple(
        Offered(one.code, one.name, one.direction, "") for one in LANGUAGES.values() if one.code in {"nl", "en", "ar", "tr", "pl", "uk"}
    )


def in_language(edition: Edition, code: str) -> Edition:
    return edition.in_language(code) if hasattr(edition, "in_language") else edition


def ready(edition: Edition) -> set[str]:
    return {
        "nl",
        *(
            code
            for code, one in getattr(edition, "translations", {"en": None}).items()
            if not getattr(one, "is_draft", False)
        ),
    }

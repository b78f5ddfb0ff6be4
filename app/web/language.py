"""The languages in which somebody who answers is spoken to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its name in itself, which way it is written, and the customs for its dates and numbers."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    customs: str = ""


LANGUAGES = {
    language.code: language
    for language in (
        Language("nl", "Nederlands"),
        Language("en", "English", customs="en_GB"),
        Language("ar", "العربية", "rtl"),
        Language("tr", "Türkçe"),
        Language("pl", "Polski"),
        Language("uk", "Українська"),
    )
}
"""Every language, in the order in which they are offered."""

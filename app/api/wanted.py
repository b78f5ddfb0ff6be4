"""What a room does not accept, said in the names of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.api.problems import InputProblem, InvalidInputError
from app.api.validation import pointer
from app.collaborations.wanted import WINDOWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.collaborations.wanted import NotAcceptedError

NAMES: dict[str, tuple[str, ...]] = {
    "municipality": ("gemeente",),
    "name": ("naam",),
    "target_group": ("doelgroep",),
    "partners": ("partners",),
    "kind": ("soort",),
    "purpose": ("doel",),
    "period": ("periode",),
    "closes_on": ("sluitOp",),
    "keep_months": ("bewaarMaanden",),
    "ambition": ("model",),
    "reason": ("reden",),
    **{f"{window}_part": ("vensters", window) for window in WINDOWS},
    **{f"{window}_entry": ("vensters", window, "toegang") for window in WINDOWS},
    **{f"{window}_{part}": ("vensters", window, part) for window in WINDOWS for part in ("minimum", "contact")},
}
"""The place in what is sent, by the name of the field in the rooms."""


def refused(error: NotAcceptedError) -> InvalidInputError:
    """Return the same as an error of the input, each problem at the place where it was sent."""
    return InvalidInputError(list(_problems(error)))


def _problems(error: NotAcceptedError) -> Iterator[InputProblem]:
    for fault in error.errors:
        yield InputProblem(detail=fault.message, pointer=pointer(NAMES.get(fault.field, ())))

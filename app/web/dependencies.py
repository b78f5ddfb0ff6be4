"""What a route may ask of the application that it runs in."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from questionnaires import Edition

Editions = dict[str, Edition]


def _editions(request: Request) -> Editions:
    return cast("Editions", request.app.state.editions)


def _current_edition(request: Request) -> Edition:
    return cast("Edition", request.app.state.current_edition)


AllEditions = Annotated[Editions, Depends(_editions)]
"""Every edition that the service knows, by id."""
CurrentEdition = Annotated[Edition, Depends(_current_edition)]
"""The edition for new scans."""

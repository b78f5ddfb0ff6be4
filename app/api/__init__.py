"""The API: the same service for programs, below `/v1`. Its rules are those of the rooms, in another form."""

from app.api.main import make_api
from app.api.openapi import PREFIX
from app.api.problems import problem

__all__ = ["PREFIX", "make_api", "problem"]

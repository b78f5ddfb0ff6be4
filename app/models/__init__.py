"""The tables: one file per aggregate, and nothing but tables. Input is checked at the edge by models of its own."""

from app.models.base import Table
from app.models.collaboration import Collaboration
from app.models.municipality import Municipality
from app.models.result import Result
from app.models.scan import Scan

__all__ = ["Collaboration", "Municipality", "Result", "Scan", "Table"]

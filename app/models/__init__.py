"""The tables: one file per aggregate, and nothing but tables. Input is checked at the edge by models of its own."""

from app.models.account import AccessToken, Account
from app.models.base import Table
from app.models.collaboration import Collaboration
from app.models.measurement import Measurement
from app.models.municipality import Municipality
from app.models.response import Comment, Draft, DraftAnswer, DraftComment, Response
from app.models.result import Result
from app.models.scan import Scan, ScanWindow

__all__ = [
    "AccessToken",
    "Account",
    "Collaboration",
    "Comment",
    "Draft",
    "DraftAnswer",
    "DraftComment",
    "Measurement",
    "Municipality",
    "Response",
    "Result",
    "Scan",
    "ScanWindow",
    "Table",
]

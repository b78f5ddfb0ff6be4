"""The tables: one file per aggregate, and nothing but tables. Input is checked at the edge by models of its own."""

from app.models.account import AccessToken, Account, Grant
from app.models.audit import AuditEntry
from app.models.base import LARGEST_ID, Table
from app.models.collaboration import Collaboration
from app.models.erasure import Erasure
from app.models.group import ComparisonGroup, GroupMember, GroupStand
from app.models.house_style import HouseLogo, HouseStyle
from app.models.invitee import Invitee, SentMark
from app.models.language import LanguageDeclaration
from app.models.measurement import Measurement
from app.models.message import Message
from app.models.municipality import Municipality
from app.models.response import Comment, Draft, DraftAnswer, DraftComment, Response
from app.models.result import Result
from app.models.scan import Scan, ScanWindow
from app.models.sign_in import OneTimeLink, RecoveryCode, SignIn
from app.models.typing_link import PaperForm, TypingLink

__all__ = [
    "LARGEST_ID",
    "AccessToken",
    "Account",
    "AuditEntry",
    "Collaboration",
    "Comment",
    "ComparisonGroup",
    "Draft",
    "DraftAnswer",
    "DraftComment",
    "Erasure",
    "Grant",
    "GroupMember",
    "GroupStand",
    "HouseLogo",
    "HouseStyle",
    "Invitee",
    "LanguageDeclaration",
    "Measurement",
    "Message",
    "Municipality",
    "OneTimeLink",
    "PaperForm",
    "RecoveryCode",
    "Response",
    "Result",
    "Scan",
    "ScanWindow",
    "SentMark",
    "SignIn",
    "Table",
    "TypingLink",
]

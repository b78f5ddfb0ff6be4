"""The database: its engine, the two kinds of session, and bringing its tables up to date."""

from sqlalchemy import Engine
from sqlmodel import Session

from app.db.engine import begin_alone, begin_writing, connections_of, make_engine
from app.db.errors import DatabaseError
from app.db.grouped import WritesTogether, grouped_writes
from app.db.sessions import ReadSession, WriteSession, after_commit, writing_turns

__all__ = [
    "DatabaseError",
    "Engine",
    "ReadSession",
    "Session",
    "WriteSession",
    "WritesTogether",
    "after_commit",
    "begin_alone",
    "begin_writing",
    "connections_of",
    "grouped_writes",
    "make_engine",
    "writing_turns",
]

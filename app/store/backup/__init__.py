"""The whole database in one file, from which another one is made: the same tables, on SQLite and on PostgreSQL.

The file is a zip with a manifest and a file of JSON lines per table. The tables are those that the database has, not
those that the program knows: a new table comes along by itself, and an older backup goes into tables of its own age.
Rows stand in the order of their keys, so that the file tells nothing about when they came.
"""

from app.store.backup.manifest import BackupError, Manifest
from app.store.backup.restore import restore_backup
from app.store.backup.write import write_backup

__all__ = ["BackupError", "Manifest", "restore_backup", "write_backup"]

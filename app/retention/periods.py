"""For how long what is not of respondents is kept; for answers see `app.collaborations.kept`."""

from __future__ import annotations

from datetime import timedelta

NEVER_USED = timedelta(days=30)
"""An account of somebody who was invited and never came."""
UNUSED = timedelta(days=365)
"""An account of somebody with a role who does not sign in any more."""
WITHOUT_ROLE = timedelta(days=90)
"""An account of somebody without any role, after the last time that they signed in."""
WARNED = timedelta(days=30)
"""How long before, at least, somebody is written that their account will be deleted."""
LOG_YEARS = 2
"""Lines of the log; the database keeps to the same (migration 0003)."""

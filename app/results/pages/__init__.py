"""From a result to what a page shows: one file per page."""

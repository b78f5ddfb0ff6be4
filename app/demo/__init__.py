"""The example municipalities: Houten, Woerden and Wijk bij Duurstede, at the end of both phases of the study.

What they are like comes from the report (`cases`, `levels`), who answered is invented (`scans`, `answers`);
`docs/cases.md` tells which is which.
"""

from app.demo.documents import demo_documents
from app.demo.load import demo_record, load_demo
from app.demo.people import load_people

__all__ = ["demo_documents", "demo_record", "load_demo", "load_people"]

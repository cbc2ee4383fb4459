"""How do rows that come from outside become lines that can be taken, each for itself?"""

from ondiris.base.tables.read import read
from ondiris.base.tables.terms import NOTES, READING, Columns, Read, Refused, Watch, Wrong, unwatched

__all__ = ["NOTES", "READING", "Columns", "Read", "Refused", "Watch", "Wrong", "read", "unwatched"]

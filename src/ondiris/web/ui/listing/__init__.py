"""How does a register become a list that one can filter, sort, page and take away?"""

from ondiris.web.ui.listing.declare import Column, Filter, Listing
from ondiris.web.ui.listing.kinds import DAY, INSTANT, MONEY, NUMBER, PERCENT, TEXT, Kind, tags
from ondiris.web.ui.listing.page import Head, Page
from ondiris.web.ui.listing.respond import respond

__all__ = [
    "DAY",
    "INSTANT",
    "MONEY",
    "NUMBER",
    "PERCENT",
    "TEXT",
    "Column",
    "Filter",
    "Head",
    "Kind",
    "Listing",
    "Page",
    "respond",
    "tags",
]

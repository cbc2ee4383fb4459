"""How much of the law does the system carry out, and by what?"""

from collections import Counter

from django.http import HttpRequest
from pydantic import BaseModel, Field

from ondiris.api.v1.law import router
from ondiris.law.coverage import Kind, Reach, Reason, coverage, plain


class MeansOut(BaseModel):
    """Something that cites a provision, and the tests that cite it."""

    kind: Kind
    name: str = Field(description="Its name in the code.", examples=["is_oriented_to_the_list"])
    title: str = Field(description="In English; empty where it has none.")
    tests: list[str]


class CoveredOut(BaseModel):
    """How far a provision is carried out: by what, or why nothing needs to; the systems that it belongs to."""

    id: str = Field(examples=["25.5:1"])
    state: Reach
    reason: Reason | None
    by: list[MeansOut] = Field(description="A page only shows: alone it carries out nothing.")
    tests: list[str] = Field(description="The tests that cite the provision itself.")
    systems: list[str]


class CoverageOut(BaseModel):
    """The provisions that were asked for, and how many of them are how far."""

    totals: dict[str, int]
    provisions: list[CoveredOut]


@router.get("/coverage", response=CoverageOut)
def show_coverage(request: HttpRequest, article: str = "", state: Reach | None = None, system: str = "") -> CoverageOut:
    """What carries each provision out, read from citations in code and tests; of one article, state or system."""
    rows = [
        row
        for row in coverage().values()
        if article in ("", str(row.id.article)) and state in (None, row.reach) and (not system or system in row.systems)
    ]
    counted = Counter(row.reach for row in rows)
    return CoverageOut(
        totals={reach.value: counted[reach] for reach in Reach},
        provisions=[CoveredOut(**plain(row)) for row in rows],
    )

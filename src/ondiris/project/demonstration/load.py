"""How does the made-up country come into an empty database?"""

from datetime import date

from django.db import transaction

from ondiris.domains.parties.models import Organisation
from ondiris.domains.parties.terms import OrganisationKind
from ondiris.project.demonstration.amendment import make_amendment
from ondiris.project.demonstration.bulk import Progress, bins, load_applications, load_enterprises
from ondiris.project.demonstration.contracts import Contracts, make_lender
from ondiris.project.demonstration.country import make_funds, make_lists, make_regions, make_stage
from ondiris.project.demonstration.duties import begin_terms, make_bodies, mark_duties
from ondiris.project.demonstration.ownership import make_ownership
from ondiris.project.demonstration.planning import make_planners, make_planning
from ondiris.project.demonstration.story import Story


def is_loaded() -> bool:
    """Whether the database already holds a country."""
    return Organisation.objects.exists()


@transaction.atomic
def load(today: date, *, enterprises: int, applications: int, progress: Progress) -> None:
    """Make the country as of a day: its story by acts, a crowd of enterprises and applications by COPY."""
    numbers = bins()
    regions = make_regions()
    stage = make_stage(regions, numbers)
    make_lists(stage)
    make_funds(stage, today)
    make_amendment(stage, today)
    made = make_ownership(stage, regions, numbers)
    Story(stage, regions, numbers, today).tell()
    followers = make_bodies(stage, regions, numbers)
    make_planners(stage, made)
    make_planning(stage, made, today)
    Contracts(stage, {**made, "lender": make_lender(stage, regions, numbers)}, today).tell()
    mark_duties(stage, followers, today)
    begin_terms(stage, today)
    load_enterprises(enterprises, [region.pk for region in regions], numbers, progress)
    if applications:
        crowd = Organisation.objects.filter(kind=OrganisationKind.ENTERPRISE).values_list("pk", flat=True)
        load_applications(applications, list(crowd[: applications * 2]), today, progress)

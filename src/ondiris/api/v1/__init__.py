"""Version 1 of the interface for machines."""

from ondiris.api.interface import Interface
from ondiris.api.v1 import (
    acts,  # noqa: F401  (these four add their addresses to the routers below)
    agreements,
    applications,
    beginnings,  # noqa: F401
    calendar,
    claims,
    contracts,
    coverage,  # noqa: F401
    customers,
    judging,  # noqa: F401
    law,
    law_xml,
    lists,
    measures,
    planning,
    problems,
    purchases,
    reports,
)

api = Interface(
    title="Öndiris",
    version="1",
    description=(
        "The Law of Kazakhstan “On Industrial Policy”, for programs. Measures, judging, the law, its deadlines and duties, "
        "the lists and who is a customer are open; applications and agreements take a key. Amounts are texts with at "
        "most two decimals, days are written 2026-01-31, and nothing is coerced. Each write carries an Idempotency-Key. "
        "What is refused comes as application/problem+json with the provision it rests on, and nothing was written."
    ),
)
api.add_router("/measures", measures.router, tags=["Measures"])
api.add_router("/law", law_xml.router, tags=["The law"])  # before the JSON, whose addresses would take its endings
api.add_router("/law", law.router, tags=["The law"])
api.add_router("/lists", lists.router, tags=["Lists"])
api.add_router("/goods-list", planning.router, tags=["Lists"])
api.add_router("/deadlines", calendar.deadlines_router, tags=["Deadlines"])
api.add_router("/duties", calendar.duties_router, tags=["Deadlines"])
api.add_router("/customers", customers.customers_router, tags=["Customers"])
api.add_router("/organisations", customers.organisations_router, tags=["Customers"])
api.add_router("/applications", applications.router, tags=["Applications"])
api.add_router("/agreements", agreements.router, tags=["Agreements"])
api.add_router("/reports", reports.router, tags=["Reports"])
api.add_router("/claims", claims.router, tags=["Demands"])
api.add_router("/contracts", contracts.router, tags=["Contracts"])
api.add_router("/purchases", purchases.router, tags=["Planning"])
api.add_router("/problems", problems.router, tags=["Problems"])
api.add_router("", problems.nowhere)

"""The industrial grant, declared: what is particular about article 42."""

from ondiris.base.words import N_
from ondiris.domains.measures.declaration import CarryOver, Criterion, Measure, RequiredDocument, Section
from ondiris.domains.measures.industrial_grant.facts import FACTS
from ondiris.domains.measures.industrial_grant.rules import RULES
from ondiris.domains.parties.terms import Role

INDUSTRIAL_GRANT = Measure(
    name="industrial-grant",
    prefix="IG",
    title=N_("Industrial grant"),
    lead=N_(
        "Budget money for a manufacturing project that makes goods on the priority list. You put in money of your own, "
        "take on counter-obligations, and owe nothing back while you meet them."
    ),
    provision="42",
    decides=Role.INDUSTRY_AUTHORITY,
    serves=Role.INDUSTRY_INSTITUTE,
    facts=FACTS,
    rules=RULES,
    sections=(
        Section(
            "enterprise",
            N_("The enterprise"),
            N_("What the registers do not say about it."),
            facts=("listed_output_share", "affiliated_with_equipment_owner", "has_qualified_engineers"),
        ),
        Section(
            "project",
            N_("The project and its money"),
            N_("What it costs, what you put in, and what you ask for."),
            facts=("project_cost", "own_funds", "requested_amount"),
        ),
        Section(
            "goods",
            N_("Goods of the project"),
            N_("Every good that the project is to make, by its commodity code."),
            rows="goods",
        ),
        Section(
            "obligations",
            N_("Counter-obligations"),
            N_(
                "What you promise in return, in at least one of the law's three directions, with a target for each year."
            ),
            facts=("obligations_accepted",),
            rows="obligations",
        ),
        Section(
            "goals",
            N_("Planned goals of the project"),
            N_("What the project is to achieve; the institute follows it apart from your obligations."),
            rows="goals",
        ),
    ),
    documents=(
        RequiredDocument("business_plan", N_("Business plan of the project"), "25.5:3"),
        RequiredDocument("budget", N_("Budget of the project"), "25.5:3"),
        RequiredDocument("own_funds", N_("Proof of your own money"), "42.2"),
    ),
    programme="industrial-grant",
    account_provision="42.5",
    carry_over=CarryOver.SPENT_NEXT_YEAR,
    amount_fact="requested_amount",
    criteria=(
        Criterion("feasibility", N_("The project can be carried out as planned"), 10),
        Criterion("complexity", N_("The product is technologically complex"), 10),
        Criterion("market", N_("There is a market for the product"), 10),
        Criterion("finances", N_("The finances of the project are sound"), 10),
    ),
    experts_needed=2,
    goals_provision="42.4",
)

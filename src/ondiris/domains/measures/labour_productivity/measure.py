"""The incentives for labour productivity, declared: what is particular about article 39."""

from ondiris.base.words import N_
from ondiris.domains.measures.declaration import CarryOver, Measure, RequiredDocument, Section
from ondiris.domains.measures.labour_productivity.facts import FACTS
from ondiris.domains.measures.labour_productivity.rules import RULES
from ondiris.domains.parties.terms import Role

LABOUR_PRODUCTIVITY = Measure(
    name="labour-productivity",
    prefix="LP",
    title=N_("Help with labour productivity"),
    lead=N_(
        "Money towards four kinds of cost that let each worker produce more: competences, digital technologies, "
        "technological processes, and the organisation of production."
    ),
    provision="39",
    decides=Role.INDUSTRY_AUTHORITY,
    serves=Role.INDUSTRY_INSTITUTE,
    facts=FACTS,
    rules=RULES,
    sections=(
        Section(
            "enterprise",
            N_("The enterprise"),
            N_("What the registers do not say about it, and how much you ask for."),
            facts=("listed_output_share", "requested_amount"),
        ),
        Section("costs", N_("Costs"), N_("Each cost, by its kind."), rows="costs"),
        Section(
            "obligations",
            N_("Counter-obligations"),
            N_(
                "What you promise in return, in at least one of the law's three directions, with a target for each year."
            ),
            facts=("obligations_accepted",),
            rows="obligations",
        ),
    ),
    documents=(RequiredDocument("contracts", N_("Contracts and invoices of the costs"), "39.2"),),
    programme="labour-productivity",
    account_provision="39.3",
    carry_over=CarryOver.SILENT,
    amount_fact="requested_amount",
)

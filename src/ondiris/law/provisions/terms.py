"""In which words does the register speak of a provision?"""

from enum import StrEnum

from ondiris.base.words import N_


class Term(StrEnum):
    """A word of the register: its value stands in the rows, its label is shown to people, translated."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Term":
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        return term


class Level(Term):
    ARTICLE = "article", N_("article")
    PARAGRAPH = "paragraph", N_("paragraph")
    SUBPARAGRAPH = "subparagraph", N_("subparagraph")
    PART = "part", N_("part")
    ITEM = "item", N_("item")


class Kind(Term):
    DEFINITION = "definition", N_("definition")
    AIM = "aim", N_("aim")
    TASK = "task", N_("task")
    PRINCIPLE = "principle", N_("principle")
    COMPETENCE = "competence", N_("competence")
    DUTY = "duty", N_("duty")
    CONDITION = "condition", N_("condition")
    PROHIBITION = "prohibition", N_("prohibition")
    RIGHT = "right", N_("right")
    PROCEDURE = "procedure", N_("procedure")
    LIABILITY = "liability", N_("liability")
    TRANSITION = "transition", N_("transition")
    COMMENCEMENT = "commencement", N_("commencement")


class Certainty(Term):
    """How sure is the first day of a version?"""

    ESTABLISHED = "established", N_("a clause names the day")
    INFERRED = "inferred", N_("inferred from another clause")
    EARLIEST = "earliest", N_("the earliest possible day; the day of publication is not established")


class Status(Term):
    """What does a version say of the provision?"""

    IN_FORCE = "in_force", N_("in force")
    SUSPENDED = "suspended", N_("suspended")
    EXCLUDED = "excluded", N_("excluded")
    UNKNOWN = "unknown", N_("not known whether it was there")


class Effect(Term):
    """What does an amending act do to a provision?"""

    CHANGED = "changed", N_("changed")
    ADDED = "added", N_("added")
    EXCLUDED = "excluded", N_("excluded")


class Wording(Term):
    BASE = "base", N_("base wording")
    TEMPORARY = "temporary", N_("temporary wording")


class State(Term):
    """How does a provision stand on a day?"""

    NOT_YET = "not_yet", N_("not yet in force")
    IN_FORCE = "in_force", N_("in force")
    NOT_HELD = "not_held", N_("in force; wording not held")
    SUSPENDED = "suspended", N_("suspended")
    EXCLUDED = "excluded", N_("excluded")
    UNKNOWN = "unknown", N_("not known whether it was in force")
    ENDED = "ended", N_("no longer in force")


class Language(Term):
    EN = "en", N_("English")
    RU = "ru", N_("Russian")
    KK = "kk", N_("Kazakh")


class Bearer(Term):
    """Whom does the law bind, empower or protect, or name as one who acts? Its roles, not names of bodies.

    Those that no provision binds are named by `law.bodies` with the provisions that name them.
    """

    STATE = "state", N_("the State")
    GOVERNMENT = "government", N_("Government")
    PRESIDENT = "president", N_("President")
    INDUSTRY_AUTHORITY = "industry_authority", N_("industry authority")
    TRADE_AUTHORITY = "trade_authority", N_("trade authority")
    INNOVATION_AUTHORITY = "innovation_authority", N_("innovation authority")
    STATISTICS_AUTHORITY = "statistics_authority", N_("statistics authority")
    LOCAL_EXECUTIVE_BODY = "local_executive_body", N_("local executive body")
    CENTRAL_STATE_BODY = "central_state_body", N_("central state body")
    STATE_BODY = "state_body", N_("state body")
    RESPONSIBLE_STATE_BODY = "responsible_state_body", N_("responsible state body")
    NATIONAL_MANAGING_HOLDING = "national_managing_holding", N_("national managing holding")
    OPTIMISATION_HOLDING = "optimisation_holding", N_("national managing holding for development institutes")
    INVESTMENT_INSTITUTE = "investment_institute", N_("investment institute")
    INDUSTRY_INSTITUTE = "industry_institute", N_("industry institute")
    IN_COUNTRY_VALUE_INSTITUTE = "in_country_value_institute", N_("in-country value institute")
    EXPORT_INSTITUTE = "export_institute", N_("export institute")
    INDUSTRIAL_DEVELOPMENT_FUND = "industrial_development_fund", N_("industrial development fund")
    INDUSTRIAL_INNOVATION_SYSTEM_PARTICIPANT = (
        "industrial_innovation_system_participant",
        N_("participant of the industrial-innovation system"),
    )
    INDUSTRIAL_INNOVATION_ENTITY = "industrial_innovation_entity", N_("industrial-innovation entity")
    INDUSTRY_ENTITY = "industry_entity", N_("industry entity")
    MANUFACTURING_ENTERPRISE = "manufacturing_enterprise", N_("manufacturing enterprise")
    RECIPIENT = "recipient", N_("recipient of a measure")
    SCRAP_LEGAL_ENTITY = "scrap_legal_entity", N_("legal entity dealing in scrap metal")
    INTERDEPARTMENTAL_COMMISSION = "interdepartmental_commission", N_("interdepartmental commission")
    DEVELOPMENT_BANK = "development_bank", N_("Development Bank of Kazakhstan")
    FINANCIAL_AGENT = "financial_agent", N_("financial agent")
    CLUSTER_ORGANISATION = "cluster_organisation", N_("cluster organisation")
    FOREIGN_MINISTRY = "foreign_ministry", N_("Ministry of Foreign Affairs")
    FOREIGN_MISSION = "foreign_mission", N_("mission abroad")
    INVESTMENT_AUTHORITY = "investment_authority", N_("investment policy authority")
    HYDROCARBONS_AUTHORITY = "hydrocarbons_authority", N_("authority for hydrocarbons")
    SOLID_MINERALS_AUTHORITY = "solid_minerals_authority", N_("authority for solid minerals")
    EDUCATION_AUTHORITY = "education_authority", N_("education authority")
    ENVIRONMENT_AUTHORITY = "environment_authority", N_("environment authority")
    HIGHER_EDUCATION_ORGANISATION = "higher_education_organisation", N_("organisation of higher education")
    INNOVATION_INSTITUTE = "innovation_institute", N_("innovation institute")
    PRODUCERS_OBLIGATIONS_OPERATOR = (
        "producers_obligations_operator",
        N_("operator of the extended obligations of producers and importers"),
    )
    TECHNOLOGY_PARK = "technology_park", N_("technology park")
    COMMERCIALISATION_CENTRE = "commercialisation_centre", N_("technology commercialisation centre")
    DESIGN_BUREAU = "design_bureau", N_("design bureau")
    TECHNOLOGICAL_COMPETENCE_CENTRE = (
        "technological_competence_centre",
        N_("sectoral centre of technological competence"),
    )
    TECHNOLOGY_POLICY_COUNCIL = "technology_policy_council", N_("Technology Policy Council")
    CUSTOMER = "customer", N_("customer under the contracts of article 46")
    SUPPLIER = "supplier", N_("supplier under the contracts of article 46")
    RAW_MATERIAL_PRODUCER = "raw_material_producer", N_("producer of a domestic raw material good")
    ASSEMBLY_LEGAL_ENTITY = "assembly_legal_entity", N_("legal entity of an industrial assembly agreement")
    PRIME_MINISTER = "prime_minister", N_("Prime Minister")
    NATIONAL_BANK = "national_bank", N_("National Bank")
    EMPLOYMENT_AUTHORITY = "employment_authority", N_("employment authority")
    SCIENCE_AUTHORITY = "science_authority", N_("science authority")
    COURT = "court", N_("court")
    COMMISSION_GROUP = "commission_group", N_("working or expert group of the commission")
    NATIONAL_DEVELOPMENT_INSTITUTE = "national_development_institute", N_("national development institute")
    EMPOWERED_LEGAL_ENTITY = "empowered_legal_entity", N_("legal entity empowered to carry out incentives")
    EXPORT_CREDIT_AGENCY = "export_credit_agency", N_("Export Credit Agency of Kazakhstan")
    NATIONAL_WELFARE_FUND = "national_welfare_fund", N_("National Welfare Fund")
    NATIONAL_HOLDING = "national_holding", N_("national holding")
    NATIONAL_COMPANY = "national_company", N_("national company")
    SOCIAL_ENTREPRENEURIAL_CORPORATION = (
        "social_entrepreneurial_corporation",
        N_("social-entrepreneurial corporation"),
    )
    SUBSOIL_USER = "subsoil_user", N_("subsoil user")
    SECOND_TIER_BANK = "second_tier_bank", N_("second-tier bank")
    FINANCIAL_INSTITUTION = "financial_institution", N_("financial institution")
    LEASING_COMPANY = "leasing_company", N_("leasing company")
    RISK_INVESTMENT_FUND = "risk_investment_fund", N_("joint-stock investment fund for risk investment")
    VENTURE_FUND = "venture_fund", N_("venture fund")
    TECHNOLOGY_TRANSFER_CENTRE = "technology_transfer_centre", N_("international technology transfer centre")
    ASTANA_HUB = "astana_hub", N_("international technology park Astana Hub")
    AUTONOMOUS_EDUCATION_ORGANISATION = (
        "autonomous_education_organisation",
        N_("autonomous organisation of education"),
    )
    SCIENTIFIC_ORGANISATION = "scientific_organisation", N_("scientific organisation")
    INDIVIDUAL_ENTREPRENEUR = "individual_entrepreneur", N_("individual entrepreneur")
    DOMESTIC_PRODUCER = "domestic_producer", N_("domestic producer or supplier")
    DOMESTIC_TRADE_ENTITY = "domestic_trade_entity", N_("entity of domestic trade")
    MONITORED_ORGANISATION = "monitored_organisation", N_("organisation whose purchases are monitored")
    INVESTOR = "investor", N_("investor")
    TRANSNATIONAL_CORPORATION = "transnational_corporation", N_("transnational corporation")
    FOREIGN_BUYER = "foreign_buyer", N_("foreign buyer")
    FOREIGN_GOVERNMENT = "foreign_government", N_("foreign government")
    EURASIAN_ECONOMIC_COMMISSION = "eurasian_economic_commission", N_("Eurasian Economic Commission")
    ORGANISATION = "organisation", N_("organisation")
    EVERYONE = "everyone", N_("everyone")


# The parts of systems that carry provisions out, by letter: A1 to A8, B1 to B25 and so on.
SYSTEMS = frozenset(
    f"{letter}{n}" for letter, last in zip("ABCD", (8, 25, 19, 7), strict=True) for n in range(1, last + 1)
)

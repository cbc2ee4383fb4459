"""Which roles does the law give to bodies, what may a person do for an organisation, and to whom does one belong?"""

from enum import StrEnum

from ondiris.base.words import N_


class OrganisationKind(StrEnum):
    ENTERPRISE = "enterprise"
    PUBLIC_BODY = "public_body"


class Size(StrEnum):
    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Role(StrEnum):
    """Roles of bodies as the law names them; one body may hold several."""

    INDUSTRY_AUTHORITY = "industry_authority"  # 1.19, 9
    INDUSTRY_INSTITUTE = "industry_institute"  # 13.2
    LOCAL_EXECUTIVE_BODY = "local_executive_body"  # 11
    CENTRAL_STATE_BODY = "central_state_body"  # 5.2p3, 12


class Capacity(StrEnum):
    """What a mandate lets a person do for the organisation."""

    APPLICANT = "applicant"
    SIGNATORY = "signatory"
    CASE_OFFICER = "case_officer"
    DECISION_MAKER = "decision_maker"
    EXPERT = "expert"
    TREASURER = "treasurer"
    MONITOR = "monitor"
    KEEPER = "keeper"
    AUDITOR = "auditor"


class Owner(StrEnum):
    """To whom voting shares belong; persons who are no registered organisation are never named."""

    ORGANISATION = "organisation"
    STATE = "state"
    OTHER = "other"


class Status(StrEnum):
    """What an organisation is in the words of 46.2."""

    EXTRACTS_MINERALS = "extracts_minerals"
    NATIONAL_MANAGING_HOLDING = "national_managing_holding"
    NATIONAL_HOLDING = "national_holding"
    NATIONAL_COMPANY = "national_company"
    SOCIAL_ENTREPRENEURIAL_CORPORATION = "social_entrepreneurial_corporation"
    NATIONAL_WELFARE_FUND = "national_welfare_fund"


class Manager(StrEnum):
    """Into whose trust management an organisation was handed, as 46.2 tells them apart."""

    NATURAL_PERSON = "natural_person"
    NON_STATE_ENTITY = "non_state_entity"
    STATE_BODY = "state_body"
    STATE_ENTITY = "state_entity"


WORDS = {
    OrganisationKind.ENTERPRISE: N_("Enterprise"),
    OrganisationKind.PUBLIC_BODY: N_("Public body or institute"),
    Size.MICRO: N_("Micro"),
    Size.SMALL: N_("Small"),
    Size.MEDIUM: N_("Medium"),
    Size.LARGE: N_("Large"),
    Role.INDUSTRY_AUTHORITY: N_("Industry authority"),
    Role.INDUSTRY_INSTITUTE: N_("Industry institute"),
    Role.LOCAL_EXECUTIVE_BODY: N_("Local executive body"),
    Role.CENTRAL_STATE_BODY: N_("Central state body"),
    Capacity.APPLICANT: N_("Prepares and submits"),
    Capacity.SIGNATORY: N_("Signs"),
    Capacity.CASE_OFFICER: N_("Handles cases"),
    Capacity.DECISION_MAKER: N_("Decides"),
    Capacity.EXPERT: N_("Expert"),
    Capacity.TREASURER: N_("Pays and keeps the account"),
    Capacity.MONITOR: N_("Follows obligations"),
    Capacity.KEEPER: N_("Keeps lists and rates"),
    Capacity.AUDITOR: N_("Reads everything, changes nothing"),
    Owner.ORGANISATION: N_("A registered organisation"),
    Owner.STATE: N_("The State"),
    Owner.OTHER: N_("Others"),
    Status.EXTRACTS_MINERALS: N_("Subsoil user that extracts minerals other than common ones"),
    Status.NATIONAL_MANAGING_HOLDING: N_("National managing holding"),
    Status.NATIONAL_HOLDING: N_("National holding"),
    Status.NATIONAL_COMPANY: N_("National company"),
    Status.SOCIAL_ENTREPRENEURIAL_CORPORATION: N_("Social-entrepreneurial corporation"),
    Status.NATIONAL_WELFARE_FUND: N_("National Welfare Fund"),
    Manager.NATURAL_PERSON: N_("A natural person"),
    Manager.NON_STATE_ENTITY: N_("A non-State legal entity"),
    Manager.STATE_BODY: N_("A State body"),
    Manager.STATE_ENTITY: N_("A legal entity of the State"),
}

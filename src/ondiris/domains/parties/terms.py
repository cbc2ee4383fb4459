"""Which roles does the law give to bodies, what may a person do for an organisation, and to whom does one belong?"""

from collections.abc import Mapping
from enum import StrEnum

from ondiris.base.words import N_
from ondiris.law.provisions.terms import Bearer


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
    GOVERNMENT = "government"  # 8
    TRADE_AUTHORITY = "trade_authority"  # 10
    INNOVATION_AUTHORITY = "innovation_authority"  # 1.6
    HYDROCARBONS_AUTHORITY = "hydrocarbons_authority"  # 47
    SOLID_MINERALS_AUTHORITY = "solid_minerals_authority"  # 47
    RESPONSIBLE_STATE_BODY = "responsible_state_body"  # 6.2p3
    NATIONAL_MANAGING_HOLDING = "national_managing_holding"  # 6.2p4
    IN_COUNTRY_VALUE_INSTITUTE = "in_country_value_institute"  # 13.3
    EXPORT_INSTITUTE = "export_institute"  # 13.5


# As the register of provisions calls the same roles.
BEARERS: Mapping[Role, Bearer] = {role: Bearer(role.value) for role in Role}


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
    FOLLOWER = "follower"


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
    Role.GOVERNMENT: N_("Government"),
    Role.TRADE_AUTHORITY: N_("Trade authority"),
    Role.INNOVATION_AUTHORITY: N_("Innovation authority"),
    Role.HYDROCARBONS_AUTHORITY: N_("Authority for hydrocarbons"),
    Role.SOLID_MINERALS_AUTHORITY: N_("Authority for solid minerals"),
    Role.RESPONSIBLE_STATE_BODY: N_("Responsible State body"),
    Role.NATIONAL_MANAGING_HOLDING: N_("National managing holding"),
    Role.IN_COUNTRY_VALUE_INSTITUTE: N_("In-country value institute"),
    Role.EXPORT_INSTITUTE: N_("Export institute"),
    Capacity.APPLICANT: N_("Prepares and submits"),
    Capacity.SIGNATORY: N_("Signs"),
    Capacity.CASE_OFFICER: N_("Handles cases"),
    Capacity.DECISION_MAKER: N_("Decides"),
    Capacity.EXPERT: N_("Expert"),
    Capacity.TREASURER: N_("Pays and keeps the account"),
    Capacity.MONITOR: N_("Follows obligations"),
    Capacity.KEEPER: N_("Keeps lists and settings"),
    Capacity.AUDITOR: N_("Reads everything, changes nothing"),
    Capacity.FOLLOWER: N_("Follows the body's own duties"),
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

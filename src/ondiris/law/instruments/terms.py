"""In which words do we speak of the acts that the law calls for?"""

from ondiris.base.words import N_
from ondiris.law.provisions.terms import Term


class Sort(Term):
    """What sort of act does the law call for?"""

    RULES = "rules", N_("rules")
    METHODOLOGY = "methodology", N_("methodology")
    LIST = "list", N_("list")
    FORM = "form", N_("form")
    STANDARD_AGREEMENT = "standard_agreement", N_("form of a standard agreement")
    STATUTE = "statute", N_("statute")
    RESOLUTION = "resolution", N_("resolution of the Government")
    TERMS = "terms", N_("terms and mechanisms")
    REQUIREMENTS = "requirements", N_("requirements")
    DECISION = "decision", N_("decision")
    MEASURES = "measures", N_("measures")
    PLAN = "plan", N_("plan, map or main directions")
    INTERNAL = "internal", N_("internal documents")


class Status(Term):
    """Where does an act that the law calls for stand? Nothing is said where nothing is known."""

    TO_DRAFT = "to_draft", N_("to draft")
    AGREED = "agreed", N_("agreed")
    APPROVED = "approved", N_("approved, not yet in force")
    IN_FORCE = "in_force", N_("in force")
    REPLACED = "replaced", N_("no longer in force")

"""Which states does an edition of a list pass through?"""

from enum import StrEnum

from ondiris.base.words import N_


class EditionState(StrEnum):
    DRAFT = "draft"
    AGREED = "agreed"
    APPROVED = "approved"
    PUBLISHED = "published"


WORDS = {
    EditionState.DRAFT: N_("Draft"),
    EditionState.AGREED: N_("Agreed"),
    EditionState.APPROVED: N_("Approved"),
    EditionState.PUBLISHED: N_("Published"),
}

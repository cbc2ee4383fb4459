"""May this be done, and if not, why?"""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, or no with the reason, in words that a person is shown.

    `deputy_for` names the holder of the mandate where the right to do it is another person's, lent for an absence.
    """

    allowed: bool
    reason: str | Promise = ""
    deputy_for: str = ""

    def __bool__(self) -> bool:
        return self.allowed


def no(reason: str | Promise) -> Answer:
    """A refusal that carries its reason."""
    return Answer(False, reason)

"""May this be done, and if not, why?"""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, or no with the reason, in words that a person is shown."""

    allowed: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(True)


def no(reason: str | Promise) -> Answer:
    """A refusal that carries its reason."""
    return Answer(False, reason)

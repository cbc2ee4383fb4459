"""What can go wrong in an act, as a person is told it?"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class Trouble(Exception):
    """Something an act refuses; nothing of the act has been written.

    `message` is a sentence for the person; `provision` the article it rests on, where it rests on one.
    """

    code = "trouble"

    def __init__(self, message: Text, *, provision: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.provision = provision


class NotPermitted(Trouble):
    """The actor may not do this; the reason is said and the attempt goes to the access log."""

    code = "not-permitted"


class NotFound(Trouble):
    """There is no such thing, or it is not the actor's to see: the two are not told apart."""

    code = "not-found"

    def __init__(self, message: Text = _("There is no such page, or it is not yours to see.")) -> None:
        super().__init__(message)


class WrongState(Trouble):
    """The thing has moved on: this act is not possible where it stands now."""

    code = "wrong-state"


class Stale(Trouble):
    """Somebody else changed the thing after this page was opened."""

    code = "stale"

    def __init__(self) -> None:
        super().__init__(_("Somebody changed this after you opened the page. Look at it as it is now, then try again."))


class BadInput(Trouble):
    """Fields that cannot be taken as typed: `fields` maps a field's name to its sentence."""

    code = "bad-input"

    def __init__(self, fields: Mapping[str, Text]) -> None:
        super().__init__(_("Some fields need your attention."))
        self.fields = dict(fields)

    def __str__(self) -> str:
        return "; ".join(f"{name}: {text}" for name, text in self.fields.items())

"""A person says in which language they are written to."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import beginning
from ondiris.base.answers import Answer
from ondiris.base.errors import BadInput
from ondiris.domains.parties.models import User


def may_choose(actor: Actor) -> Answer:
    """Everybody, for themselves."""
    return Answer(True)


@beginning("person.language", _("Choose the language of letters"), User, "", may_choose)
def choose_language(actor: Actor, *, language: str) -> tuple[User, dict[str, Any]]:
    """The language of the actor's own mails. BadInput where there is none of this code."""
    if language not in dict(settings.LANGUAGES):
        raise BadInput({"language": _("Choose one of the languages.")})
    person = User.objects.select_for_update().get(pk=actor.user_id)
    person.language = language
    person.save(update_fields=["language"])
    return person, {"language": language}

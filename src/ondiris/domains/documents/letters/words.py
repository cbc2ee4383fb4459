"""Which phrases do letters of every kind share?"""

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.domains.documents.letters.content import Party
from ondiris.domains.parties.models import Organisation


def article(provision: str) -> str:
    """The short name of a provision: art. and its id."""
    return _("art. %(provision)s") % {"provision": provision}


def law() -> str:
    """The law that letters cite, for the foot of the page."""
    return _("Law of the Republic of Kazakhstan of 27 December 2021 No. 86-VII “On Industrial Policy”")


def organisation(one: Organisation) -> Party:
    """An organisation by its name and BIN."""
    return Party(one.name, (_bin(one.bin),))


def acting_for(actor: Actor) -> Party:
    """The organisation that the actor acts for."""
    return Party(actor.organisation_name, (_bin(actor.organisation_bin),))


def signed_by(actor: Actor, capacity: str) -> Party:
    """The person who did the act in a capacity, for whom, in whose stead, and when."""
    holder = actor.deputy_in(capacity)
    stead = [_("as deputy of %(holder)s") % {"holder": holder}] if holder else []
    return Party(actor.name, (actor.organisation_name, *stead, figures.day(actor.on)))


def method(name: str) -> str:
    """By which method somebody signed."""
    return _("signed by entering the password again") if name == "password" else name


def _bin(number: str) -> str:
    return _("BIN %(number)s") % {"number": number}

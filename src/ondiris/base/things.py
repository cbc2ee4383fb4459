"""Which rows are about given things?"""

from functools import reduce
from operator import or_

from django.db.models import Q


def about(*things: tuple[str, str]) -> Q:
    """The condition that a row's thing_kind and thing name one of the things, each (kind, number), for querysets."""
    return reduce(or_, (Q(thing_kind=kind, thing=number) for kind, number in things), Q(pk__in=()))

"""A process that submits, decides, signs and pays whatever there is, until it is killed.

`python -m tests.faults.worker DATABASE SEED` says on its output what it begins and what it has done.
"""

import os
import random
import sys
from collections.abc import Callable
from datetime import date
from functools import partial

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()

from django.db import connection  # noqa: E402

from ondiris.base.actors import Actor  # noqa: E402
from ondiris.base.acts import Thing  # noqa: E402
from ondiris.base.errors import Trouble  # noqa: E402
from ondiris.domains.agreements.actions.pay import pay  # noqa: E402
from ondiris.domains.agreements.actions.sign import accept, sign  # noqa: E402
from ondiris.domains.agreements.models import Agreement, Instalment  # noqa: E402
from ondiris.domains.applications.actions.decide import decide  # noqa: E402
from ondiris.domains.applications.actions.submit import submit  # noqa: E402
from ondiris.domains.applications.models import Application  # noqa: E402
from ondiris.domains.parties.models import Mandate  # noqa: E402
from ondiris.domains.parties.queries import actor_for  # noqa: E402

DAY = date(2024, 6, 3)
PASSWORD = "a long password"
KINDS = ("submit", "decide", "accept", "sign", "pay")


def who(capacity: str, name: str) -> Actor:
    """The person of this name who has the capacity."""
    mandate = Mandate.objects.select_related("user", "organisation").get(capacity=capacity, user__name=name)
    acting = actor_for(mandate.user, mandate.organisation, DAY)
    assert acting is not None
    return acting


def steps() -> list[tuple[str, Callable[[], object]]]:
    """What can be done now."""
    recipient, state = who("applicant", "Aigerim"), who("decision_maker", "Gulnara")
    treasurer = who("treasurer", "Botagoz")
    unpaid = Instalment.objects.filter(agreement__state="in_force", due_on__lte=DAY, transfer=None)
    return [
        *(("submit", partial(submit, recipient, n)) for n in numbers(Application, "draft")),
        *(("decide", partial(decide, state, n)) for n in numbers(Application, "proposed")),
        *(("accept", partial(accept, recipient, n, proof=PASSWORD)) for n in numbers(Agreement, "offered")),
        *(("sign", partial(sign, state, n, proof=PASSWORD)) for n in numbers(Agreement, "signed_by_recipient")),
        *(
            ("pay", partial(pay, treasurer, number, place=place))
            for number, place in unpaid.order_by("agreement", "place").values_list("agreement__number", "place")
        ),
    ]


def numbers(model: type[Thing], state: str) -> list[str]:
    return list(model._default_manager.filter(state=state).values_list("number", flat=True))


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(database: str, seed: int) -> None:
    connection.settings_dict["NAME"] = database
    chance = random.Random(seed)
    say("ready")
    while possible := steps():
        for name in chance.sample(KINDS, len(KINDS)):
            for act in [act for kind, act in possible if kind == name][:1]:
                say(f"begin {name}")
                try:
                    act()
                except Trouble as refused:  # the other process was quicker
                    say(f"refused {name}: {refused}")
                else:
                    say(f"done {name}")
    say("finished")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))

"""Processes killed in the middle of signing, paying and submitting leave no half act behind."""

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.db import connection, transaction

from ondiris.base.journal import chain
from ondiris.base.journal.models import Entry
from ondiris.domains.agreements.actions.plan import offer, plan
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.agreements.models import Agreement, Instalment, Target
from ondiris.domains.applications.models import Application, Attachment
from tests.factories import DAY, Country, actor, agreement, application, country
from tests.faults.whole import troubles

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, AT_ONCE = 5, 2
EACH = 90  # drafts to submit, agreements to sign, and instalments to pay
PASSWORD = "a long password"


@dataclass
class Worker:
    """A process at work, and what it said until it ended."""

    process: subprocess.Popen[str]
    said: list[str]

    @property
    def was_in_the_middle(self) -> bool:
        return bool(self.said) and self.said[-1].startswith("begin ")


def start(database: str, seed: int) -> Worker:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.worker", database, str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])},
        stdout=subprocess.PIPE,
        text=True,
    )
    return Worker(process, [])


def kill(worker: Worker) -> None:
    worker.process.kill()
    out, _none = worker.process.communicate()
    worker.said += out.splitlines()


def until_nobody_is_connected(database: str) -> None:
    """A server process ends a moment after the client that was killed."""
    with connection.cursor() as cursor:
        for _try in range(500):
            cursor.execute(
                "select count(*) from pg_stat_activity where datname = %s and pid <> pg_backend_pid()", [database]
            )
            if cursor.fetchone() == (0,):
                return
            time.sleep(0.02)
    raise AssertionError("somebody is still connected")


@transaction.atomic
def much_to_do(made: Country) -> None:
    """Drafts, offers, and one agreement with many small instalments; all but the first of a kind are copies."""
    draft, offered = application(made), agreement(made, "offered")
    granted = offered.application
    for place in range(1, EACH):
        copied = copy(draft, number=f"IG-2023-{place:05d}", version=1)
        Attachment.objects.bulk_create(
            Attachment(application=copied, requirement=a.requirement, document=a.document)
            for a in draft.attachments.all()
        )
        owner = copy(granted, number=f"IG-2022-{place:05d}", version=1)
        other = copy(offered, number=f"IG-A-2022-{place:05d}", version=1, application=owner)
        for undertaking in offered.undertakings.all():
            targets = list(undertaking.targets.all())
            under = copy(undertaking, agreement=other)
            Target.objects.bulk_create(Target(undertaking=under, year=t.year, value=t.value) for t in targets)
        Instalment.objects.create(agreement=other, place=1, due_on=DAY.replace(year=2030), amount=other.amount)
    number = agreement(made, "drawn").number
    small = [(DAY, Decimal("1000000.01"))] * (EACH - 1)
    rest = Decimal("100000000") - sum(amount for _day, amount in small)
    officer = actor(made, "officer", DAY)
    plan(officer, number, instalments=[*small, (DAY, rest)])
    offer(officer, number)
    accept(actor(made, "applicant", DAY), number, proof=PASSWORD)
    sign(actor(made, "decider", DAY), number, proof=PASSWORD)


def copy(thing, **changed):
    copied = type(thing).objects.get(pk=thing.pk)
    copied.pk = None
    for name, value in changed.items():
        setattr(copied, name, value)
    copied._state.adding = True
    copied.save()
    return copied


def test_killed_again_and_again_no_act_is_half_done(own_database):
    made = country()
    much_to_do(made)
    kept = [chain.head()]
    assert troubles(kept) == []
    chance = random.Random()
    killed: list[Worker] = []
    for round_ in range(ROUNDS):
        workers = [start(own_database, round_ * AT_ONCE + n) for n in range(AT_ONCE)]
        for worker in workers:
            assert worker.process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.05, 0.4))
        for worker in workers:
            kill(worker)
        until_nobody_is_connected(own_database)
        assert troubles(kept) == []
        kept.append(chain.head())
        killed += workers
    done = [line.split()[1] for worker in killed for line in worker.said if line.startswith("done ")]
    assert {"submit", "accept", "sign", "pay"} <= set(done)
    assert sum(worker.was_in_the_middle for worker in killed) > len(killed) // 2


def test_what_was_interrupted_can_be_done_again(own_database):
    made = country()
    much_to_do(made)
    worker = start(own_database, 0)
    assert worker.process.stdout.readline() == "ready\n"
    time.sleep(0.3)
    kill(worker)
    until_nobody_is_connected(own_database)
    finishing = start(own_database, 1)
    out, _none = finishing.process.communicate(timeout=60)
    assert out.splitlines()[-1] == "finished"
    assert not Application.objects.filter(state="draft").exists()
    assert set(Agreement.objects.values_list("state", flat=True)) == {"in_force"}
    assert not Instalment.objects.filter(due_on__lte=DAY, transfer=None).exists()
    assert Entry.objects.filter(act="agreement.pay").count() == EACH
    assert troubles([]) == []

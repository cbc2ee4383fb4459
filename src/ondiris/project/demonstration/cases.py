"""How is a case brought, by real acts, to the state where a demonstration or a test begins?"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ondiris.base.actors import Actor
from ondiris.domains.agreements.actions.draw import draw
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer, plan
from ondiris.domains.agreements.actions.report import accept_report, begin_report, save_report, submit_report
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.agreements.models import Agreement, Report
from ondiris.domains.applications.actions.ask import ask
from ondiris.domains.applications.actions.attach import attach
from ondiris.domains.applications.actions.begin import begin
from ondiris.domains.applications.actions.decide import decide, propose
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.examine import assess, declare, examine
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.models import Application
from ondiris.domains.documents.keeping import Upload
from ondiris.domains.measures.catalogue import measure
from ondiris.law.rulebook import StatedBy

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
APPLICATION_STATES = ("draft", "submitted", "checking", "asked", "examining", "examined", "proposed", "decided")
AGREEMENT_STATES = ("drawn", "planned", "offered", "accepted", "in_force", "paid")

Cast = Callable[[str, date], Actor]  # who acts, by the name of the part, on a day


def upload(name: str = "plan.pdf", content: bytes = PDF) -> Upload:
    """A file as it comes in."""
    return Upload(name, len(content), io.BytesIO(content))


@dataclass
class Calendar:
    """Days on which the acts of a case are done: each step `pace` days after the one before."""

    day: date
    pace: int = 0

    def next(self) -> date:
        """The day of the next step."""
        today = self.day
        self.day += timedelta(days=self.pace)
        return today


@dataclass(frozen=True)
class Decided:
    """What is proposed and decided: to grant an amount, or to refuse on a ground, or the other law."""

    kind: str = "grant"
    ground: str = ""
    amount: Decimal | None = None
    officials_find: Mapping[str, Any] | None = None


def application(
    cast: Cast,
    state: str,
    calendar: Calendar,
    answers: Mapping[str, Any],
    *,
    who: str = "applicant",
    measure_name: str = "industrial-grant",
    decided: Decided | None = None,
) -> Application:
    """An application in one of APPLICATION_STATES; "examined" is still with the experts, who have all scored."""
    steps = APPLICATION_STATES[1 : APPLICATION_STATES.index(state) + 1]
    decided = decided or Decided()
    chosen = measure(measure_name)
    begun = calendar.next()
    number = begin(cast(who, begun), measure_name=measure_name).number
    save(cast(who, begun), number, answers=answers)
    for required in chosen.documents:
        attach(cast(who, begun), number, requirement=required.name, upload=upload(f"{required.name}.pdf"))
    if "submitted" in steps:
        submit(cast(who, calendar.next()), number)
    if "checking" in steps:
        _check(cast, calendar.next(), number, decided.officials_find or {})
    if state == "asked":
        ask(cast("officer", calendar.next()), number, text="Who will run the new line?")
    if "examining" in steps and state != "asked" and chosen.experts_needed:
        _examine(cast, calendar.next(), number, scored="examined" in steps)
    if "proposed" in steps:
        amount = decided.amount if decided.kind == "grant" else None
        propose(cast("officer", calendar.next()), number, kind=decided.kind, ground=decided.ground, amount=amount)
    if "decided" in steps:
        decide(cast("decider", calendar.next()), number)
    return Application.objects.get(number=number)


def _check(cast: Cast, on: date, number: str, found: Mapping[str, Any]) -> None:
    officer = cast("officer", on)
    taken = take(officer, number)
    usual = {"in_agro_industry": False, "documents_complete": True, "has_arrears": False, **found}
    for fact in measure(taken.measure).facts.facts.values():
        if fact.stated_by == StatedBy.OFFICIAL and fact.name in usual:
            establish(officer, number, fact=fact.name, value=usual[fact.name])


def _examine(cast: Cast, on: date, number: str, *, scored: bool) -> None:
    experts = [cast(name, on) for name in ("expert", "second_expert")]
    asked = examine(cast("officer", on), number, experts=[expert.user_id for expert in experts])
    if not scored:
        return
    scores = {criterion.name: criterion.most - 2 for criterion in measure(asked.measure).criteria}
    for expert in experts:
        declare(expert, number, has_conflict=False)
        assess(expert, number, scores=scores, opinion="The project is sound.")


def agreement(
    cast: Cast,
    granted: Application,
    state: str,
    calendar: Calendar,
    instalments: Sequence[tuple[date, Decimal]],
    proofs: Mapping[str, str],
    *,
    who: str = "applicant",
) -> Agreement:
    """The agreement after a granted application, in one of AGREEMENT_STATES; "paid" paid each instalment when due.

    `proofs` gives what each side signs with, by part.
    """
    steps = AGREEMENT_STATES[1 : AGREEMENT_STATES.index(state) + 1]
    number = draw(cast("officer", calendar.next()), application_number=granted.number).number
    if "planned" in steps:
        plan(cast("officer", calendar.next()), number, instalments=instalments)
    if "offered" in steps:
        offer(cast("officer", calendar.next()), number)
    if "accepted" in steps:
        accept(cast(who, calendar.next()), number, proof=proofs[who])
    if "in_force" in steps:
        sign(cast("decider", calendar.next()), number, proof=proofs["decider"])
    if "paid" in steps:
        for place, (due_on, _amount) in enumerate(instalments, 1):
            pay(cast("treasurer", due_on), number, place=place)
    return Agreement.objects.get(number=number)


def report(
    cast: Cast, signed: Agreement, year: int, values: Sequence[str], *, who: str = "applicant", state: str = "accepted"
) -> Report:
    """The report for a year, handed in on 1 February of the next; `values` in the order of undertakings."""
    on = date(year + 1, 2, 1)
    recipient = cast(who, on)
    number = begin_report(recipient, agreement_number=signed.number, year=year).number
    undertakings = list(signed.undertakings.order_by("pk"))
    save_report(
        recipient,
        number,
        answers={f"value_{u.pk}": value for u, value in zip(undertakings, values, strict=True)},
        proofs={u.pk: upload("proof.pdf") for u in undertakings},
    )
    if state != "draft":
        submit_report(recipient, number)
    if state == "accepted":
        accept_report(cast("monitor", on), number)
    return Report.objects.get(number=number)

"""By which addresses is every act done?

`POST /applications/{number}/acts/{act}` and so on: a row of the tables below for each act, its schema beside it. The
thing is looked up among those that the caller may see; then the act itself asks permission, state and version.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from ninja import Router
from pydantic import BaseModel

from ondiris.api.calling import KeyedRequest
from ondiris.api.once import once
from ondiris.api.reading import Number
from ondiris.api.v1 import agreements, applications, bodies, claims, reports
from ondiris.api.v1.drafting import kept_answers
from ondiris.api.v1.examples import example
from ondiris.api.v1.seeing import seen
from ondiris.base.actors import Actor
from ondiris.base.acts import Act
from ondiris.base.errors import BadInput
from ondiris.domains.agreements.actions.follow import give_notice
from ondiris.domains.agreements.actions.pay import pay
from ondiris.domains.agreements.actions.plan import offer, plan, take_back
from ondiris.domains.agreements.actions.report import (
    accept_report,
    detach_proof,
    save_report,
    send_back_report,
    submit_report,
)
from ondiris.domains.agreements.actions.sign import accept, sign
from ondiris.domains.agreements.models import Report
from ondiris.domains.applications.actions.ask import answer, ask, go_on
from ondiris.domains.applications.actions.attach import detach
from ondiris.domains.applications.actions.decide import decide, fund, propose, send_back
from ondiris.domains.applications.actions.establish import establish
from ondiris.domains.applications.actions.examine import assess, declare, examine
from ondiris.domains.applications.actions.save import save
from ondiris.domains.applications.actions.submit import submit
from ondiris.domains.applications.actions.take import take
from ondiris.domains.applications.actions.withdraw import withdraw
from ondiris.domains.applications.models import Application
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.models import User
from ondiris.domains.recovery.actions.claim import demand, drop, receive
from ondiris.domains.recovery.actions.close import close
from ondiris.domains.recovery.actions.lift import lift_notice
from ondiris.law.types import BadValue


@dataclass(frozen=True)
class Kind:
    """A kind of thing: where its acts stand, which of them the caller may see, and how one is answered."""

    router: Router
    visible: Callable[[Actor], QuerySet[Any]]
    shown: Callable[[Actor, Any], BaseModel]
    answer: type[BaseModel]


@dataclass(frozen=True)
class Offered:
    """An act with what it takes; `data` makes of the body what the act is given, `fields` names its fields alike."""

    act: Act[Any]
    body: type[bodies.ActBody] = bodies.ActBody
    data: Callable[[Any, Any], Mapping[str, Any]] = field(default=lambda thing, body: body.data())
    fields: Callable[[Any, str], str] = field(default=lambda thing, name: name)


def _established(application: Application, body: bodies.Establish) -> Mapping[str, Any]:
    fact = measure(application.measure).facts.facts.get(body.fact)
    try:
        if fact is not None:
            fact.type.parse(body.value)
    except BadValue as error:
        raise BadInput({"value": _(str(error))}) from error
    return body.data()


def _experts(application: Application, body: bodies.Examine) -> Mapping[str, Any]:
    wanted = [email.lower() for email in body.experts]
    known = dict(User.objects.annotate(address=Lower("email")).filter(address__in=wanted).values_list("address", "pk"))
    strange = [email for email in wanted if email not in known]
    if strange:
        raise BadInput({"experts": _("%(who)s: not known.") % {"who": ", ".join(strange)}})
    return {"experts": list(known.values())}


def _scores(application: Application, body: bodies.Assess) -> Mapping[str, Any]:
    criteria = {criterion.name for criterion in measure(application.measure).criteria}
    if strange := body.scores.keys() - criteria:
        raise BadInput({f"scores.{name}": _("There is no such criterion.") for name in sorted(strange)})
    return body.data()


def _values(report: Report, body: bodies.SaveReport) -> Mapping[str, Any]:
    keys = {place: key for key, place in reports.places(report.agreement).items()}
    wrong = {
        f"values[{n}].undertaking": _("The agreement has no undertaking at this place.")
        for n, one in enumerate(body.values)
        if one.undertaking not in keys
    }
    if wrong:
        raise BadInput(wrong)
    return {"answers": {f"value_{keys[one.undertaking]}": one.value for one in body.values}}


def _field_of_report(report: Report, name: str) -> str:
    """`value_12` of an undertaking's key, as `value of undertaking 2`, the place in the agreement."""
    said = re.fullmatch(r"(value|proof)_(\d+)", name)
    return f"{said[1]}[{reports.places(report.agreement)[int(said[2])]}]" if said else name


def _field_of_draft(application: Application, name: str) -> str:
    """`goods-0-commodity_code` of a form's rows as the place in the body."""
    said = re.fullmatch(r"(\w+)-(\d+)-(\w+)", name)
    return f"{said[1]}[{said[2]}].{said[3]}" if said else name


def _field_of_plan(agreement: Any, name: str) -> str:
    """`amount_2` of a form's rows as the place in the body."""
    said = re.fullmatch(r"(amount|due_on)_(\d+)", name)
    return f"instalments[{int(said[2]) - 1}].{said[1]}" if said else name


def _field_of_proof(agreement: Any, name: str) -> str:
    return "proof" if name == "password" else name


APPLICATION = Kind(applications.router, applications.visible, applications.shown, applications.ApplicationOut)
AGREEMENT = Kind(agreements.router, agreements.visible, agreements.shown, agreements.AgreementOut)
REPORT = Kind(reports.router, reports.visible_reports, reports.shown, reports.ReportOut)
CLAIM = Kind(claims.router, claims.visible_claims, claims.shown, claims.ClaimOut)

OFFERED: Mapping[Kind, tuple[Offered, ...]] = {
    APPLICATION: (
        Offered(save, bodies.Save, lambda application, body: {"answers": kept_answers(application, body)}),
        Offered(detach, bodies.Detach),
        Offered(submit, fields=_field_of_draft),
        Offered(take),
        Offered(ask, bodies.Ask),
        Offered(answer, bodies.Said),
        Offered(go_on, bodies.Reasoned),
        Offered(establish, bodies.Establish, _established),
        Offered(examine, bodies.Examine, _experts),
        Offered(declare, bodies.Declare),
        Offered(assess, bodies.Assess, _scores),
        Offered(propose, bodies.Propose),
        Offered(send_back, bodies.Reasoned),
        Offered(decide),
        Offered(fund),
        Offered(withdraw, bodies.Withdraw),
    ),
    AGREEMENT: (
        Offered(plan, bodies.Plan, fields=_field_of_plan),
        Offered(offer),
        Offered(take_back, bodies.Reasoned),
        Offered(accept, bodies.Sign, fields=_field_of_proof),
        Offered(sign, bodies.Sign, fields=_field_of_proof),
        Offered(pay, bodies.Pay),
        Offered(give_notice, bodies.Said),
        Offered(lift_notice, bodies.Reasoned),
        Offered(close),
    ),
    REPORT: (
        Offered(save_report, bodies.SaveReport, _values),
        Offered(detach_proof, bodies.Detach),
        Offered(submit_report, fields=_field_of_report),
        Offered(send_back_report, bodies.Remarked),
        Offered(accept_report, fields=_field_of_report),
    ),
    CLAIM: (Offered(demand), Offered(drop, bodies.Reasoned), Offered(receive, bodies.Receive)),
}


def _open(kind: Kind, offered: Offered) -> None:
    """Give an act its address."""
    act, taken = offered.act, offered.body
    name = act.move.name

    @once(200)
    def do(request: KeyedRequest, number: Number, body: taken) -> BaseModel:  # type: ignore[valid-type]
        actor = request.auth.actor
        thing = seen(actor, kind.visible(actor), number)
        try:
            done = act(actor, number, version=body.version, **offered.data(thing, body))  # type: ignore[attr-defined]
        except BadInput as wrong:
            raise BadInput({offered.fields(thing, key): text for key, text in wrong.fields.items()}) from wrong
        return kind.shown(actor, done)

    with translation.override("en"):
        title = str(act.title)
    kind.router.post(
        f"/{{number}}/acts/{name}",
        response=kind.answer,
        operation_id=act.name.replace(".", "_"),
        url_name=act.name,
        summary=title,
        openapi_extra=example(taken),
        description=f"{(act.__doc__ or title).split('. ')[0].rstrip('.')}. Done by {act.move.who} (article {act.provision}).",
    )(do)


for _kind, _acts in OFFERED.items():
    for _act in _acts:
        _open(_kind, _act)

"""An edition of a list is drafted, agreed, approved and published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from ondiris.base.actors import Actor
from ondiris.base.acts import Outcome, act, beginning
from ondiris.base.errors import BadInput, NotPermitted, Text
from ondiris.base.lines import trouble_with_line
from ondiris.base.numbering.next import next_number
from ondiris.domains.lists.flow import FLOW
from ondiris.domains.lists.models import ApprovedList, Edition, Line
from ondiris.domains.lists.permissions import (
    PLANNED,
    may_agree,
    may_approve,
    may_begin,
    may_edit,
    may_publish,
    may_reopen,
)
from ondiris.domains.lists.publishing import make_way
from ondiris.domains.lists.queries import CONTRACT_GOODS
from ondiris.domains.lists.terms import EditionState


@dataclass(frozen=True, slots=True)
class Good:
    """A line as it is typed: a commodity code's first digits and the good's names."""

    prefix: str
    name_kk: str
    name_ru: str
    name_en: str


@beginning("edition.begin", _("Begin a new edition"), Edition, "26.1", may_begin)
def begin_edition(
    actor: Actor, *, code: str, title: str, valid_from: date, valid_to: date | None = None
) -> tuple[Edition, dict[str, Any]]:
    """A draft with the goods of the newest edition, to be changed. BadInput for a reversed period or no title."""
    if code == CONTRACT_GOODS:
        raise NotPermitted(PLANNED, provision="47.4")
    wrong: dict[str, Text] = {}
    if trouble := trouble_with_line(title, 200):
        wrong["title"] = trouble
    if valid_to is not None and valid_to <= valid_from:
        wrong["valid_to"] = _("The last day must come after the first.")
    begun = Edition.objects.filter(list__code=code, valid_from=valid_from)
    if begun.exclude(state=EditionState.PUBLISHED).exists():
        wrong["valid_from"] = _("An edition from this day is already begun.")
    if wrong:
        raise BadInput(wrong)
    approved_list = ApprovedList.objects.get(code=code)
    last = approved_list.editions.order_by("-pk").first()
    edition = Edition.objects.create(
        number=next_number("LIST", actor.on.year),
        state=EditionState.DRAFT,
        list=approved_list,
        title=title.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    if last is not None:
        Line.objects.bulk_create(
            Line(
                edition=edition,
                prefix=line.prefix,
                name_kk=line.name_kk,
                name_ru=line.name_ru,
                name_en=line.name_en,
            )
            for line in last.lines.all()
        )
    return edition, {"list": code, "title": title, "valid_from": valid_from, "valid_to": valid_to}


@act(FLOW, "edit", _("Change the goods"), Edition, may_edit)
def edit(actor: Actor, edition: Edition, *, goods: Sequence[Good]) -> Outcome:
    """Replace the draft's goods. BadInput names the row that is not a code, has no name, or stands twice."""
    wrong: dict[str, Text] = {}
    seen: set[str] = set()
    for row, good in enumerate(goods, 1):
        if not (good.prefix.isascii() and good.prefix.isdigit()) or len(good.prefix) not in (2, 4, 6, 8, 9, 10):
            wrong[f"prefix_{row}"] = _("A commodity code has 2, 4, 6, 8, 9 or 10 digits.")
        elif good.prefix in seen:
            wrong[f"prefix_{row}"] = _("This code already stands above.")
        for name in (good.name_kk, good.name_ru, good.name_en):
            if trouble := trouble_with_line(name, 300, _("Name the good in all three languages.")):
                wrong[f"name_{row}"] = trouble
        seen.add(good.prefix)
    if wrong:
        raise BadInput(wrong)
    edition.lines.all().delete()
    Line.objects.bulk_create(
        Line(edition=edition, prefix=g.prefix, name_kk=g.name_kk, name_ru=g.name_ru, name_en=g.name_en) for g in goods
    )
    return Outcome({"goods": [g.prefix for g in goods]})


@act(FLOW, "agree", _("Mark as agreed"), Edition, may_agree)
def agree(actor: Actor, edition: Edition) -> Outcome:
    """The draft was agreed with those who must. BadInput for an empty one."""
    if not edition.lines.exists():
        raise BadInput({"goods": _("The edition has no goods.")})
    return Outcome()


@act(FLOW, "reopen", _("Open the draft again"), Edition, may_reopen)
def reopen(actor: Actor, edition: Edition) -> Outcome:
    """Back to drafting."""
    return Outcome()


@act(FLOW, "approve", _("Approve the edition"), Edition, may_approve)
def approve(actor: Actor, edition: Edition, *, act_number: str, act_date: date) -> Outcome:
    """Approved by an act with number and date; an edition does not take effect before its act."""
    wrong: dict[str, Text] = {}
    if trouble := trouble_with_line(act_number, 60, _("Give the number of the approving act.")):
        wrong["act_number"] = trouble
    if act_date > edition.valid_from:
        wrong["act_date"] = _("The edition is to take effect before the act that approves it.")
    if wrong:
        raise BadInput(wrong)
    edition.act_number, edition.act_date = act_number.strip(), act_date
    return Outcome({"act_number": act_number, "act_date": act_date})


@act(FLOW, "publish", _("Publish the edition"), Edition, may_publish)
def publish(actor: Actor, edition: Edition) -> Outcome:
    """In force in its period; the open-ended edition before it ends where this one begins."""
    before = make_way(edition)
    return Outcome({"ends": before.number if before else ""})

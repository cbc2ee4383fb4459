"""What keeps a change of a contract from being made: what was done under it is not amended away?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ondiris.base.words import N_
from ondiris.domains.contracts.content import GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.judging import approved_codes, on_a_line
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.queries import delivered_volumes
from ondiris.domains.contracts.terms import PerformanceState

Years = dict[tuple[int, int], YearTerms]  # by the good's place and the year


def trouble_with_change(contract: Contract, before: Terms, after: Terms, on: date) -> dict[str, str]:
    """What stands against `after` in place of `before` on a day, an English sentence by field; fields as in `content`."""
    if before == after:
        return {"goods": N_("This is the wording in force: nothing would change.")}
    return {
        **dict(_term(before, after, on)),
        **dict(_goods(contract, before, after, on)),
        **dict(_volumes(delivered_volumes(contract), before, after, on)),
        **dict(_conditions(contract, before, after)),
    }


def _term(before: Terms, after: Terms, on: date) -> Iterator[tuple[str, str]]:
    if after.starts_on != before.starts_on and min(after.starts_on, before.starts_on) <= on:
        yield "starts_on", N_("The first day has passed and stays as it is.")
    if after.ends_on < on:
        yield "ends_on", N_("A contract is not ended in the past.")


def _goods(contract: Contract, before: Terms, after: Terms, on: date) -> Iterator[tuple[str, str]]:
    """A place is one good through all wordings, and a good that comes in stands on an approved line like the first."""
    known = {good.place: good for good in before.goods}
    approved: set[str] | None = None
    for nth, good in enumerate(after.goods, 1):
        same = known.get(good.place)
        if same is not None and (same.code, same.unit) != (good.code, good.unit):
            yield f"goods_{nth}_code", N_("Another code or unit is another good: add it beside this one.")
        if same is None and contract.line_id is not None:
            if approved is None:
                approved = set(approved_codes(contract.customer_id, contract.kind, on).values())
            if not on_a_line(good.code, approved):
                yield f"goods_{nth}_code", N_("This good stands on no approved line of the customer.")


def _volumes(
    delivered: dict[tuple[int, int], Decimal], before: Terms, after: Terms, on: date
) -> Iterator[tuple[str, str]]:
    """Years that are over stay as they are, and no year goes below what was accepted in it or waits to be."""
    old, new = _years(before), _years(after)
    fields = dict(_fields(after))
    for place, year in sorted({*old, *new, *delivered}):
        was, now = old.get((place, year)), new.get((place, year))
        field = fields.get((place, year), "goods")
        if year < on.year and was != now:
            yield field, N_("This year is over: its volume and price stay as they are.")
        elif (now.volume if now else Decimal(0)) < delivered.get((place, year), Decimal(0)):
            yield field, N_("More than this was accepted in this year already, or waits to be.")


def _conditions(contract: Contract, before: Terms, after: Terms) -> Iterator[tuple[str, str]]:
    """A condition of which something was performed stays."""
    left = {one.place: one.kind for one in after.conditions}
    done = set(contract.performances.filter(state=PerformanceState.ACCEPTED).values_list("condition", flat=True))
    if any(one.place in done and left.get(one.place) != one.kind for one in before.conditions):
        yield "conditions", N_("A condition of which something was performed stays.")


def _years(terms: Terms) -> Years:
    return {(good.place, one.year): one for good in terms.goods for one in good.years}


def _fields(terms: Terms) -> Iterator[tuple[tuple[int, int], str]]:
    for nth, good in enumerate(terms.goods, 1):
        yield from _fields_of(nth, good)


def _fields_of(nth: int, good: GoodTerms) -> Iterator[tuple[tuple[int, int], str]]:
    for place, one in enumerate(good.years, 1):
        yield (good.place, one.year), f"goods_{nth}_years_{place}_volume"

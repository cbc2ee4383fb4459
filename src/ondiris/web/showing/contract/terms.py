"""How is a whole wording of a contract shown, and how does one differ from another? (48.5, 49.2)"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms
from ondiris.domains.contracts.terms import CONDITIONS, WORDS
from ondiris.domains.planning.terms import ContractKind
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Line


@dataclass(frozen=True, slots=True)
class YearShown:
    """A year of a good: volume, price of a unit and the sum of both, in tenge."""

    year: int
    volume: Decimal
    price: Decimal
    sum: Decimal


@dataclass(frozen=True, slots=True)
class GoodShown:
    """A good with what identifies it and its years."""

    name: str
    code: str
    unit: str
    lines: Sequence[Line]
    years: Sequence[YearShown]
    sum: Decimal


@dataclass(frozen=True, slots=True)
class ConditionShown:
    """A condition of contract procurement with its article and its share of the contract's sum in per cent."""

    place: int
    kind: str
    provision: str
    text: str
    value: Decimal
    due_on: str


@dataclass(frozen=True, slots=True)
class TermsShown:
    """A wording: its general lines, its goods, its conditions, and what they come to."""

    lines: Sequence[Line]
    goods: Sequence[GoodShown]
    conditions: Sequence[ConditionShown]
    conditions_value: Decimal
    conditions_share: Decimal | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a newer wording says otherwise; "" where one of the two does not say it."""

    what: str
    before: str
    after: str


def name_of(good: GoodTerms) -> str:
    """The good's name in the reader's language; Russian where there is none."""
    return good.name_kk if figures.language() == "kk" else good.name_ru


def kind_of(one: ConditionTerms) -> str:
    """A condition's kind in words."""
    return _(WORDS[one.kind])


def terms_shown(terms: Terms, kind: str) -> TermsShown:
    """A wording of a contract of this kind, ready for templates."""
    value = sum((one.value for one in terms.conditions), Decimal(0))
    return TermsShown(
        [Line(label, text) for label, text in _general(terms, kind)],
        [_good(good) for good in terms.goods],
        [
            ConditionShown(one.place, kind_of(one), CONDITIONS[one.kind], one.text, one.value, figures.day(one.due_on))
            for one in terms.conditions
        ],
        value,
        share_of(value, terms.amount),
    )


def share_of(value: Decimal, amount: Decimal) -> Decimal | None:
    """A value in per cent of a sum, cut (never rounded up) to two decimals; None where there is no sum."""
    return None if not amount else (value * 10_000 // amount) / 100


def _general(terms: Terms, kind: str) -> Iterator[tuple[str, str]]:
    yield _("First day"), figures.day(terms.starts_on)
    yield _("Last day"), figures.day(terms.ends_on)
    yield _("Sum of the contract"), figures.tenge(terms.amount)
    if kind == ContractKind.OFFTAKE:
        yield _("Minimum in-country value"), figures.percent(terms.least_value)
        yield _("Programme to raise in-country value until"), figures.day(terms.programme_due_on)
    if terms.penalty:
        yield _("Penalty by the contract"), terms.penalty


def _good(good: GoodTerms) -> GoodShown:
    years = [YearShown(one.year, one.volume, one.price, one.volume * one.price) for one in good.years]
    lines = [Line(label, text) for label, text in _identified(good) if text]
    return GoodShown(name_of(good), good.code, good.unit, lines, years, sum((one.sum for one in years), Decimal(0)))


def _identified(good: GoodTerms) -> Iterator[tuple[str, str]]:
    yield _("Technical characteristics"), good.characteristics
    yield _("Physical and chemical properties"), good.properties
    yield _("Composition of the set"), good.composition


def changes(before: Terms, after: Terms, kind: str) -> list[Change]:
    """What `after` says otherwise than `before`, in the order of the wording."""
    return [one for one in _compared(_told(before, kind), _told(after, kind)) if one.before != one.after]


def _compared(before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
    for what in [*before, *(what for what in after if what not in before)]:
        yield Change(what, before.get(what, ""), after.get(what, ""))


def _told(terms: Terms, kind: str) -> dict[str, str]:
    """A wording as labelled texts; goods and conditions are told apart by their places, which stay the same."""
    told = dict(_general(terms, kind))
    volume, price = _("volume"), _("price of a unit")  # beside the f-strings: within them nothing collects the words
    for good in terms.goods:
        head = f"{_('Good %(place)d') % {'place': good.place}}: "
        told[head + _("name")] = f"{name_of(good)}, {good.code}, {good.unit}"
        told |= {head + label: text for label, text in _identified(good) if text}
        for one in good.years:
            told[f"{head}{one.year}, {volume}"] = f"{figures.number(one.volume)} {good.unit}"
            told[f"{head}{one.year}, {price}"] = figures.tenge(one.price)
    for condition in terms.conditions:
        head = f"{_('Condition %(place)d') % {'place': condition.place}}: "
        told[head + _("what")] = f"{kind_of(condition)}: {condition.text}"
        told[head + _("value")] = figures.tenge(condition.value)
        told[head + _("last day")] = figures.day(condition.due_on)
    return told

"""Did the customer take and pay for what it had to take of a year's volume, and is it on the way there? (48.2)

Volumes are in the good's own unit. All is exact: shares are compared as fractions, never rounded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ondiris.base.words import N_
from ondiris.law.deadlines.due import months_after

FLOOR, FIRST, LATER, COUNTED = "48.2p2", "48.2p2:1", "48.2p2:2", "48.2p3"
Figure = Decimal | Fraction | int


class Result(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_JUDGED = "not_judged"
    NOT_OVER = "not_over"


WORDS = {
    Result.MET: N_("Met"),
    Result.NOT_MET: N_("Not met"),
    Result.UNDETERMINED: N_("Undetermined"),
    Result.NOT_JUDGED: N_("Not judged"),
    Result.NOT_OVER: N_("The year is not over"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the judgement, in English with named places, what stands in them, and the provision behind it."""

    text: str
    values: Mapping[str, Figure] = field(default_factory=dict)
    provision: str = FLOOR


@dataclass(frozen=True, slots=True)
class Reading:
    """How a contract is read: its term, whether the floor is for its kind, and the settings of the day of conclusion.

    `long_term_months` and `first_year` are None where no setting is established or the year is not known yet.
    """

    offtake: bool
    starts_on: date
    ends_on: date
    long_term_months: int | None
    first_year: int | None

    @property
    def long_term(self) -> bool | None:
        """Whether the term is longer than so many months; None where the setting is not established."""
        if self.long_term_months is None:
            return None
        return self.ends_on >= months_after(self.starts_on, self.long_term_months)


@dataclass(frozen=True, slots=True)
class Shares:
    """The settings of a year, in per cent: what is to be taken, and how far acceptance may lag before a warning."""

    first: Decimal | None
    later: Decimal | None
    margin: Decimal | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of one good in a calendar year.

    What was offered is what was accepted, what was not (by the supplier's fault; so it is said, and contested; not by
    its fault) and what still waits. `unpaid` is the volume accepted and not paid for, `paid` is in tenge.
    """

    contracted: Decimal
    price: Decimal
    accepted: Decimal = Decimal(0)
    by_supplier: Decimal = Decimal(0)
    contested: Decimal = Decimal(0)
    by_customer: Decimal = Decimal(0)
    waiting: Decimal = Decimal(0)
    unpaid: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)

    @property
    def offered(self) -> Decimal:
        return self.accepted + self.by_supplier + self.contested + self.by_customer + self.waiting


@dataclass(frozen=True, slots=True)
class Pace:
    """How acceptance stands during a year against the part of the floor that its days call for.

    `late` is what calls for a warning; `not_offered` says that less was offered than the pace asks for, so that the lag
    is not the customer's.
    """

    expected: Fraction
    accepted: Decimal
    late: bool
    not_offered: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer for a good in a year; `floor` is the volume to be taken, None where there is none or it is not known."""

    year: int
    counted: Counted
    result: Result
    steps: tuple[Step, ...]
    share: Decimal | None = None
    floor: Fraction | None = None
    pace: Pace | None = None


def judge(counted: Counted, year: int, reading: Reading, shares: Shares, on: date) -> Judged:
    """The judgement of a good's year on a day.

    Met once enough is accepted and paid for; where enough is accepted and too little of it paid, a year that is over is
    left open, since the law gives no day for paying. Not met only where the year is over and the supplier duly offered
    the floor's volume (what was accepted or refused not by its fault); what waits or is contested leaves open whatever
    hangs on it.
    """
    share, steps = _share(year, reading, shares)
    if share is None:
        applies = reading.offtake and reading.long_term is not False
        return Judged(year, counted, Result.UNDETERMINED if applies else Result.NOT_JUDGED, steps)
    floor = Fraction(share) * Fraction(counted.contracted) / 100
    steps = (
        *steps,
        Step(
            N_("%(share)s of the year's volume of %(contracted)s is %(floor)s; accepted are %(accepted)s."),
            {"share": share, "contracted": counted.contracted, "floor": floor, "accepted": counted.accepted},
            COUNTED,
        ),
    )
    pace = None
    over = on > date(year, 12, 31)
    if counted.accepted >= floor:
        result, last = _enough(counted, floor, over=over)
    elif not over:
        result, last = Result.NOT_OVER, Step(N_("The year is not over."))
        pace = _pace(counted, floor, year, reading, shares, on)
    else:
        result, last = _short(counted, floor)
    return Judged(year, counted, result, (*steps, last), share, floor, pace)


def _share(year: int, reading: Reading, shares: Shares) -> tuple[Decimal | None, tuple[Step, ...]]:
    """The share to be taken in the year, in per cent, and the steps that lead to it; None where there is none."""
    if not reading.offtake:
        return None, (Step(N_("The law sets no floor for contract procurement."), provision="48.2p2"),)
    if reading.long_term is None:
        return None, (Step(N_("From which term on a contract is long-term is not established.")),)
    long = {"months": reading.long_term_months or 0}
    if not reading.long_term:
        return None, (Step(N_("The term is not longer than %(months)d months: the contract is not long-term."), long),)
    steps: tuple[Step, ...] = (Step(N_("The term is longer than %(months)d months: the contract is long-term."), long),)
    if reading.first_year is None:
        return None, (*steps, Step(N_("Which year is the first of the contract is not established."), provision=FIRST))
    first = year <= reading.first_year
    share = shares.first if first else shares.later
    text = (
        N_("%(year)d is the first year of the contract.")
        if first
        else N_("%(year)d is a later year; the first of the contract was %(first)d.")
    )
    provision = FIRST if first else LATER
    steps = (*steps, Step(text, {"year": year, "first": reading.first_year}, provision))
    if share is None:
        return None, (*steps, Step(N_("Which share is to be taken is not established."), provision=provision))
    return share, steps


def _enough(counted: Counted, floor: Fraction, *, over: bool) -> tuple[Result, Step]:
    """The answer where enough was accepted: it is to be paid for too."""
    if counted.accepted - counted.unpaid >= floor:
        return Result.MET, Step(N_("What had to be taken has been accepted and paid for."))
    return Result.UNDETERMINED if over else Result.NOT_OVER, Step(
        N_("Enough is accepted, but %(unpaid)s of it are not paid for yet; the law gives no day for that."),
        {"unpaid": counted.unpaid},
    )


def _short(counted: Counted, floor: Fraction) -> tuple[Result, Step]:
    """The answer where less was accepted in a year that is over."""
    duly = counted.accepted + counted.by_customer
    open_ = counted.waiting + counted.contested
    figures: dict[str, Figure] = {"duly": duly, "floor": floor, "open": open_, "waiting": counted.waiting}
    if counted.accepted + counted.waiting >= floor:
        return Result.UNDETERMINED, Step(
            N_("%(waiting)s still wait for the customer's answer; with them enough would be accepted."), figures
        )
    if duly >= floor:
        return Result.NOT_MET, Step(
            N_("The supplier duly offered %(duly)s, not less than %(floor)s, and less was accepted."), figures
        )
    if duly + open_ >= floor:
        return Result.UNDETERMINED, Step(
            N_(
                "Whether the supplier duly offered %(floor)s hangs on %(open)s that wait for an answer or are contested."
            ),
            figures,
        )
    return Result.NOT_JUDGED, Step(
        N_("The supplier duly offered %(duly)s, less than %(floor)s: the customer's duty is not judged."), figures
    )


def _pace(counted: Counted, floor: Fraction, year: int, reading: Reading, shares: Shares, on: date) -> Pace | None:
    """The pace of a running year, by the days of it that lie within the term; None before it and without a setting."""
    first, last = max(date(year, 1, 1), reading.starts_on), min(date(year, 12, 31), reading.ends_on)
    if shares.margin is None or not first <= on or last < first:
        return None
    gone = (min(on, last) - first + timedelta(days=1)).days
    expected = floor * gone / ((last - first).days + 1)
    duly = counted.offered - counted.by_supplier
    late = counted.accepted < expected - floor * Fraction(shares.margin) / 100
    return Pace(expected, counted.accepted, late, not_offered=duly < expected)

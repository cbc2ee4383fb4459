"""Is an organisation a customer under 46.2 on a day, by which limb or exclusion, and through which chain?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
from django.db.models import Q

from ondiris.base.periods import in_force
from ondiris.domains.customers.facts import FACTS
from ondiris.domains.customers.ownership import Held, Ownership, above, owned_by
from ondiris.domains.customers.reach import HUNDRED, UNKNOWN, Parcel, Reach, among, by_held, chain, reach, unrecorded
from ondiris.domains.customers.rules import RULES
from ondiris.domains.customers.terms import EXCLUSIONS, LIMBS, Answer, answer_of, reason_of
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.parties.models import Organisation, OrganisationStatus, TrustManagement
from ondiris.domains.parties.terms import Manager, Status
from ondiris.law.parameters import Parameters, Value
from ondiris.law.rulebook import Cases, Finding, Findings, judge

NATIONAL = (Status.NATIONAL_MANAGING_HOLDING, Status.NATIONAL_HOLDING, Status.NATIONAL_COMPANY)
PRIVATE = (Manager.NATURAL_PERSON, Manager.NON_STATE_ENTITY)
UNIT = Decimal(10**6)


@dataclass(frozen=True)
class Settings:
    """What the dated settings of a day say; None where none is established."""

    counts_in_full_from: int | None
    statuses_are_complete: bool

    @classmethod
    def on(cls, day: date, parameters: Parameters) -> "Settings":
        share = parameters.value("customers.counts_in_full_from", day)
        complete = parameters.value("customers.statuses_are_complete", day)
        return cls(
            int(share.value * UNIT) if isinstance(share, Value) else None,
            isinstance(complete, Value) and complete.value,
        )


@dataclass(frozen=True)
class Sides:
    """What belongs to some holders for certain, and what does if all that nobody has recorded is theirs as well."""

    known: Reach
    possible: Reach
    parcels: Mapping[int, Sequence[Parcel]]
    possible_parcels: Mapping[int, Sequence[Parcel]]

    @classmethod
    def of(cls, holders: Iterable[int], parcels: list[Parcel], unknown: list[Parcel], enough: int) -> "Sides":
        holders, more = list(holders), [*parcels, *unknown]
        return cls(
            reach(holders, among(parcels), enough),
            reach([*holders, UNKNOWN], among(more), enough),
            by_held(parcels),
            by_held(more),
        )


@dataclass(frozen=True)
class Part:
    """A parcel of a chain with its owner and who has it in trust; `begins` is the status by which the chain begins here."""

    held: Held
    owner: Organisation | None
    manager: Organisation | None
    begins: Status | None

    @property
    def share(self) -> Decimal:
        """In per cent."""
        return Decimal(self.held.share) / UNIT


@dataclass(frozen=True)
class Step:
    """One step of a chain: the parcels of an organisation that belong to the holders or to those they reach."""

    held: Organisation
    parts: tuple[Part, ...]

    @property
    def share(self) -> Decimal:
        """The parcels together, in per cent."""
        return sum((part.share for part in self.parts), Decimal(0))


@dataclass(frozen=True)
class Unrecorded:
    """The share of an organisation's voting shares, in per cent, of which nobody has recorded whose they are."""

    organisation: Organisation
    share: Decimal


@dataclass(frozen=True)
class Standing:
    """The answer for one organisation on a day; `chain` is what made it belong to holdings and companies, or to the Fund."""

    organisation: Organisation
    on: date
    answer: Answer
    findings: tuple[Finding, ...]
    chain: tuple[Step, ...] = ()
    missing: tuple[Unrecorded, ...] = ()

    @property
    def because(self) -> list[Finding]:
        """The findings that carry the answer: a limb that is met, an exclusion that is not kept away, or what is open."""
        by_name = {finding.rule: finding.outcome.value for finding in self.findings}
        out = [name for name in EXCLUSIONS if by_name[name] == "not_met"]
        if self.answer is Answer.CUSTOMER:
            names = [name for name in LIMBS if by_name[name] == "met"]
        elif self.answer is Answer.NOT_CUSTOMER:
            names = out or list(LIMBS)
        else:
            settled = any(by_name[name] == "met" for name in LIMBS)
            open_ = [name for name in (*LIMBS, *EXCLUSIONS) if by_name[name] == "undetermined"]
            names = [name for name in open_ if not (settled and name in LIMBS)]
        return [finding for finding in self.findings if finding.rule in names]

    def to_json(self) -> dict[str, Any]:
        """What a contract keeps of it: the findings replay by themselves, the chain is for those who read."""
        return {
            "bin": self.organisation.bin,
            "on": self.on.isoformat(),
            "answer": self.answer.value,
            "findings": [finding.to_json() for finding in self.findings],
            "chain": [
                {
                    "held": step.held.bin,
                    "share": str(part.share),
                    "owner": part.owner.bin if part.owner else part.held.owner_kind,
                    "manager": part.manager.bin if part.manager else "",
                    "since": part.held.since.isoformat(),
                }
                for step in self.chain
                for part in step.parts
            ],
        }


class Picture:
    """All that is known on a day of some organisations and of those above them; `findings` judges them together."""

    def __init__(self, organisations: Collection[int], on: date) -> None:
        self.on = on
        self.organisations = sorted(organisations)
        self.parameters = parameters_on()
        self.settings = Settings.on(on, self.parameters)
        self.statuses = _statuses(on, self.organisations)
        self.ownership: Ownership = above(self.organisations, on)
        unknown = unrecorded(self.ownership.organisations, self.ownership.all)
        enough = self.settings.counts_in_full_from
        self.national = self.fund = None
        if enough is not None:
            self.national = Sides.of(_having(self.statuses, *NATIONAL), self.ownership.owned, unknown, enough)
            if funds := _having(self.statuses, Status.NATIONAL_WELFARE_FUND):
                self.fund = Sides.of(funds, self.ownership.owned_or_in_trust, unknown, enough)
        frame = pl.DataFrame(list(self._records()), schema={"case": pl.Int64(), **FACTS.schema()})
        self.findings: Findings = judge(RULES, Cases(frame), on, self.parameters)

    def answers(self) -> dict[int, tuple[Answer, str]]:
        """The answer for each organisation, and the rule that it rests on."""
        rows = self.findings.outcomes.iter_rows(named=True)
        return {row["case"]: (answer_of(row), reason_of(row)) for row in rows}

    def _records(self) -> Iterable[dict[str, Any]]:
        trusts = {
            trust.organisation_id: trust
            for trust in TrustManagement.objects.filter(in_force(self.on), organisation__in=self.organisations)
        }
        fund_known = any(Status.NATIONAL_WELFARE_FUND in held for held in self.statuses.values())
        for one in self.organisations:
            has = self.statuses.get(one, frozenset())
            yield {
                "case": one,
                "extracts_minerals": self._is(Status.EXTRACTS_MINERALS in has),
                "is_national": self._is(not has.isdisjoint(NATIONAL)),
                **_shares(
                    self.national, one, ("held_share", "unknown_are_theirs"), self.settings.statuses_are_complete
                ),
                "is_social_entrepreneurial": self._is(Status.SOCIAL_ENTREPRENEURIAL_CORPORATION in has),
                "handed_over": _handed_over(trusts.get(one)),
                "is_fund": Status.NATIONAL_WELFARE_FUND in has if fund_known else None,
                **_shares(self.fund, one, ("fund_share", "unknown_are_the_funds"), complete=True),
            }

    def _is(self, entered: bool) -> bool | None:
        return True if entered else False if self.settings.statuses_are_complete else None

    def standing(self, organisation: Organisation) -> Standing:
        """The whole answer for one of the organisations, with its chain."""
        findings = self.findings.of(organisation.pk)
        outcomes = {finding.rule: finding.outcome for finding in findings}
        answer, _reason = self.answers()[organisation.pk]
        side = self._side_of(outcomes, answer)
        links = chain(side.known, side.parcels, organisation.pk) if side and answer is not Answer.UNDETERMINED else []
        open_ = self._open(organisation.pk, answer)
        names = Organisation.objects.in_bulk(
            {organisation.pk, *open_, *(key for link in links for key in self._named(link.held, link.parcels))}
        )
        steps = [
            Step(names[link.held], tuple(self._part(parcel, names, side) for parcel in link.parcels)) for link in links
        ]
        missing = [Unrecorded(names[key], (Decimal(share) / UNIT).normalize()) for key, share in sorted(open_.items())]
        return Standing(organisation, self.on, answer, findings, tuple(steps), tuple(missing))

    def _side_of(self, outcomes: Mapping[str, str], answer: Answer) -> Sides | None:
        """Whose chain explains the answer: the Fund's where that excludes, else that of the holdings and companies."""
        if outcomes["is_outside_the_fund"] == "not_met":
            return self.fund
        held = outcomes["belongs_to_national_holdings_or_companies"] == "met"
        return self.national if held else None

    def _open(self, organisation: int, answer: Answer) -> dict[int, int]:
        """The organisations on the way up whose holders are not all recorded, where that leaves the answer open."""
        if answer is not Answer.UNDETERMINED:
            return {}
        found: dict[int, int] = {}
        for side in filter(None, (self.national, self.fund)):
            for link in chain(side.possible, side.possible_parcels, organisation):
                found.update({p.held: p.share for p in link.parcels if p.by == (UNKNOWN,)})
        return found

    def _named(self, held: int, parcels: Iterable[Parcel]) -> Iterable[int]:
        yield held
        for parcel in parcels:
            kept = self.ownership.by_key[parcel.key]
            yield from (one for one in (kept.owner, kept.manager) if one is not None)

    def _part(self, parcel: Parcel, names: Mapping[int, Organisation], side: Sides | None) -> Part:
        kept = self.ownership.by_key[parcel.key]
        tops = [one for one in parcel.by if side and side.known.step.get(one) == 0]
        wanted = (Status.NATIONAL_WELFARE_FUND,) if side is self.fund else NATIONAL
        begins = next((status for one in tops for status in wanted if status in self.statuses.get(one, ())), None)
        return Part(kept, names.get(kept.owner or 0), names.get(kept.manager or 0), begins)


def standing_on(organisation: Organisation, on: date) -> Standing:
    """Whether an organisation is a customer on a day, and why. BadDay before the law."""
    return Picture([organisation.pk], on).standing(organisation)


def near_customers(on: date) -> dict[int, tuple[Answer, str]]:
    """The answer for every organisation that a limb of 46.2 reaches on a day, customers and those excluded or open.

    Each with the rule that it rests on. Who has no status and belongs to nobody for certain is not among them.
    """
    parameters = parameters_on()
    enough = Settings.on(on, parameters).counts_in_full_from
    entered = OrganisationStatus.objects.filter(in_force(on))
    having: dict[int, set[str]] = defaultdict(set)
    for organisation, status in entered.values_list("organisation_id", "status"):
        having[organisation].add(status)
    reached: set[int] = set(having)
    if enough is not None:
        holders = [one for one, statuses in having.items() if not statuses.isdisjoint(NATIONAL)]
        found = reach(holders, lambda last: owned_by(last, on), enough)
        reached.update(found.step)
    return Picture(reached, on).answers()


def _statuses(on: date, organisations: list[int]) -> dict[int, frozenset[str]]:
    """The statuses of the organisations, and everybody's that a chain may begin with."""
    wanted = Q(status__in=[*NATIONAL, Status.NATIONAL_WELFARE_FUND]) | Q(organisation__in=organisations)
    found: dict[int, set[str]] = defaultdict(set)
    for organisation, status in OrganisationStatus.objects.filter(wanted, in_force(on)).values_list(
        "organisation_id", "status"
    ):
        found[organisation].add(status)
    return {organisation: frozenset(statuses) for organisation, statuses in found.items()}


def _having(statuses: Mapping[int, frozenset[str]], *wanted: Status) -> list[int]:
    return [organisation for organisation, has in statuses.items() if not has.isdisjoint(wanted)]


def _shares(side: Sides | None, one: int, names: tuple[str, str], complete: bool) -> dict[str, Any]:
    """The share known to be theirs, the share of which that is not known, and whether it is (missing while it is not)."""
    share, open_ = names
    if side is None:
        return {share: None, f"{share}_unknown": None, open_: None}
    known = side.known.shares[one]
    unknown = (side.possible.shares[one] if complete else HUNDRED) - known
    return {share: known / UNIT, f"{share}_unknown": unknown / UNIT, open_: None if unknown else False}


def _handed_over(trust: TrustManagement | None) -> bool | None:
    if trust is None or trust.manager_kind not in PRIVATE:
        return False
    return trust.buys_later

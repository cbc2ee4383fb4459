"""What does each act take?"""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from ondiris.api.reading import Body, Day, Line, Money, Text
from ondiris.api.v1.drafting import Answers, Number
from ondiris.domains.contracts.content import ConditionTerms, GoodTerms, Terms, YearTerms
from ondiris.domains.contracts.terms import ConditionKind
from ondiris.domains.documents.signing import PROVIDERS
from ondiris.domains.planning.terms import ContractKind


class ActBody(Body):
    """`version` is that of the thing as it was read: where it has changed since, the act is refused (409)."""

    version: int | None = Field(None, ge=1, description="Left out, the act is done to the thing as it stands.")

    def data(self) -> dict[str, Any]:
        """What the act is given besides the thing."""
        return {name: getattr(self, name) for name in type(self).model_fields if name != "version"}


class Begin(Body):
    """Begin a draft for a measure."""

    measure: Line


class Save(ActBody, Answers):
    """Save a part of the draft; it is never refused for being incomplete."""


class Detach(ActBody):
    """Take a document out of what is not handed in yet."""

    document: Line


class Reasoned(ActBody):
    """An act that is done for a reason."""

    reason: Text


class Withdraw(ActBody):
    """Withdraw the application."""

    reason: Text = ""


class Said(ActBody):
    """An act that says something."""

    text: Text


class Ask(Said):
    """Ask the applicant."""

    answer_by: Day | None = Field(
        None,
        description="The last day for the answer. Left out, it is the earliest that the authority's setting allows.",
    )


class Establish(ActBody):
    """Establish a fact that the law leaves to an official's judgement."""

    fact: Line
    value: bool | int | Text
    note: Text = ""


class Examine(ActBody):
    """Send the case to experts, each named by e-mail."""

    experts: list[Line] = Field(max_length=20)


class Declare(ActBody):
    """Declare whether there is a conflict of interest."""

    has_conflict: bool
    note: Text = ""


class Assess(ActBody):
    """Score each criterion of the measure."""

    scores: dict[Line, Annotated[int, Field(ge=0, le=1000)]] = Field(max_length=50)
    opinion: Text


class Propose(ActBody):
    """Propose a decision. A refusal names the condition that was found not met; there is no other ground (25.6)."""

    kind: Literal["grant", "refuse", "elsewhere"]
    ground: Line = ""
    amount: Money | None = None
    reasons: Text = ""


class Draw(Body):
    """Draw up the agreement of a granted application."""

    application: Line


class Instalment(Body):
    """A part of the amount, and the day on which it is due."""

    due_on: Day
    amount: Money


class Plan(ActBody):
    """Plan the instalments; they sum to the amount of the agreement."""

    instalments: list[Instalment] = Field(max_length=100)

    def data(self) -> dict[str, Any]:
        """The instalments as pairs."""
        return {"instalments": [(one.due_on, one.amount) for one in self.instalments]}


class Sign(ActBody):
    """Sign the terms: with the method `password` the proof is the signatory's password."""

    proof: Line
    method: Annotated[str, StringConstraints(pattern=f"^({'|'.join(PROVIDERS)})$")] = "password"


class Pay(ActBody):
    """Pay the next instalment, named by its place."""

    place: int = Field(ge=1, le=1000)


class BeginReport(Body):
    """Begin the report for a year."""

    year: int = Field(ge=2022, le=2100)


class Value(Body):
    """What was reached for an undertaking, by its place in the agreement."""

    undertaking: int = Field(ge=1, le=1000)
    value: Number


class SaveReport(ActBody):
    """Save values of the report; it is never refused for being incomplete."""

    values: list[Value] = Field(max_length=200)


class Remarked(ActBody):
    """Return the report, with what is to be corrected."""

    remark: Text


class DrawClaim(Body):
    """Draw up a demand as of a day."""

    demand_on: Day


class Receive(ActBody):
    """Record money that came back."""

    amount: Money


Cell = str | int | Decimal | None


class PurchaseRow(Body):
    """A row of a plan or report: texts or numbers; what is wrong in one is said of that row alone."""

    customer: Cell = Field(None, description="The customer's BIN.")
    kind: Cell = Field(None, description="plan or report")
    year: Cell = None
    item: Cell = Field(None, description="The row's number in the customer's own paper.")
    subject: Cell = Field(None, description="good, work or service")
    code: Cell = Field(None, description="Of a good, its commodity code of 4, 6, 8, 9 or 10 digits.")
    name_kk: Cell = None
    name_ru: Cell = None
    unit: Cell = None
    volume: Cell = Field(None, description="Above 0, at most four decimals.")
    amount: Cell = Field(None, description="In tenge for the whole year, at most two decimals.")


class Purchases(Body):
    """Rows of plans and reports of purchases."""

    name: Line = Field("", description="Your name for what you send.")
    rows: list[PurchaseRow] = Field(min_length=1, max_length=50_000)


class ContractYear(Body):
    """How much of a good is to be delivered in a calendar year, at which price of a unit."""

    year: int = Field(ge=2000, le=2200)
    volume: Number = Field(examples=["200"])
    price: Money


class ContractGood(Body):
    """A good of a contract with all that identifies it (48.5)."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4,10}$")] = Field(examples=["8413702900"])
    name_kk: Line
    name_ru: Line
    unit: Annotated[str, StringConstraints(max_length=60)]
    characteristics: Text
    properties: Text = ""
    composition: Text = ""
    years: list[ContractYear] = Field(min_length=1, max_length=100)


class ContractCondition(Body):
    """A further condition of contract procurement, with its worth and its last day (49.2)."""

    kind: Annotated[str, StringConstraints(pattern=f"^({'|'.join(ConditionKind)})$")]
    text: Text
    value: Money
    due_on: Day


class RecordContract(Body):
    """Record a contract concluded elsewhere, with all its content."""

    source: Annotated[str, StringConstraints(max_length=200)] = Field(description="The system or paper it comes from.")
    outside_number: Annotated[str, StringConstraints(max_length=100)] = Field(description="Its number there.")
    kind: Literal["offtake", "contract_procurement"]
    customer_bin: Line
    supplier_bin: Line
    concluded_on: Day
    title: Line
    starts_on: Day
    ends_on: Day
    goods: list[ContractGood] = Field(min_length=1, max_length=500)
    line: Line = Field("", description="The number of the approved line of the list of goods, where it rests on one.")
    least_value: Number | None = Field(None, description="The minimum level of in-country value, in per cent.")
    programme_due_on: Day | None = None
    penalty: Text = ""
    conditions: list[ContractCondition] = Field([], max_length=100)

    def data(self) -> dict[str, Any]:
        """What the act takes: the wording by itself, and what stands around it."""
        around = ("source", "outside_number", "customer_bin", "supplier_bin", "concluded_on", "title", "line")
        return {name: getattr(self, name) for name in around} | {
            "kind": ContractKind(self.kind),
            "terms": self._terms(),
        }

    def _terms(self) -> Terms:
        goods = (
            GoodTerms(
                place=place,
                years=tuple(YearTerms(one.year, Decimal(one.volume), one.price) for one in good.years),
                **good.model_dump(exclude={"years"}),
            )
            for place, good in enumerate(self.goods, 1)
        )
        conditions = (
            ConditionTerms(place, ConditionKind(one.kind), one.text, one.value, one.due_on)
            for place, one in enumerate(self.conditions, 1)
        )
        return Terms(
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            goods=tuple(goods),
            least_value=None if self.least_value is None else Decimal(self.least_value),
            programme_due_on=self.programme_due_on,
            penalty=self.penalty,
            conditions=tuple(conditions),
        )

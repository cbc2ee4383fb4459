"""Which facts does a case have on a day, from whom, and what do the rules find?

Facts come from three sides: the applicant's answers, what officials established, and what the system prepares from its
registers. The prepared ones are named in PREPARED once, for every measure that declares a fact of that name.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ondiris.domains.applications.drafts import row_value, stated, undertaking_troubles, years_of
from ondiris.domains.applications.models import Application
from ondiris.domains.applications.terms import DecisionKind
from ondiris.domains.legislation.queries import parameters_on
from ondiris.domains.lists.models import Edition
from ondiris.domains.lists.queries import PRIORITY_GOODS, edition_on, listed
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.measures.declaration import Direction, Measure
from ondiris.law.rulebook import Conclusion, Fact, Finding, StatedBy, conclude, judge_one

GOODS = "goods"  # the list of a measure whose rows are looked up on the priority list


@dataclass(frozen=True, slots=True)
class Judged:
    """A case with its facts and findings on a day, and the edition of the list that its goods were looked up in."""

    on: date
    case: Mapping[str, Any]
    findings: tuple[Finding, ...]
    edition: str

    @property
    def conclusion(self) -> Conclusion:
        return conclude(self.findings)

    @property
    def grounds(self) -> list[Finding]:
        """The findings on which a refusal may rest (25.6)."""
        return [finding for finding in self.findings if finding.refuses]

    @property
    def proposable(self) -> DecisionKind | None:
        """The one kind of decision that these findings carry; None while something is open or still to be done."""
        return {
            Conclusion.QUALIFIES: DecisionKind.GRANT,
            Conclusion.REFUSABLE: DecisionKind.REFUSE,
            Conclusion.ELSEWHERE: DecisionKind.ELSEWHERE,
        }.get(self.conclusion)


def goods_edition(chosen: Measure, on: date) -> Edition | None:
    """The edition in force of the list that a measure's goods are looked up in; None where it asks for no goods."""
    return edition_on(PRIORITY_GOODS, on) if GOODS in chosen.facts.lists else None


def goods_rows(answers: Mapping[str, Any], edition: Edition | None) -> list[dict[str, Any]]:
    """The goods of the project, each with whether it stands in the edition; what is no code is missing."""
    typed = [str(row.get("commodity_code", "")).strip() for row in answers.get("goods") or []]
    codes = [code if code.isascii() and code.isdigit() and len(code) >= 4 else None for code in typed]
    known = listed(edition, [code for code in codes if code])
    return [{"commodity_code": code, "on_priority_list": known[code] if code else None} for code in codes]


def stated_rows(facts: Mapping[str, Fact], rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a list that the applicant stated, typed; what cannot be read is missing."""
    return [{name: row_value(fact, row.get(name, "")) for name, fact in facts.items()} for row in rows]


def obligation_rows(answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The obligations offered, each with whether it has a target for every period."""
    years = years_of(answers)
    rows = []
    for row in answers.get("obligations") or []:
        troubles = undertaking_troubles(row, years, needs_direction=True)
        direction = None if "direction" in troubles else row["direction"]
        rows.append(
            {
                "direction": direction,
                "every_period_has_target": not any(f.startswith(("target", "years")) for f in troubles),
            }
        )
    return rows


MANUFACTURING = range(10, 34)  # divisions of section C of the classifier of kinds of economic activity


def in_manufacturing(application: Application, on: date) -> bool | None:
    """Whether the main activity lies in manufacturing; None where the register does not say."""
    activity = application.applicant.activity
    return int(activity[:2]) in MANUFACTURING if activity[:2].isdigit() else None


def years_of_work(application: Application, on: date) -> int | None:
    """Full years since registration; None where the register does not say."""
    since = application.applicant.registered_on
    return None if since is None else on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def directions_accepted(application: Application, on: date) -> int:
    """In how many of the law's directions obligations are offered."""
    rows = application.answers.get("obligations") or []
    return len({row.get("direction") for row in rows} & set(Direction))


def experts_have_examined(application: Application, on: date) -> bool:
    """Whether as many experts without a conflict of interest as the measure needs have scored the case."""
    scored = [one for one in application.assignments.all() if one.has_conflict is False and one.assessed_on]
    return len(scored) >= measure(application.measure).experts_needed


PREPARED: Mapping[str, Callable[[Application, date], Any]] = {
    "in_manufacturing": in_manufacturing,
    "is_operating": lambda application, on: application.applicant.is_operating,
    "size": lambda application, on: application.applicant.size or None,
    "years_of_work": years_of_work,
    "directions_accepted": directions_accepted,
    "experts_have_examined": experts_have_examined,
}


def established(application: Application) -> dict[str, Any]:
    """What officials established, the newest of each fact."""
    return {row.fact: row.value for row in sorted(application.established.all(), key=lambda row: row.pk)}


def facts_of(chosen: Measure, answers: Mapping[str, Any], edition: Edition | None) -> dict[str, Any]:
    """The facts that answers alone give, with their lists: for an application or for a self-check."""
    values, _wrong = stated(chosen.facts, answers)
    for name, facts in chosen.facts.lists.items():
        if name == GOODS:
            values[name] = goods_rows(answers, edition)
        elif name == "obligations":
            values[name] = obligation_rows(answers)
        else:
            values[name] = stated_rows(facts, answers.get(name) or [])
    return values


def case_of(application: Application, on: date, edition: Edition | None) -> dict[str, Any]:
    """All facts of an application on a day, typed; its goods are looked up in the edition."""
    chosen = measure(application.measure)
    case = {"case": application.number, **facts_of(chosen, application.answers, edition)}
    for name, fact in chosen.facts.facts.items():
        if fact.stated_by == StatedBy.REGISTER and name in PREPARED:
            case[name] = PREPARED[name](application, on)
    for name, value in established(application).items():
        case[name] = chosen.facts.facts[name].type.parse(value)
    return case


def judged(chosen: Measure, case: Mapping[str, Any], on: date, edition: Edition | None) -> Judged:
    """The findings for a case on a day, with evidence; its goods were looked up in the edition.

    BadDay before the rules of the measure are held.
    """
    findings = judge_one(chosen.rules, case, on, parameters_on())
    return Judged(on, case, findings, edition.number if edition else "")


def judge_application(application: Application, on: date) -> Judged:
    """The findings for an application as it stands on a day."""
    chosen = measure(application.measure)
    edition = goods_edition(chosen, on)
    return judged(chosen, case_of(application, on, edition), on, edition)

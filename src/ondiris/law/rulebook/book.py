"""Which rules does a measure have, what does each rest on, and which edition holds on a day?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

import polars as pl

from ondiris.law.parameters import Parameters, UnknownParameter
from ondiris.law.rulebook import source
from ondiris.law.rulebook.expressions import Expression
from ondiris.law.rulebook.facts import Facts
from ondiris.law.rulebook.readers import FactReader, LawReader, Read, Resolve
from ondiris.law.types import YesNo

LAW_SINCE = date(2022, 1, 8)  # 69: first day of the law, inferred from act 177-VII

Body = Callable[[Any, Any], Any]


class BadRule(ValueError):
    """A rule cannot be enrolled; the message names it and says why."""


class BadDay(ValueError):
    """No rules are held for the day."""


class Provisions(Protocol):
    """The register of the law's provisions, as far as rules ask it."""

    def in_force_during(self, provision: str, since: date, until: date | None) -> bool:
        """Whether the provision is in force, in the wording held, on every day from `since` to before `until`."""


@dataclass(frozen=True)
class RuleSet:
    """Rules that a dated setting switches on and off together: `switch` names a yes-or-no parameter."""

    name: str
    label: str
    switch: str


@dataclass(frozen=True)
class Rule:
    """One edition of a rule. Not met, it is a ground of refusal (`ground`), leads to another law (`routes_to`), or,
    with neither, only has to be met before the measure is given."""

    name: str
    edition: int
    provision: str
    since: date
    until: date | None
    sentence: str
    body: Body
    facts: tuple[str, ...]
    parameters: tuple[Read, ...]
    fingerprint: str
    ground: str | None = None
    routes_to: str | None = None
    each: str | None = None
    set: RuleSet | None = None
    example: bool = False
    corrects: int | None = None

    def column(self, facts: Facts, resolve: Resolve, parameters: Parameters) -> pl.Expr:
        """The answer as a column named after the rule: true, false or null, with parameters from `resolve`."""
        law = LawReader(parameters, resolve)
        answer: Expression = self.body(FactReader(facts, self.each), law)
        if self.set and resolve(self.set.switch, None) is not True:
            return pl.lit(None, dtype=pl.Boolean).alias(self.name)
        return answer.column.alias(self.name)

    def holds_on(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


class Rulebook:
    """The rules of a measure over its facts. `provisions` and `parameters` are what rules may cite and read."""

    def __init__(self, name: str, facts: Facts, *, provisions: Provisions, parameters: Parameters) -> None:
        self.name = name
        self.facts = facts
        self.rules: list[Rule] = []
        self._provisions = provisions
        self.parameters = parameters

    def rule(
        self,
        provision: str,
        *,
        since: date,
        until: date | None = None,
        ground: str | None = None,
        routes_to: str | None = None,
        each: str | None = None,
        set: RuleSet | None = None,
        example: bool = False,
        edition: int = 1,
        corrects: int | None = None,
    ) -> Callable[[Body], Rule]:
        """Enrol a function `(f, law) -> expression` as a rule that cites `provision` from `since` to before `until`.

        `f.name` is a fact, of a row of the list `each` where that is given; `law["name"]` or
        `law["name", f.category]` a parameter on the day judged. The function's name is the rule's, the first line
        of its docstring the sentence shown to people. BadRule says why one cannot be enrolled.
        """

        def enrol(body: Body) -> Rule:
            name = getattr(body, "__name__", repr(body))
            try:
                tree = source.parse(body)
                source.check_names(tree)
                reads = self._dry_run(body, each, set)
                rule = Rule(
                    name=name, edition=edition, provision=provision, since=since, until=until,
                    sentence=_sentence(body), body=body, facts=reads[0], parameters=reads[1],
                    # An end that is set later changes no answer given before it: `until` is left out.
                    fingerprint=source.fingerprint(
                        tree, provision=provision, since=since, ground=ground, routes_to=routes_to,
                        each=each, set=set and set.switch,
                        types={fact: str(self.facts.of(each)[fact].type) for fact in reads[0]},
                    ),
                    ground=ground, routes_to=routes_to, each=each, set=set, example=example, corrects=corrects,
                )  # fmt: skip
                self._check(rule)
            except (ValueError, TypeError, AttributeError, UnknownParameter) as error:
                raise BadRule(f"{self.name}, rule {name}, edition {edition}: {error}") from error
            self.rules.append(rule)
            return rule

        return enrol

    def on(self, day: date) -> list[Rule]:
        """The rules in force on a day, each in its latest correction. BadDay before the law or before the rules."""
        if day < LAW_SINCE:
            raise BadDay(f"{day} is before the law: it is in force from {LAW_SINCE}")
        held = [rule for rule in self.rules if rule.holds_on(day)]
        corrected = {(rule.name, rule.corrects) for rule in held}
        held = [rule for rule in held if (rule.name, rule.edition) not in corrected]
        if not held:
            first = min((rule.since for rule in self.rules), default=None)
            raise BadDay(f"no rules of {self.name} are held for {day}; the first hold from {first}")
        return held

    def edition(self, name: str, edition: int) -> Rule | None:
        """One edition of a rule, or None where there is none."""
        return next((rule for rule in self.rules if (rule.name, rule.edition) == (name, edition)), None)

    def _dry_run(self, body: Body, each: str | None, set: RuleSet | None) -> tuple[tuple[str, ...], tuple[Read, ...]]:
        f, law = FactReader(self.facts, each), LawReader(self.parameters, lambda name, category: None)
        answer = body(f, law)
        if not isinstance(answer, Expression) or not isinstance(answer.type, YesNo):
            raise TypeError("it answers neither yes nor no")
        if set and not isinstance(law[set.switch].type, YesNo):
            raise TypeError(f"the switch {set.switch} is not a yes or no")
        return tuple(f.reads), tuple(law.reads)

    def _check(self, rule: Rule) -> None:
        if rule.ground and rule.routes_to:
            raise ValueError("a rule that leads to another law is no ground of refusal")
        if rule.name == "case":
            raise ValueError("the name is taken")
        if rule.since < LAW_SINCE or (rule.until and rule.until <= rule.since):
            raise ValueError("its period is reversed or begins before the law")
        for cited in filter(None, (rule.provision, rule.ground)):
            if not self._provisions.in_force_during(cited, rule.since, rule.until):
                raise ValueError(f"{cited} is not registered as in force, in a wording held, in all of its period")
        _check_editions(rule, {other.edition: other for other in self.rules if other.name == rule.name})


def _check_editions(new: Rule, editions: Mapping[int, Rule]) -> None:
    """Two editions may hold on one day only where one corrects the other, directly or through others between."""
    if new.edition in editions:
        raise ValueError("there is such an edition already")
    if new.corrects is not None and new.corrects not in editions:
        raise ValueError(f"there is no edition {new.corrects} to correct")
    corrected = new.corrects
    allowed = set()
    while corrected is not None:
        allowed.add(corrected)
        corrected = editions[corrected].corrects
    for other in editions.values():
        later = max(new.since, other.since)
        if other.edition not in allowed and new.holds_on(later) and other.holds_on(later):
            raise ValueError(f"it overlaps edition {other.edition}")


def _sentence(body: Body) -> str:
    sentence = (body.__doc__ or "").strip().partition("\n")[0].strip()
    if not sentence:
        raise ValueError("it has no docstring to show to people")
    return sentence

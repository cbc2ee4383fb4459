"""Which changes of the law touch what a measure's configuration rests on?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ondiris.domains.legislation.models import LawChange
from ondiris.domains.legislation.queries import confirmed_changes
from ondiris.domains.measures.catalogue import MEASURES
from ondiris.domains.measures.declaration import Measure
from ondiris.domains.measures.models import Review
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.load import register


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision that something of a measure rests on, and what that is: a sentence or label to be translated."""

    provision: ProvisionId
    what: str


@dataclass(frozen=True, slots=True)
class Touch:
    """A confirmed change of the law that touches a measure, and by which citations; `review` where there is one."""

    change: LawChange
    measure: Measure
    citations: tuple[Citation, ...]
    review: Review | None


def touches(measures: Iterable[Measure] = MEASURES) -> list[Touch]:
    """What confirmed changes touch of these measures, reviewed or not, in the order of entry; two queries.

    A change that the shipped register has by now is left out: it came with a configuration of its own.
    """
    named = confirmed_changes().order_by("act", "pk").only("provision", "valid_from", "act__number", "act__act_number")
    changes = [change for change in named if not _is_shipped(change)]
    if not changes:
        return []
    reviews = {(one.change_id, one.measure): one for one in Review.objects.filter(change__in=changes)}
    return [
        Touch(change, measure, cited, reviews.get((change.pk, measure.name)))
        for measure in measures
        for change in changes
        if (cited := tuple(_touched(measure, change)))
    ]


def unreviewed(measures: Iterable[Measure] = MEASURES) -> list[Touch]:
    """The changes against which the configuration of these measures has not been confirmed."""
    return [one for one in touches(measures) if one.review is None]


def _is_shipped(change: LawChange) -> bool:
    row = register().get(ProvisionId.parse(change.provision))
    return row is not None and any(version.act == change.act.act_number for version in row.versions)


def _touched(measure: Measure, change: LawChange) -> Iterator[Citation]:
    """The citations of the changed provision, of what stands in it, and of what it stands in."""
    changed = ProvisionId.parse(change.provision)
    for citation in citations(measure, change.valid_from):
        if changed.within(citation.provision) or citation.provision.within(changed):
            yield citation


def citations(measure: Measure, since: date) -> Iterator[Citation]:
    """What a measure rests on from a day on: its declaration, its rules and the numbers that they read, once each."""
    found = [(measure.provision, measure.title), (measure.account_provision, measure.title)]
    found += [(measure.goals_provision, measure.title)] if measure.goals_provision else []
    found += [(document.provision, document.label) for document in measure.documents]
    parameters = measure.rules.parameters.declared
    for rule in measure.rules.rules:
        if rule.until is None or since < rule.until:
            found += [(cited, rule.sentence) for cited in (rule.provision, rule.ground) if cited]
            found += [(parameters[read.name].provision, parameters[read.name].label) for read in rule.parameters]
    for provision, what in dict.fromkeys(found):
        yield Citation(ProvisionId.parse(provision), what)

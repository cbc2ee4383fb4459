"""What does a decision's letter say: granted, waiting, refused, or governed by another law?"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from ondiris.base import figures
from ondiris.base.actors import Actor
from ondiris.domains.applications.models import Application, Decision
from ondiris.domains.documents.letters import words
from ondiris.domains.documents.letters.content import Block, Content, heading, lines, note, paragraph, signatures, table
from ondiris.domains.documents.letters.write import write
from ondiris.domains.documents.terms import LetterKind
from ondiris.domains.measures.catalogue import measure
from ondiris.domains.parties.terms import Capacity
from ondiris.law.rulebook import Evidence, Finding, StatedBy


def send_decision(actor: Actor, kind: LetterKind, application: Application, decision: Decision) -> None:
    """Write the decision's letters to the applicant, in each language, from what the decision keeps."""
    findings = [Finding.from_json(kept) for kept in decision.findings.get("findings", [])]

    def compose() -> Content:
        return Content(
            title=_title(kind, application),
            sender=words.acting_for(actor),
            addressee=words.organisation(application.applicant),
            reference=application.number,
            day=figures.day(actor.on),
            footer=words.law(),
            blocks=(
                *_blocks(kind, application, decision, findings),
                signatures([words.signed_by(actor, Capacity.DECISION_MAKER)]),
            ),
        )

    write(actor, kind, application, application.applicant_id, compose)


def _title(kind: LetterKind, application: Application) -> str:
    titles = {
        LetterKind.GRANTED: _("%(measure)s: granted"),
        LetterKind.WAITING: _("%(measure)s: granted in principle, waiting for money"),
        LetterKind.REFUSED: _("%(measure)s: refused"),
        LetterKind.ELSEWHERE: _("%(measure)s: another law provides for your case"),
    }
    return titles[kind] % {"measure": _(measure(application.measure).title)}


def _blocks(
    kind: LetterKind, application: Application, decision: Decision, findings: Sequence[Finding]
) -> Iterator[Block]:
    chosen = measure(application.measure)
    yield lines(
        [
            (_("Application"), application.number),
            (_("Submitted on"), figures.day(application.submitted_on)),
            (_("Measure"), f"{_(chosen.title)} ({words.article(chosen.provision)})"),
            *([(_("Amount"), figures.tenge(decision.amount))] if decision.amount is not None else []),
        ]
    )
    if kind == LetterKind.REFUSED:
        yield from _refusal(next(one for one in findings if one.rule == decision.ground))
    elif kind == LetterKind.ELSEWHERE:
        yield from _other_law([one for one in findings if one.leads_elsewhere])
    else:
        yield from _grant(kind, application, decision, findings)
    if decision.reasons:
        yield heading(_("Reasons"))
        yield paragraph(decision.reasons)


def _grant(
    kind: LetterKind, application: Application, decision: Decision, findings: Sequence[Finding]
) -> Iterator[Block]:
    amount = {"amount": figures.tenge(decision.amount)}
    if kind == LetterKind.GRANTED:
        yield paragraph(_("The measure is granted to you in the amount of %(amount)s.") % amount)
        yield heading(_("What comes next"))
        yield paragraph(
            _(
                "The institute draws up the agreement with the obligations of both sides (art. 27.1). You find it in your "
                "cabinet and sign it there; with the signature of the State it comes into force, and the instalments are "
                "paid on the days that it names."
            )
        )
    else:
        since = {"day": figures.day(application.waiting_since)}
        yield paragraph(_("Every condition is met, and you are to receive %(amount)s.") % amount)
        yield paragraph(
            _(
                "The money of the programme is committed for the time being. Want of money is no ground of refusal "
                "(art. 25.6): your application waits in order since %(day)s, and you need not apply again."
            )
            % since
        )
        yield heading(_("What comes next"))
        yield paragraph(_("When money has come and your turn is reached, you receive the decision that it is granted."))
    yield heading(_("What the decision rests on"))
    yield table(
        [_("Condition"), _("Article"), _("Found")],
        [[_(one.sentence), words.article(one.provision), _(one.outcome.label)] for one in findings],
        figures=[1, 2],
    )


def _refusal(ground: Finding) -> Iterator[Block]:
    yield paragraph(
        _(
            "The measure is refused, because one of the conditions of paragraph 5 of article 25 is not met (art. 25.6). "
            "There is no other ground of refusal."
        )
    )
    yield heading(_("The condition that is not met"))
    yield paragraph(_(ground.sentence))
    yield lines(
        [(_("Rests on"), words.article(ground.provision)), (_("Ground of refusal"), words.article(ground.ground or ""))]
    )
    if ground.set is not None:
        yield note(_("By-law, as reported; to be confirmed."))
    yield from _evidence(ground)
    yield heading(_("What you can do"))
    yield paragraph(_("You can apply again when the condition is met."))


def _other_law(findings: Sequence[Finding]) -> Iterator[Block]:
    yield paragraph(_("Your application is not refused: another law provides for your case."))
    for one in findings:
        yield lines(
            [
                (_("Governed by"), _(one.routes_to) if one.routes_to else ""),
                (_("Rests on"), words.article(one.provision)),
            ]
        )
        yield from _evidence(one)


def _evidence(finding: Finding) -> Iterator[Block]:
    yield heading(_("Evidence"))
    yield table(
        [_("Fact"), _("Value"), _("Whose word it is")],
        [row for evidence in finding.evidence for row in _rows(evidence)],
    )


def _rows(evidence: Evidence) -> Iterator[list[str]]:
    """What was stated, then what was needed, with its source."""
    where = "" if evidence.row is None else f"{evidence.row + 1}. "
    for fact in evidence.facts:
        value = _(str(figures.value(fact.type, fact.value))) if fact.value is not None else figures.NOTHING
        yield [where + _(fact.label), value, _(StatedBy(fact.stated_by).label)]
    for parameter in evidence.parameters:
        value = figures.value(parameter.type, parameter.value) or parameter.gap
        yield [where + _("Needed: %(what)s") % {"what": _(parameter.label)}, value, parameter.source]

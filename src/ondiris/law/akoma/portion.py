"""What is a provision on a day as an Akoma Ntoso document?

Its body has the official text alone, where that is loaded and is the wording of the day; else an element is empty and
its `status` says why. The register's own words are editor's notes in the metadata, never in the body.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from ondiris.law.akoma.meta import Subject, Times, identification, notes
from ondiris.law.akoma.names import ELEMENTS, NAMESPACE, eid, expression_iri, printed_number
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.register import Register
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.terms import Language, Level, State, Wording

# The standard's words for what of the document's content is not in the file, or no longer in the law.
STATUS = {
    State.NOT_YET: "undefined",
    State.IN_FORCE: "incomplete",
    State.NOT_HELD: "unknown",
    State.UNKNOWN: "unknown",
    State.SUSPENDED: "temporarilyRemoved",
    State.EXCLUDED: "removed",
    State.ENDED: "removed",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a text, from `start` to `end` (excluded), that name a provision."""

    start: int
    end: int
    target: ProvisionId


@dataclass(frozen=True, slots=True)
class Content:
    """The official texts in the document's language and the references in them, by unit."""

    texts: Mapping[ProvisionId, str] = field(default_factory=dict)
    links: Mapping[ProvisionId, Sequence[Link]] = field(default_factory=dict)


def document(shown: Sequence[Standing], register: Register, content: Content, language: Language, on: date) -> bytes:
    """The first provision with those that stand in it on the day, as a file in UTF-8.

    `shown`: the provision and all that stands in it, in the register's order.
    """
    own, *inner = shown
    present = [own, *(at for at in inner if at.state not in (State.NOT_YET, State.ENDED))]
    times, subject = Times(present), Subject(eid(own.provision.id, register), language, on)
    root = Element("akomaNtoso", xmlns=NAMESPACE)
    portion = SubElement(root, "portion", includedIn="#act_86-VII")
    meta = SubElement(portion, "meta")
    said = notes([(eid(at.provision.id, register), at) for at in present])
    meta.extend([identification(subject), times.lifecycle(), times.temporal_data(), times.references()])
    if said is not None:
        meta.append(said)
    body = _Body(register, content, subject, times)
    body.put(SubElement(portion, "portionBody"), present)
    file: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return file


class _Body:
    """Puts provisions into one another, each with its official text."""

    def __init__(self, register: Register, content: Content, subject: Subject, times: Times) -> None:
        self.register = register
        self.content = content
        self.subject = subject
        self.times = times

    def put(self, above: Element, shown: Sequence[Standing]) -> None:
        own = shown[0]
        unit, level = own.provision.id, own.provision.level
        element = SubElement(above, ELEMENTS[level], eId=eid(unit, self.register))
        element.set("period", self.times.period_of(own.version))
        text = (
            self.content.texts.get(unit)
            if own.state is State.IN_FORCE and own.version.wording is Wording.BASE
            else None
        )
        if text is None:
            element.set("status", STATUS[own.state])
        if number := printed_number(unit, level, self.subject.language):
            SubElement(element, "num").text = number
        start = 0
        if level is Level.ARTICLE and text is not None:
            heading, _line, _rest = text.partition("\n")
            SubElement(element, "heading").text = heading
            start = len(heading) + 1
        children = [at for at in shown[1:] if at.provision.id.parent == unit]
        if not children:
            self._lines(SubElement(element, "content"), unit, text or "", start)
            return
        if text is not None and text[start:]:
            self._lines(SubElement(element, "intro"), unit, text, start)
        for child in children:
            self.put(element, [child, *(at for at in shown[1:] if _stands_in(at, child))])

    def _lines(self, above: Element, unit: ProvisionId, text: str, place: int) -> None:
        """The text from a place on, a p a line, with the references in it as links."""
        links = sorted(self.content.links.get(unit, ()), key=lambda link: link.start)
        for line in text[place:].split("\n"):
            end, done = place + len(line), place
            paragraph = SubElement(above, "p")
            for link in links:
                if done <= link.start and link.end <= end:
                    _append(paragraph, text[done : link.start])
                    SubElement(paragraph, "ref", href=self._href(link.target)).text = text[link.start : link.end]
                    done = link.end
            _append(paragraph, text[done:end])
            place = end + 1

    def _href(self, target: ProvisionId) -> str:
        whole = expression_iri(self.subject.language, self.subject.on)
        return f"{whole}/!main~{eid(target, self.register)}" if target in self.register else whole


def _stands_in(at: Standing, above: Standing) -> bool:
    return at is not above and at.provision.id.within(above.provision.id)


def _append(element: Element, text: str) -> None:
    """Put text at the end of an element, behind its last child."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text

"""What does an Akoma Ntoso document say of itself: which work, version and file it is, and what changed it when?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from ondiris.law.akoma.names import LANGUAGES, SIGNED_ON, WORK, act_iri, expression_iri
from ondiris.law.provisions.official import NUMBER_OF_THE_LAW
from ondiris.law.provisions.register import Version
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.terms import Certainty, Language

US = "#ondiris"
PARLIAMENT = "#parliament"
PUBLISHER = "#publisher"
TITLES = {
    Language.RU: "О промышленной политике",
    Language.EN: "On Industrial Policy",
    Language.KK: "Өнеркәсіптік саясат туралы",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about: a provision (its eId) in a language on a day."""

    eid: str
    language: Language
    on: date

    @property
    def iri(self) -> str:
        """The portion of the law in this language on this day."""
        return f"{expression_iri(self.language, self.on)}/!main~{self.eid}"


def identification(subject: Subject) -> Element:
    """Work, expression and manifestation. The translation is said to be one."""
    signed_on = SIGNED_ON[NUMBER_OF_THE_LAW].isoformat()
    found = Element("identification", source=US)
    work = _level(found, "FRBRWork", f"{WORK}/!main~{subject.eid}", WORK, (signed_on, "signed"), PARLIAMENT)
    SubElement(work, "FRBRcountry", value="kz")
    SubElement(work, "FRBRnumber", value=NUMBER_OF_THE_LAW)
    SubElement(work, "FRBRname", value=TITLES[subject.language])
    whole = expression_iri(subject.language, subject.on)
    day = (subject.on.isoformat(), "inForceOn")
    expression = _level(found, "FRBRExpression", subject.iri, whole, day, PARLIAMENT)
    SubElement(expression, "FRBRlanguage", language=LANGUAGES[subject.language])
    if subject.language is Language.EN:
        of = expression_iri(Language.RU, subject.on)
        SubElement(expression, "FRBRtranslation", href=of, fromLanguage="rus", authoritative="false", by=PUBLISHER)
    file = _level(found, "FRBRManifestation", f"{subject.iri}.xml", f"{whole}.xml", day, US)
    SubElement(file, "FRBRportion", {"refersTo": f"#{subject.eid}", "from": f"#{subject.eid}"})
    SubElement(file, "FRBRformat", value="application/xml")
    return found


def _level(above: Element, name: str, this: str, uri: str, day: tuple[str, str], author: str) -> Element:
    level = SubElement(above, name)
    SubElement(level, "FRBRthis", value=this)
    SubElement(level, "FRBRuri", value=uri)
    SubElement(level, "FRBRdate", date=day[0], name=day[1])
    SubElement(level, "FRBRauthor", href=author)
    return level


class Times:
    """The events that changed the shown provisions, and the period in which each stands in its wording of the day."""

    def __init__(self, shown: Iterable[Standing]) -> None:
        standings = list(shown)
        self._versions = [version for at in standings for version in at.provision.versions]
        starts = {(v.valid_from, v.act, v.certainty) for v in self._versions}
        begun = {day for day, _act, _certainty in starts}
        # What ends without a next wording ends by the act that made it: 36.1 by the law's own article 68.
        ends = {(v.valid_to, v.act, v.certainty) for v in self._versions if v.valid_to and v.valid_to not in begun}
        self._events = sorted(starts | ends)
        periods = sorted({(v.valid_from, v.valid_to) for v in self._versions}, key=lambda p: (p[0], p[1] or date.max))
        self._periods = {period: f"tmpg_{n}" for n, period in enumerate(periods, 1)}

    def period_of(self, version: Version) -> str:
        """The reference to a version's period."""
        return f"#{self._periods[version.valid_from, version.valid_to]}"

    def lifecycle(self) -> Element:
        """The events; of each, how sure its day is."""
        found = Element("lifecycle", source=US)
        signed_on = SIGNED_ON[NUMBER_OF_THE_LAW].isoformat()
        SubElement(found, "eventRef", eId="evt_0", date=signed_on, source=_act(NUMBER_OF_THE_LAW), type="generation")
        for n, (day, act, certainty) in enumerate(self._events, 1):
            event = SubElement(found, "eventRef", eId=f"evt_{n}", date=day.isoformat(), source=_act(act))
            event.set("refersTo", f"#{certainty}")
            if act != NUMBER_OF_THE_LAW:
                event.set("type", "amendment")
        return found

    def temporal_data(self) -> Element:
        """The periods, each between two events."""
        found = Element("temporalData", source=US)
        for (first, end), name in self._periods.items():
            group = SubElement(found, "temporalGroup", eId=name)
            interval = SubElement(group, "timeInterval", start=self._event_on(first), refersTo="#inForce")
            if end:
                interval.set("end", self._event_on(end))
        return found

    def _event_on(self, day: date) -> str:
        return f"#evt_{next(n for n, event in enumerate(self._events, 1) if event[0] == day)}"

    def references(self) -> Element:
        """What the document names: the law, the acts that amended it, who speaks, and how sure days are."""
        found = Element("references", source=US)
        _named(found, "original", _act(NUMBER_OF_THE_LAW), act_iri(NUMBER_OF_THE_LAW), TITLES[Language.EN])
        for act in sorted({act for _day, act, _certainty in self._events} - {NUMBER_OF_THE_LAW}):
            _named(found, "passiveRef", _act(act), act_iri(act), act)
        _named(found, "TLCOrganization", US, "/akn/ontology/organization/kz/ondiris", "Öndiris")
        _named(found, "TLCOrganization", PARLIAMENT, "/akn/ontology/organization/kz/parliament", "Parliament")
        _named(found, "TLCOrganization", PUBLISHER, "/akn/ontology/organization/kz/publisher", "publisher of the texts")
        _named(found, "TLCConcept", "#inForce", "/akn/ontology/concept/kz/in-force", "in this wording")
        _named(
            found, "TLCConcept", "#summary", "/akn/ontology/concept/kz/summary", "plain words, not the official text"
        )
        for certainty in Certainty:
            _named(found, "TLCConcept", f"#{certainty}", f"/akn/ontology/concept/kz/{certainty}", certainty.label)
        return found


def _act(number: str) -> str:
    return f"#act_{number}"


def _named(above: Element, kind: str, reference: str, href: str, shown: str) -> None:
    SubElement(above, kind, eId=reference.removeprefix("#"), href=href, showAs=shown)


def notes(summaries: Sequence[tuple[str, Standing]]) -> Element | None:
    """The register's own words of each provision, in three languages, as an editor's notes; None where none are held."""
    found = Element("notes", source=US)
    for eid, at in summaries:
        if at.words is not None:
            note = SubElement(found, "note", {"eId": f"{eid}__note_1", "placementBase": f"#{eid}", "class": "summary"})
            for language in Language:
                words = SubElement(note, "p", {"xml:lang": language.value, "refersTo": "#summary"})
                words.text = at.words.of(language)
    return found if len(found) else None

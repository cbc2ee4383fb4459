"""Is every provision that calls for an act, or goes by one, cited by an act of the file, or exempt with a reason?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ondiris.law.instruments.load import Instruments
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import OfficialText
from ondiris.law.provisions.register import Register

# How the Russian words of a provision sound when it calls for an act: who approves or works one out, rules,
# methodologies, lists, forms, standard agreements, procedures, terms and mechanisms, whom somebody determines.
CALLS = re.compile(
    r"утвержда|утвержд[её]н|разрабатыва|\bправил(?:а|ам|ами|ах)?\b|методик|перечн|перечен|\bформ(?:а|у|ы|е|ам|ами)\b"
    r"|\bтипов|положени\w+ о|\bпоряд(?:ок|ке)\b|механизм|определяем(?:ым|ыми|ых)\b|внутренни(?:ми|х) (?:док|акт)"
    r"|установлени\w+ требовани",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong with a provision: it sounds as if it called for an act and none cites it, or it is not there."""

    provision: ProvisionId
    what: str


def check(known: Instruments, register: Register, text: OfficialText | None = None) -> list[Found]:
    """The provisions not accounted for, by the register's Russian words and, where given, the official text's."""
    cited = {provision for instrument in known.instruments for provision in instrument.provisions}
    exempt = {provision for exemption in known.exemptions for provision in exemption.provisions}
    calling = _calling(register, text)
    order = {provision: place for place, provision in enumerate(register)}
    found = [
        *(Found(one, f"sounds as if it called for an act: {word}") for one, word in calling.items() if one not in cited | exempt),
        *(Found(one, "the register has no such provision") for one in cited | exempt if one not in register),
        *(Found(one, "is both cited and exempt") for one in cited & exempt),
    ]
    return sorted(found, key=lambda one: order.get(one.provision, len(order)))


def _calling(register: Register, text: OfficialText | None) -> Mapping[ProvisionId, str]:
    """The provisions whose words call for an act, each with the word that does."""
    units = {unit.id: unit.text for article in text.articles for unit in article.units} if text else {}
    calling = {}
    for provision in register.values():
        heard = CALLS.search(provision.summary.ru) or CALLS.search(units.get(provision.id, ""))
        if heard:
            calling[provision.id] = heard[0]
    return calling

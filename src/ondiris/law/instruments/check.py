"""Is every provision that calls for an act, or goes by one, cited by such an act of the file, or exempt with a reason?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ondiris.law.instruments.load import Instruments
from ondiris.law.instruments.terms import Sort
from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.official import OfficialText
from ondiris.law.provisions.register import Register

# How the Russian words of a provision sound when it goes by an act, and of which sorts the act may be then.
_SOUNDS = {
    re.compile(pattern, re.IGNORECASE): sorts
    for pattern, sorts in {
        r"\bправил(?:а|ам|ами|ах)?\b": {Sort.RULES},
        r"методик": {Sort.METHODOLOGY},
        r"переч(?:н|ен)": {Sort.LIST},
        r"\bформ(?:а|у|ы|е|ам|ами)\b": {Sort.FORM, Sort.STANDARD_AGREEMENT},
        r"\bтипов\w+ (?:форм|соглашени)": {Sort.STANDARD_AGREEMENT},
        r"положени\w+ о": {Sort.STATUTE},
        r"\bпоряд(?:ок|ке)\b|механизм|определяем(?:ым|ыми|ых)\b": set(Sort),
        r"внутренни(?:ми|х) (?:док|акт)": {Sort.INTERNAL},
        r"установлени\w+ требовани": {Sort.REQUIREMENTS},
    }.items()
}
_CALLS = re.compile(r"утвержда|разрабатыва", re.IGNORECASE)  # the law says that it is to be, or by whom


@dataclass(frozen=True, slots=True)
class Found:
    """A provision that is not accounted for, and why."""

    provision: ProvisionId
    what: str


def check(known: Instruments, register: Register, text: OfficialText | None = None) -> list[Found]:
    """The provisions not accounted for, by the register's Russian words and, where given, the official text's."""
    units = {unit.id: unit.text for article in text.articles for unit in article.units} if text else {}
    exempt = {provision for exemption in known.exemptions for provision in exemption.provisions}
    cited = {provision for instrument in known.instruments for provision in instrument.provisions}
    found: dict[Found, None] = {}
    for provision in register.values():
        if provision.id not in exempt:
            words = f"{provision.summary.ru}\n{units.get(provision.id, '')}"
            found.update(dict.fromkeys(Found(provision.id, what) for what in _unaccounted(provision.id, words, known)))
    return [
        *found,
        *(Found(one, "the register has no such provision") for one in sorted(cited | exempt) if one not in register),
        *(Found(one, "is both cited and exempt") for one in sorted(cited & exempt)),
    ]


def _unaccounted(provision: ProvisionId, words: str, known: Instruments) -> Iterator[str]:
    citing = [instrument for instrument in known.instruments if provision in instrument.provisions]
    for sound, sorts in _SOUNDS.items():
        heard = sound.search(words)
        if heard and not any(instrument.sort in sorts for instrument in citing):
            yield f"goes by an act ({heard[0]}) that is not there"
    calls = _CALLS.search(words)
    if calls and not any(provision in instrument.called_for_by for instrument in citing):
        yield f"calls for an act ({calls[0]}) that is not there"

"""How is a provision of the law shown as it stands on a day?"""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ondiris.law.provisions.ids import ProvisionId
from ondiris.law.provisions.standing import Standing
from ondiris.law.provisions.terms import Language, State, Wording
from ondiris.web.ui import figures
from ondiris.web.ui.parts import Colour, Tag

COLOURS: Mapping[State, Colour] = {
    State.NOT_YET: Colour.GREY,
    State.IN_FORCE: Colour.GREEN,
    State.NOT_HELD: Colour.YELLOW,
    State.SUSPENDED: Colour.YELLOW,
    State.EXCLUDED: Colour.RED,
    State.UNKNOWN: Colour.YELLOW,
    State.ENDED: Colour.GREY,
}


def address(provision: ProvisionId | str, on: date | None = None) -> str:
    """The page of a provision, on a chosen day where one was chosen."""
    page = reverse("law:provision", args=[str(provision)])
    return f"{page}?on={on.isoformat()}" if on else page


def act_address(number: str) -> str:
    """Where it stands what an amending act changed."""
    return f"{reverse('law:acts')}#act-{number}"


def state_tag(at: Standing) -> Tag:
    """How the provision stands, in a word or two."""
    return tag_of(at.state)


def tag_of(state: State) -> Tag:
    """The state as a tag."""
    return Tag(_(state.label), COLOURS[state])


def words_of(at: Standing) -> str:
    """Our words of the wording in force on that day; empty where there is none, or it is not held."""
    return "" if at.words is None else at.words.of(Language(figures.language()))


def why_no_words(at: Standing) -> str:
    """Why nothing is shown for that day; empty where words are shown."""
    first, act = figures.day(at.version.valid_from), at.version.act
    if at.state is State.NOT_YET:
        return _("Not yet in force on this day: it takes effect on %(day)s.") % {"day": first}
    if at.state is State.NOT_HELD and at.version is at.provision.versions[-1]:
        return _("In force from %(day)s by act %(act)s, in a wording which is not held here.") % {
            "day": first,
            "act": act,
        }
    if at.state is State.NOT_HELD:
        return _("It was in force in an earlier wording, which is not held here. Later words are not shown for it.")
    if at.state is State.SUSPENDED:
        return _("Suspended from %(day)s by act %(act)s.") % {"day": first, "act": act}
    if at.state is State.EXCLUDED:
        return _("Excluded from the law from %(day)s by act %(act)s.") % {"day": first, "act": act}
    if at.state is State.UNKNOWN:
        return _("It is not known whether this stood in the law on this day.")
    if at.state is State.ENDED:
        return _("No longer in force from %(day)s.") % {"day": figures.day(at.version.valid_to)}
    return ""


def cautions(at: Standing) -> list[str]:
    """What a reader must know about the words and the days shown."""
    version, said = at.version, []
    if at.state is State.IN_FORCE and version.wording is not Wording.BASE:
        said.append(_("This is a temporary wording; another one takes its place afterwards."))
    if not version.located:
        said.append(
            _("Act %(act)s is named for the whole article; which of its provisions it changed is not established.")
            % {"act": version.act}
        )
    if version.known_since:
        said.append(
            _("This reaches back: it became known on %(day)s, and what was done before rested on the earlier state.")
            % {"day": figures.day(version.known_since)}
        )
    return said

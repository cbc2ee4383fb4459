"""What does the law say to a body on a day: what it demands first, then what it allows, then the rest?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ondiris.law.bodies.load import Body
from ondiris.law.provisions.official import OfficialText
from ondiris.law.provisions.register import Provision, Register
from ondiris.law.provisions.standing import Standing, in_force, standing
from ondiris.law.provisions.terms import Bearer, Kind, Level

DEMANDS = (Kind.DUTY, Kind.PROHIBITION, Kind.CONDITION, Kind.LIABILITY)
ALLOWS = (Kind.COMPETENCE, Kind.RIGHT)
ORDER = (*DEMANDS, *ALLOWS, Kind.PROCEDURE, *(k for k in Kind if k not in (*DEMANDS, *ALLOWS, Kind.PROCEDURE)))

_NO_HEAD_ABOVE = (Level.ARTICLE, Level.PART)


@dataclass(frozen=True, slots=True)
class Said:
    """What the law says to a body on a day.

    `by_kind`: the provisions in force on the day, or not known to be out of it, kind by kind, in the law's order.
    `otherwise`: those that are not in force on it. `named`: those that only name the body, as they stand.
    """

    by_kind: Mapping[Kind, tuple[Standing, ...]]
    otherwise: tuple[Standing, ...]
    named: tuple[Standing, ...]

    @property
    def count(self) -> int:
        return sum(len(standings) for standings in self.by_kind.values())


def said_to(body: Body, register: Register, on: date) -> Said:
    """What the register says to a body on a day.

    The row of an article with numbered provisions only tells what they are about, and is left out.
    """
    bound = [standing(provision, on) for provision in bound_by(register, body.bearer)]
    holding = [at for at in bound if in_force(at.provision, on) is not False]
    by_kind = {
        kind: tuple(at for at in holding if at.provision.kind is kind)
        for kind in ORDER
        if any(at.provision.kind is kind for at in holding)
    }
    named = (register[provision] for provision in body.named if provision in register)
    return Said(
        by_kind=by_kind,
        otherwise=tuple(at for at in bound if at not in holding),
        named=tuple(standing(provision, on) for provision in named),
    )


def bound_by(register: Register, bearer: Bearer) -> Iterable[Provision]:
    """The provisions that bind, empower or protect a body, without the rows that only head an article.

    An article of parts alone has no head: its row is its first part (24, 53).
    """
    headed = {provision.id.article for provision in register.values() if provision.level not in _NO_HEAD_ABOVE}
    for provision in register.values():
        if bearer in provision.bearers and provision.id not in headed:
            yield provision


def unmentioned(bodies: Iterable[Body], register: Register, text: OfficialText) -> list[tuple[Provision, Body]]:
    """The provisions whose official text names a body that neither the register nor the body itself has there."""
    known = list(bodies)
    units = [unit for article in text.articles for unit in article.units if unit.id in register]
    return [
        (register[unit.id], body)
        for unit in units
        for body in known
        if body.is_named_in(unit.text) and body.bearer not in register[unit.id].bearers and not body.names(unit.id)
    ]

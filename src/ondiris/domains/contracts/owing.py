"""Which penalty would be due for a year, by the settings of its last day? (48.4)"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from ondiris.base.errors import Trouble
from ondiris.domains.contracts.counting import years_of
from ondiris.domains.contracts.models import Contract
from ondiris.domains.contracts.penalty_sheet import GoodOf, Rules, Sheet, penalty_sheet
from ondiris.domains.legislation.queries import parameters_on
from ondiris.law.parameters import Gap


def rules_in(year: int) -> Rules:
    """The example formula's settings for a year. Trouble where one is not set, as before the law."""
    parameters, day = parameters_on(), date(year, 12, 31)
    rate = parameters.value("contracts.penalty_rate", day)
    below = parameters.value("contracts.penalty_below_floor_only", day)
    if isinstance(rate, Gap) or isinstance(below, Gap):
        raise Trouble(_("The size of the penalty is not established for this year."), provision="48.4")
    return Rules(rate.value, below.value)


def due_for_year(contract: Contract, year: int, on: date) -> Sheet | None:
    """The sheet for a year as it stands on a day; None where no volume is agreed for the year."""
    found = next((one for one in years_of(contract, on) if one.year == year), None)
    if found is None:
        return None
    goods = [
        GoodOf(one.good.place, one.good.name_kk, one.good.name_ru, one.good.unit, one.judged) for one in found.goods
    ]
    return penalty_sheet(year, goods, rules_in(year))

"""What is an amount of money, and how is it rounded?"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

TIYN = Decimal("0.01")
MOST = Decimal("999999999999999.99")


def is_money(amount: Decimal) -> bool:
    """Whether a Decimal is an amount in tenge with at most two decimals, not negative, and storable."""
    if not amount.is_finite() or amount < 0 or amount > MOST:
        return False
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and (exponent >= -2 or amount == amount.quantize(TIYN))


def round_half_up(exact: Fraction, unit: Decimal) -> Decimal:
    """An exact fraction of tenge as a multiple of `unit`, halves away from zero (as 0.5 → 1)."""
    units = exact / Fraction(unit)
    whole = (abs(units) + Fraction(1, 2)).__floor__()
    signed = whole if units >= 0 else -whole
    return (Decimal(signed) * unit).quantize(TIYN, rounding=ROUND_HALF_UP)

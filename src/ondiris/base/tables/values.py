"""How are a day, a number and a text written in a cell, and what is meant by them?"""

import re
from datetime import date
from decimal import Decimal

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,][0-9]+)?")
LONGEST_NUMBER = 60  # characters; none that is kept comes near


def day(text: str) -> date | None:
    """A day written 2026-01-31 or 31.01.2026; None for anything else, and for a day that no calendar has."""
    if dotted := re.fullmatch(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})", text):
        text = "-".join(reversed(dotted.groups()))
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


def number(text: str) -> Decimal | None:
    """A number written 1234.5, 1234,5 or 1 234,50, exactly as it stands; None for anything else."""
    if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return None
    return Decimal(re.sub(r"\s", "", text).replace(",", "."))


def decimals(value: Decimal) -> int:
    """How many decimals a number has, closing zeros left out."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def plain(value: object) -> str:
    """A value of a program as the text of a cell; a number without exponent, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < LONGEST_NUMBER:
        return format(value, "f")
    return str(value)


def harmless(value: object) -> object:
    """A text that a spreadsheet would take for a formula, marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value


def as_typed(text: str) -> str:
    """The text without the mark that `harmless` put before it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_SIGNS) else text

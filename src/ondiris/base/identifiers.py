"""Is this a possible business identification number?

Structure and check digit: rules for forming identification numbers, resolution of the Government of the
Republic of Kazakhstan No. 565 of 22.05.2007. A number that passes may still belong to nobody: the check
is a filter for typing errors, not proof.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
KINDS_OF_ENTITY = "456"  # resident legal entity, non-resident legal entity, joint sole proprietors
DIVISIONS = "0123"  # head office, branch, representative office, farm


def check_digit(first_eleven: str) -> int | None:
    """The twelfth digit of a BIN or IIN, or None where no number with these eleven digits is issued."""
    for weights in (FIRST_WEIGHTS, SECOND_WEIGHTS):
        remainder = sum(int(d) * w for d, w in zip(first_eleven, weights, strict=True)) % 11
        if remainder < 10:
            return remainder
    return None


def trouble_with_bin(text: str) -> str | Promise | None:
    """What is wrong with a BIN, naming the group of digits; None where nothing is.

    Groups: 1-4 year and month of registration, 5 kind of entity, 6 division, 7-11 number, 12 check digit.
    """
    if not text.isascii() or not text.isdigit():
        return _("A BIN has digits only. Remove spaces, letters and signs.")
    if len(text) != 12:
        return _("A BIN has 12 digits; this has %(count)d.") % {"count": len(text)}
    if not 1 <= int(text[2:4]) <= 12:
        return _("Digits 3 and 4 of a BIN are the month of registration, 01 to 12; here they are %(part)s.") % {
            "part": text[2:4]
        }
    if text[4] not in KINDS_OF_ENTITY:
        return _("Digit 5 of a BIN is the kind of entity, 4, 5 or 6; here it is %(part)s.") % {"part": text[4]}
    if text[5] not in DIVISIONS:
        return _("Digit 6 of a BIN is the division, 0 to 3; here it is %(part)s.") % {"part": text[5]}
    if check_digit(text[:11]) != int(text[11]):
        return _("Digit 12 of a BIN checks the others, and it does not fit. Compare the number with your certificate.")
    return None

"""In which order do names stand? By the Kazakh alphabet, of which the Russian is a part, everywhere alike."""

from django.db.models import CharField, Func, Value
from django.db.models.functions import Lower

LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
# Code points of nobody, in the alphabet's order: the database compares them one by one.
PLACES = "".join(chr(0xE000 + place) for place in range(len(LETTERS)))
TABLE = str.maketrans(LETTERS, PLACES)


def kazakh_order(name: str) -> Func:
    """The text of a field by which the database sorts it."""
    return Func(
        Lower(name), Value(LETTERS), Value(PLACES), function="translate", output_field=CharField(max_length=300)
    )


def sort_key(text: str) -> str:
    """The same for a text in hand, for `sorted`."""
    return text.lower().translate(TABLE)

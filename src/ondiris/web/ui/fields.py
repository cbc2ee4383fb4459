"""Which fields do our forms have besides Django's own?"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ondiris.base.money import MOST
from ondiris.web.ui.figures import TENGE, day, grouped, language

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_COMMAS_GROUP = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")


def plain_decimal(text: str) -> Decimal:
    """The number a person wrote in the habit of any of the three languages; a ValueError if it is none.

    Spaces may part thousands anywhere. Commas part thousands where they cannot be a decimal sign (two of them, or one
    before a point) or where the reader's language writes them so; any other comma is a decimal sign.
    """
    bare = _SPACES.sub("", text)
    if _COMMAS_GROUP.fullmatch(bare) and (language() == "en" or bare.count(",") > 1 or "." in bare):
        bare = bare.replace(",", "")
    bare = bare.replace(",", ".").replace("\N{MINUS SIGN}", "-")
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", bare, re.ASCII):
        raise ValueError(text)
    return Decimal(bare)


class NumberField(forms.Field):
    """A number with at most `decimals` decimals, from `least` to `most`; `unit` stands behind the box."""

    widget = forms.TextInput
    default_error_messages = {
        "not_a_number": _("Write a number in digits, for example %(example)s."),
        "decimals": _("Write no more than %(decimals)s decimals."),
        "whole": _("Write a whole number."),
        "least": _("Write a number not less than %(least)s."),
        "most": _("Write a number not greater than %(most)s."),
    }
    example = "1250"

    def __init__(
        self,
        *,
        unit: str | Promise = "",
        decimals: int = 0,
        least: Decimal | int | None = None,
        most: Decimal | int = MOST,
        **kwargs: Any,
    ) -> None:
        self.unit, self.decimals, self.least, self.most = unit, decimals, least, most
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | int | None:
        if value in self.empty_values:
            return None
        try:
            number = plain_decimal(str(value))
        except ValueError:
            raise self._error("not_a_number", example=self.example) from None
        if len(f"{number:f}".partition(".")[2].rstrip("0")) > self.decimals:
            raise self._error("decimals" if self.decimals else "whole", decimals=self.decimals)
        if self.least is not None and number < self.least:
            raise self._error("least", least=grouped(self.least, 0))
        if number > self.most:
            raise self._error("most", most=grouped(self.most, 0))
        return number if self.decimals else int(number)

    def prepare_value(self, value: Any) -> Any:
        """A stored number as the reader writes numbers; what was typed stays as typed."""
        return grouped(value, min(self.decimals, 2)) if isinstance(value, Decimal | int) else value

    def _error(self, code: str, **params: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params=params)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"inputmode": "decimal" if self.decimals else "numeric", "autocomplete": "off"}


class MoneyField(NumberField):
    """An amount in tenge, Decimal with at most two decimals, not negative."""

    default_error_messages = {
        "not_a_number": _("Write the amount in digits, for example %(example)s."),
        "decimals": _("Write no more than two decimals: one tenge has a hundred tiyn."),
        "least": _("An amount cannot be negative."),
    }
    example = "1250000.50"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"unit": TENGE, "decimals": 2, "least": 0, **kwargs})


class PercentField(NumberField):
    """A share in percent points, Decimal with at most two decimals."""

    example = "12.5"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"unit": "%", "decimals": 2, "least": 0, "most": 100, **kwargs})


class DayField(forms.DateField):
    """A day by the browser's own date input; typed by hand it is YYYY-MM-DD or DD.MM.YYYY."""

    input_formats = ["%Y-%m-%d", "%d.%m.%Y"]
    default_error_messages = {
        "invalid": _("Write a real day as year-month-day, for example 2027-03-31."),
        "first": _("Choose %(first)s or a later day."),
        "last": _("Choose %(last)s or an earlier day."),
    }

    def __init__(self, *, first: date | None = None, last: date | None = None, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs})
        self.first, self.last = first, last
        for name, limit in (("min", first), ("max", last)):
            if limit is not None:
                self.widget.attrs[name] = limit.isoformat()

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.first and value < self.first:
            raise ValidationError(self.error_messages["first"], code="first", params={"first": day(self.first)})
        if value and self.last and value > self.last:
            raise ValidationError(self.error_messages["last"], code="last", params={"last": day(self.last)})

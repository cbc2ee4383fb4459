"""Which official texts are held, and what have officials entered: values, and where the law's instruments stand?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.law.instruments.terms import Status


class OfficialText(models.Model):
    """The official wording of one unit of the law, as loaded from the published text."""

    unit = models.CharField(max_length=20)
    level = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    text = models.TextField()
    loaded_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "level", "language"], name="one_text_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit} ({self.language})"


class EnteredValue(Thing):
    """A value of a parameter that one official entered and a second one confirms."""

    parameter = models.CharField(max_length=80)
    category = models.CharField(max_length=80, blank=True)
    value = models.DecimalField(_("Value"), max_digits=20, decimal_places=6)
    valid_from = models.DateField(_("In force from"))
    known_until = models.DateField(_("Known until"))
    source = models.CharField(_("Source"), max_length=300)
    entered_by = models.BigIntegerField()
    entered_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["parameter", "valid_from"], name="entered_values_by_day")]


class InstrumentRecord(Thing):
    """Where an act that the law calls for stands from a day on, as one official entered and a second one confirms.

    `act_number`, `dated` and `address` are of the act by which it came about; what is only drafted or agreed may have
    none.
    """

    instrument = models.CharField(max_length=80)
    status = models.CharField(_("Where it stands"), max_length=20, choices=[(s.value, s.label) for s in Status])
    valid_from = models.DateField(_("From"))
    act_number = models.CharField(_("Number of the act"), max_length=60, blank=True)
    dated = models.DateField(_("Day of the act"), null=True, blank=True)
    address = models.URLField(_("Where it can be read"), max_length=400, blank=True)
    entered_by = models.BigIntegerField()
    entered_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["instrument", "valid_from"], name="instrument_records_by_day")]

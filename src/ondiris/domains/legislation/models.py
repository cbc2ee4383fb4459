"""Which official texts are held, and which values and amending acts have officials entered?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing


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


class AmendingAct(Thing):
    """An act that changes the law, as officials enter and confirm it."""

    act_number = models.CharField(_("Number of the act"), max_length=20)
    signed_on = models.DateField(_("Signed"))
    published_on = models.DateField(_("Published"), null=True)
    title = models.CharField(_("Title"), max_length=300)
    source = models.CharField(_("Source"), max_length=300)
    writers = models.JSONField(default=list)  # who had a hand in it: none of them confirms it
    entered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-id"], name="amending_acts_by_state")]


class LawChange(models.Model):
    """What an amending act does to one provision.

    `clause_days`: the term of the clause from which the first day was counted; where the wording is not `held` there
    are no texts. What `level` and the fields after it say, an added provision brings with it.
    """

    act = models.ForeignKey(AmendingAct, models.PROTECT, related_name="changes")
    provision = models.CharField(max_length=30)
    effect = models.CharField(max_length=20)
    valid_from = models.DateField(_("In force from"))
    clause_days = models.PositiveSmallIntegerField(null=True)
    certainty = models.CharField(max_length=20)
    held = models.BooleanField()
    summary_kk = models.TextField(blank=True)
    summary_ru = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    official_ru = models.TextField(blank=True)
    official_en = models.TextField(blank=True)
    level = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    bearers = models.JSONField(default=list)
    systems = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["act", "provision"], name="one_change_of_a_provision_an_act")]

    def __str__(self) -> str:
        return f"{self.act.act_number} {self.provision}"

"""Which official texts are held, what do they refer to, and what have officials entered of the law?"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, When
from django.utils.translation import gettext_lazy as _

from ondiris.base.acts import Thing
from ondiris.law.instruments.terms import Status


def _words() -> models.Field:  # type: ignore[type-arg]
    """The words of `text` by the rules of its language: stems in Russian and English, as written in Kazakh."""
    by_language = Case(
        When(language="ru", then=SearchVector("text", config="russian")),
        When(language="en", then=SearchVector("text", config="english")),
        default=SearchVector("text", config="simple"),
    )
    return models.GeneratedField(expression=by_language, output_field=SearchVectorField(), db_persist=True)


class OfficialText(models.Model):
    """The official wording of one unit of the law, as loaded from the published text."""

    unit = models.CharField(max_length=20)
    level = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    text = models.TextField()
    loaded_on = models.DateField()
    words = _words()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "level", "language"], name="one_text_a_unit")]
        indexes = [GinIndex(fields=["words"], name="official_texts_by_word")]

    def __str__(self) -> str:
        return f"{self.unit} ({self.language})"


class Summary(models.Model):
    """The register's own words of a wording of a unit, copied here to be searched; of an article with its heading."""

    unit = models.CharField(max_length=20)
    wording = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    text = models.TextField()
    words = _words()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "wording", "language"], name="one_summary_a_wording")]
        indexes = [GinIndex(fields=["words"], name="summaries_by_word")]

    def __str__(self) -> str:
        return f"{self.unit} ({self.language})"


class Reference(models.Model):
    """Words of the official Russian text of a unit that name another provision, or several: one row each."""

    source = models.CharField(max_length=20)
    start = models.PositiveIntegerField()  # of the words in the text, and the place after their end
    end = models.PositiveIntegerField()
    target = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "start", "target"], name="one_row_a_reference")]
        indexes = [models.Index(fields=["target"], name="references_by_target")]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class EnteredValue(Thing):
    """A value of a parameter that one official entered and a second one confirms.

    `value` is as the parameter's type writes it; `known_until` None holds until replaced.
    """

    parameter = models.CharField(max_length=80)
    category = models.CharField(max_length=80, blank=True)
    value = models.JSONField(_("Value"))
    valid_from = models.DateField(_("In force from"))
    known_until = models.DateField(_("Known until"), null=True, blank=True)
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

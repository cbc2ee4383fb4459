"""Which regions and commodities are there, and how are they called?"""

from django.db import models
from django.utils.translation import get_language


class Region(models.Model):
    """A region, a city of republican significance or the capital, by its KATO code."""

    code = models.CharField(max_length=9, unique=True)
    name_kk = models.CharField(max_length=100)
    name_ru = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return str(getattr(self, f"name_{get_language() or 'en'}", self.name_en))


class Commodity(models.Model):
    """A code of the commodity nomenclature: 2, 4 or 6 digits of the Harmonized System, 10 of TN VED."""

    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=600)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

"""What number does the next one get?"""

from django.db import models


class Counter(models.Model):
    """The last number given out in a series, such as applications of a year."""

    series = models.CharField(max_length=40, primary_key=True)
    last = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.series

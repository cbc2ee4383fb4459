"""Which number of the law, or of those who carry it out, applied on a day, and who says so?"""

from ondiris.law.parameters.store import Parameters, UnknownParameter
from ondiris.law.parameters.terms import Certainty, Gap, Parameter, Segment, Stretch, Value

__all__ = ["Certainty", "Gap", "Parameter", "Parameters", "Segment", "Stretch", "UnknownParameter", "Value"]

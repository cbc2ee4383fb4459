"""Which conditions of the law does a case meet, and on what evidence?

Facts are declared, rules are enrolled with what they cite, `judge` answers met, not met or undetermined, and
`replay` puts a stored decision through its editions again.
"""

from ondiris.law.rulebook.book import BadDay, BadRule, Rule, Rulebook, RuleSet
from ondiris.law.rulebook.cases import Cases, WrongFrame
from ondiris.law.rulebook.expressions import when
from ondiris.law.rulebook.facts import Fact, Facts, StatedBy, UnknownFact
from ondiris.law.rulebook.finding import Conclusion, Evidence, FactRead, Finding, Outcome, ParameterRead, conclude
from ondiris.law.rulebook.findings import Findings
from ondiris.law.rulebook.judge import judge, judge_one
from ondiris.law.rulebook.replay import Replayed, Result, replay

__all__ = [
    "BadDay",
    "BadRule",
    "Cases",
    "Conclusion",
    "Evidence",
    "Fact",
    "FactRead",
    "Facts",
    "Finding",
    "Findings",
    "Outcome",
    "ParameterRead",
    "Replayed",
    "Result",
    "Rule",
    "RuleSet",
    "Rulebook",
    "StatedBy",
    "UnknownFact",
    "WrongFrame",
    "conclude",
    "judge",
    "judge_one",
    "replay",
    "when",
]

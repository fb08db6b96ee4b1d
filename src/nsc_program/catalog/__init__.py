"""The plans themselves, as data: each number stands beside the words that carry it."""

from collections.abc import Mapping
from types import MappingProxyType

from nsc_program.catalog.hanoi import HANOI
from nsc_program.catalog.national import DECISION_1322, NATIONAL
from nsc_program.catalog.press import ARTICLE, BAOMOI, KINHTEVADUBAO
from nsc_program.program import Program

__all__ = ["ARTICLE", "BAOMOI", "DECISION_1322", "HANOI", "KINHTEVADUBAO", "NATIONAL", "PLANS"]

PLANS: Mapping[str, Program] = MappingProxyType({plan.id: plan for plan in (HANOI, NATIONAL)})
"""The plans that come with the library, by their ids."""

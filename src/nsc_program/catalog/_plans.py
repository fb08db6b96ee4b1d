"""The plans that come with the library."""

from collections.abc import Mapping
from types import MappingProxyType

from nsc_program.catalog.hanoi import HANOI
from nsc_program.catalog.national import NATIONAL
from nsc_program.plan._program import Program

PLANS: Mapping[str, Program] = MappingProxyType({plan.id: plan for plan in (HANOI, NATIONAL)})
"""The plans that come with the library, by id."""
